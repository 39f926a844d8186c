/** The formats that a graph is exported in. To add one: write its file and list it here. */
import { StemmaError } from '../errors.ts';
import { csv } from './csv.ts';
import { cypher } from './cypher.ts';
import { cytoscape } from './cytoscape.ts';
import type { Format } from './format.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { graphology } from './graphology.ts';
import { jgf } from './jgf.ts';
import { jsonld } from './jsonld.ts';
import { neo4jCsv } from './neo4j-csv.ts';
import { turtle } from './turtle.ts';

export type { About, ExportFile, Format, GraphSource } from './format.ts';
export { collectGraph, sourceOf, withEnds } from './select.ts';

export const FORMATS: readonly Format[] = [
  graphml,
  gexf,
  graphology,
  cytoscape,
  jgf,
  csv,
  neo4jCsv,
  cypher,
  jsonld,
  turtle,
];

/** The format of this name. Throws UNKNOWN_FORMAT, naming those there are. */
export function formatNamed(name: string): Format {
  const format = FORMATS.find((known) => known.name === name);
  if (format === undefined) {
    const names = FORMATS.map((known) => known.name).join(', ');
    throw new StemmaError('UNKNOWN_FORMAT', `no export format “${name}”: use one of ${names}`);
  }
  return format;
}
