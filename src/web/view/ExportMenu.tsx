/** Every format that the server writes, as a download. */
import { useEffect, useState } from 'react';
import { api } from '../state/api.ts';
import { useMessages } from '../state/stores.ts';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';

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
          <p className="menu-note">{t.exportNote}</p>
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
