/** A graph of any size that looks like lineage: agreements that cite earlier ones, a few of them much more than others. */
import type { CitingType, NodeLabel, RelationshipType } from '../../graph/vocabulary.ts';
import { CITING_TYPES } from '../../graph/vocabulary.ts';
import { edgeId, type Graph, type GraphEdge, type GraphNode, type Properties } from '../../src/records.ts';

const SUBJECTS = ['边境地区', '经济合作', '核安全', '文化交流', '渔业', '民用航空', '引渡', '避免双重征税'];
const KINDS = ['treaty', 'agreement', 'convention', 'protocol', 'joint-statement'];
const SENTENCE = '双方重申恪守上述协定所阐述的各项原则，愿在平等信任的基础上进一步发展面向未来的伙伴关系。';

/** Which part of all nodes each label is. */
const SHARES = [
  ['Agreement', 0.4],
  ['Mention', 0.42],
  ['Date', 0.06],
  ['Person', 0.05],
  ['Document', 0.04],
  ['Place', 0.015],
  ['Provision', 0.01],
  ['Organization', 0.004],
  ['State', 0.001],
] as const satisfies readonly (readonly [NodeLabel, number])[];

/**
 * The same graph for the same numbers. Edges come as near to `edges` as they can without twins.
 * @param without labels that it has no nodes of; the others share its nodes
 */
export function makeGraph(nodes: number, edges: number, without: readonly NodeLabel[] = []): Graph {
  const random = randomFrom(7);
  const ids = new Map<NodeLabel, string[]>();
  const made: GraphNode[] = [];
  const shares = SHARES.filter(([label]) => !without.includes(label));
  const whole = shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [label, share] of shares) {
    const count = Math.round((nodes * share) / whole);
    const some = Array.from({ length: count }, (_, n) => makeNode(label, n, random));
    for (const node of some) made.push(node);
    ids.set(
      label,
      some.map(({ id }) => id),
    );
  }
  return { nodes: made, edges: makeEdges(ids, edges, random) };
}

function makeNode(label: NodeLabel, n: number, random: () => number): GraphNode {
  const id = `${label.toLowerCase()}:${n}`;
  const year = 1900 + Math.floor(random() * 120);
  const subject = SUBJECTS[n % SUBJECTS.length] ?? '';
  const name = label === 'Agreement' ? `关于${subject}的第${n}号协定` : `${label} ${n}`;
  const date = { earliest: year * 10_000 + 101, latest: year * 10_000 + 1231 };
  const more: Partial<Record<NodeLabel, Properties>> = {
    Agreement: {
      title: name,
      kind: KINDS[n % KINDS.length] ?? 'other',
      status: 'concluded',
      signed: `${year}`,
      ...date,
      names: [name, `Agreement No. ${n} on subject ${n % SUBJECTS.length}`],
    },
    Date: { edtf: `${year}-${n}`, ...date },
    State: { code: `S${n}` },
    Mention: {
      type: 'agreement',
      text: `第${n}号协定`,
      start: n,
      end: n + 6,
      sentence: `${SENTENCE}${n}`,
      confidence: 0.9,
    },
    Document: { sources: [`${n}.txt`], sha256: `${n}`, language: 'zh', length: 4000 },
  };
  return { id, label, properties: { name, names: [name], ...more[label] } };
}

function makeEdges(
  ids: ReadonlyMap<NodeLabel, readonly string[]>,
  count: number,
  random: () => number,
): GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  const of = (label: NodeLabel) => ids.get(label) ?? [];
  const any = (label: NodeLabel) => of(label)[Math.floor(random() * of(label).length)] ?? '';
  const add = (from: string, type: RelationshipType, to: string, properties: Properties = {}) => {
    const id = edgeId(from, type, to);
    edges.set(id, { id, type, from, to, properties });
  };
  const agreements = of('Agreement');
  for (const mention of of('Mention')) {
    add(mention, 'FOUND_IN', any('Document'));
    add(mention, 'REFERS_TO', any('Agreement'));
  }
  for (const document of of('Document')) add(document, 'TEXT_OF', any('Agreement'));
  for (const agreement of agreements) {
    add(agreement, 'SIGNED_ON', any('Date'), { asserted_by: ['text'] });
    for (let n = 0; n < 2; n++) add(agreement, 'HAS_PARTY', any('State'), { asserted_by: ['text'] });
  }
  while (edges.size < count) {
    const citing = 1 + Math.floor(random() * (agreements.length - 1));
    // An earlier one, and rather one of the first.
    const cited = Math.floor(citing * random() ** 2);
    const type = CITING_TYPES[Math.floor(random() * CITING_TYPES.length)] as CitingType;
    add(`agreement:${citing}`, type, `agreement:${cited}`, {
      documents: ['document:0'],
      mentions: ['mention:0'],
      evidence: [SENTENCE],
      asserted_by: ['text'],
      confidence: 0.9,
      prospective: false,
    });
  }
  return [...edges.values()];
}

/** Numbers from 0 to 1, the same ones for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
