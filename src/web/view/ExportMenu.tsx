/** The view as a link, a picture or a page; the whole graph in every format that the server writes. */
import { useEffect, useState } from 'react';
import { escapeMarkup } from '../stage/pen.ts';
import { usePicture } from '../stage/picture.ts';
import { api } from '../state/api.ts';
import { useMessages } from '../state/stores.ts';
import { useCopy } from './CopyButton.tsx';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';
import { linkOf, saveHtml, savePng, saveSvg } from './save.ts';

const KNOWN = [
  'graphml',
  'gexf',
  'graphology',
  'cytoscape',
  'jgf',
  'csv',
  'neo4j-csv',
  'cypher',
  'jsonld',
  'turtle',
] as const;
type Known = (typeof KNOWN)[number];

const NAMES: Readonly<Record<Known, string>> = {
  graphml: 'GraphML',
  gexf: 'GEXF',
  graphology: 'JSON',
  cytoscape: 'Cytoscape',
  jgf: 'JGF',
  csv: 'CSV',
  'neo4j-csv': 'Neo4j CSV',
  cypher: 'Cypher',
  jsonld: 'JSON-LD',
  turtle: 'Turtle',
};

/** Those of the known formats that the server says it writes. */
function useFormats(): readonly Known[] {
  const [formats, setFormats] = useState<readonly Known[]>([]);
  useEffect(() => {
    api.formats().then(
      (written) => setFormats(KNOWN.filter((one) => written.includes(one))),
      () => setFormats([]),
    );
  }, []);
  return formats;
}

function Save({ name, hint, onClick }: { name: string; hint: string; onClick: () => void }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className="menu-item" onClick={onClick}>
      <span className="menu-name">{name}</span>
      <span className="menu-hint">{hint}</span>
    </button>
  );
}

function Saves({ close }: { close: () => void }) {
  const t = useMessages();
  const drawn = usePicture((state) => state.take !== null);
  const save = (write: () => unknown) => () => {
    void write();
    close();
  };
  return (
    <>
      <p className="menu-note">{t.picture}</p>
      {drawn && <Save name={t.png} hint={t.pngHint} onClick={save(savePng)} />}
      {drawn && <Save name={t.svg} hint={t.svgHint} onClick={save(saveSvg)} />}
      <Save name={t.html} hint={t.htmlHint} onClick={save(saveHtml)} />
    </>
  );
}

function Links() {
  const t = useMessages();
  const [link, copyLink] = useCopy();
  const [frame, copyFrame] = useCopy();
  const told = { copied: t.copied, failed: t.copyFailed };
  const copyEmbed = () =>
    copyFrame(
      `<iframe src="${escapeMarkup(linkOf(true))}" width="960" height="600" title="Stemma"></iframe>`,
    );
  return (
    <>
      <Save
        name={t.copyLink}
        hint={link === 'idle' ? t.copyLinkHint : told[link]}
        onClick={() => copyLink(linkOf())}
      />
      <Save name={t.copyEmbed} hint={frame === 'idle' ? t.copyEmbedHint : told[frame]} onClick={copyEmbed} />
    </>
  );
}

export function ExportMenu() {
  const t = useMessages();
  const formats = useFormats();
  return (
    <Menu
      label={t.export}
      triggerClass="tool-button"
      trigger={
        <>
          <Icon name="download" />
          <span>{t.export}</span>
        </>
      }
    >
      {(close) => (
        <>
          <Links />
          <Saves close={close} />
          <p className="menu-note">{t.wholeGraph}</p>
          {formats.map((one) => (
            <a
              key={one}
              role="menuitem"
              tabIndex={-1}
              className="menu-item"
              href={api.exportAddress(one)}
              download
              data-format={one}
              onClick={() => window.setTimeout(close)}
            >
              <span className="menu-name">{NAMES[one]}</span>
              <span className="menu-hint">{t.formats[one]}</span>
            </a>
          ))}
        </>
      )}
    </Menu>
  );
}
