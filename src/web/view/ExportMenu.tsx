/** The view as a link, a picture or a page; what is shown, or everything, in every format that the server writes. */
import { useEffect, useState } from 'react';
import { escapeMarkup } from '../stage/pen.ts';
import { usePicture } from '../stage/picture.ts';
import { api } from '../state/api.ts';
import { shownNow } from '../state/shown-now.ts';
import { toApiError, useMessages } from '../state/stores.ts';
import { useCopy } from './CopyButton.tsx';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';
import { linkOf, saveHtml, savePng, saveShown, saveSvg } from './save.ts';

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

/** One format: of everything a link, of what is shown a file that is asked for. */
function FormatItem({ format, whole, onDone }: { format: Known; whole: boolean; onDone: () => void }) {
  const t = useMessages();
  const [problem, setProblem] = useState<string | null>(null);
  const item = { role: 'menuitem', tabIndex: -1, className: 'menu-item', 'data-format': format } as const;
  const words = (
    <>
      <span className="menu-name">{NAMES[format]}</span>
      <span className="menu-hint">{problem ?? t.formats[format]}</span>
    </>
  );
  if (whole) {
    return (
      <a {...item} href={api.exportAddress(format)} download onClick={() => window.setTimeout(onDone)}>
        {words}
      </a>
    );
  }
  const save = () => saveShown(format).then(onDone, (cause) => setProblem(toApiError(cause).message));
  return (
    <button type="button" {...item} onClick={() => void save()}>
      {words}
    </button>
  );
}

function Formats({ formats, close }: { formats: readonly Known[]; close: () => void }) {
  const t = useMessages();
  // The menu lies over the view: what is shown stays the same while it is open.
  const [shown] = useState(() => shownNow().nodes.length);
  const [whole, setWhole] = useState(shown === 0);
  const scopes = [
    ...(shown > 0 ? [{ name: `${t.exportShown} · ${shown}`, whole: false }] : []),
    { name: t.exportAll, whole: true },
  ];
  return (
    <>
      <p className="menu-note">{t.asGraphFile}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: items of a menu, not a form */}
      <div className="menu-scopes" role="group" aria-label={t.asGraphFile}>
        {scopes.map((scope) => (
          <button
            key={scope.name}
            type="button"
            role="menuitemradio"
            tabIndex={-1}
            className="menu-scope"
            aria-checked={whole === scope.whole}
            onClick={() => setWhole(scope.whole)}
          >
            {scope.name}
          </button>
        ))}
      </div>
      {formats.map((format) => (
        <FormatItem key={format} format={format} whole={whole} onDone={close} />
      ))}
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
          <Formats formats={formats} close={close} />
        </>
      )}
    </Menu>
  );
}
