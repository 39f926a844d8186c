/** A graph of real size: the treaties of the United Kingdom as its Foreign Office lists them; parties, places, dates. */
import type { CitingType, NodeLabel, RelationshipType } from '../../graph/vocabulary.ts';
import { edgeId, type Graph, type GraphEdge, type GraphNode, type Properties } from '../../src/records.ts';
import { isoDate, readRows } from '../resolve/fcdo.ts';

const KINDS =
  /\b(treaty|convention|protocol|declaration|memorandum|exchange of notes|charter|agreement|covenant)\b/i;
/** What a title says that its treaty does to another one, whose date follows. */
const CHANGES: readonly (readonly [RegExp, CitingType])[] = [
  [/\bamend(?:ing|ment|ments)\b/i, 'AMENDS'],
  [/\bsupplement(?:ary|al|ing)\b/i, 'SUPPLEMENTS'],
  [/\b(?:extend|prolong|renew)ing\b|\bextension of\b/i, 'EXTENDS'],
  [/\bterminat(?:ing|ion)\b/i, 'TERMINATES'],
];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MONTH = MONTHS.join('|');
const DATE = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH}),?\\s+(\\d{4})|\\b(${MONTH})\\s+(\\d{1,2}),?\\s+(\\d{4})`,
  'gi',
);

/** `May 13, 1870` and `13th May, 1870` → `1870-05-13` */
export function datesIn(title: string): readonly string[] {
  return [...title.matchAll(DATE)].map(([, day, month, year, month2, day2, year2]) => {
    const number = MONTHS.findIndex((one) => one.toLowerCase() === (month ?? month2 ?? '').toLowerCase());
    const two = (value: number) => String(value).padStart(2, '0');
    return `${year ?? year2}-${two(number + 1)}-${two(Number(day ?? day2))}`;
  });
}

/** `NETHERLANDS THE` → `Netherlands The` */
const capital = (name: string) =>
  name
    .toLowerCase()
    .replace(/(^|[\s(-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
const dayNumber = (day: string) => Number(day.replaceAll('-', ''));

type Row = Readonly<{ id: string; title: string; signed: string | null; parties: readonly string[] }>;

class Builder {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #edges = new Map<string, GraphEdge>();

  node(label: NodeLabel, id: string, properties: Properties): string {
    if (!this.#nodes.has(id)) this.#nodes.set(id, { id, label, properties });
    return id;
  }

  edge(from: string, type: RelationshipType, to: string, properties: Properties = {}): void {
    const id = edgeId(from, type, to);
    this.#edges.set(id, { id, type, from, to, properties: { asserted_by: ['text'], ...properties } });
  }

  date(day: string): string {
    return this.node('Date', `date:${day}`, {
      name: day,
      edtf: day,
      earliest: dayNumber(day),
      latest: dayNumber(day),
    });
  }

  build(): Graph {
    return { nodes: [...this.#nodes.values()], edges: [...this.#edges.values()] };
  }
}

/** The whole list as a graph; a title that changes exactly one treaty of its date and parties cites it. */
export function listGraph(): Graph {
  const builder = new Builder();
  const rows = readRows().flatMap((cells) => addRow(builder, cells) ?? []);
  const byDay = Map.groupBy(rows, ({ signed }) => signed);
  for (const row of rows) {
    const [type] = CHANGES.flatMap(([words, change]) => (words.test(row.title) ? [change] : []));
    if (type === undefined) continue;
    for (const day of datesIn(row.title)) {
      const meant = (byDay.get(day) ?? []).filter(
        (other) =>
          other.id !== row.id && other.parties.filter((party) => row.parties.includes(party)).length > 1,
      );
      const [one] = meant;
      if (meant.length === 1 && one && day !== row.signed)
        builder.edge(row.id, type, one.id, { evidence: [row.title], confidence: 0.9, prospective: false });
    }
  }
  return builder.build();
}

function addRow(builder: Builder, cells: readonly string[]): Row | null {
  const [number = '', , title = '', signedOn = '', place = '', adopted = '', inForce = '', ended = ''] =
    cells;
  if (title === '') return null;
  const signed = isoDate(signedOn) ?? isoDate(adopted);
  const day = signed === null ? {} : { signed, earliest: dayNumber(signed), latest: dayNumber(signed) };
  const kind = (KINDS.exec(title)?.[1] ?? 'other').toLowerCase().replaceAll(' ', '-');
  const told = { name: title, names: [title], title, kind, status: 'concluded' };
  const id = builder.node('Agreement', `agr:list-${number}`, { ...told, ...day });
  const parties = [...new Set((cells[9] ?? '').split(';').map((name) => name.trim()))].filter(Boolean);
  for (const party of parties)
    builder.edge(
      id,
      'HAS_PARTY',
      builder.node('State', `state:${party}`, { name: capital(party), names: [capital(party)] }),
    );
  for (const where of place
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean))
    builder.edge(id, 'SIGNED_AT', builder.node('Place', `place:${where}`, { name: where, names: [where] }));
  for (const [type, written] of [
    ['SIGNED_ON', signed],
    ['IN_FORCE_ON', isoDate(inForce)],
    ['ENDED_ON', isoDate(ended)],
  ] as const)
    if (written !== null) builder.edge(id, type, builder.date(written));
  return { id, title, signed, parties };
}
