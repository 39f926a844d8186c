/** The mentions of one document, as the graph has them: with the ids that the graph gave to what they name. */
import type { GraphNode, Mention, MentionType, Via } from '../records.ts';
import type { QueryValue, Store } from './port.ts';

const MENTIONS = 'MATCH (d:Document {id: $id})<-[:FOUND_IN]-(m:Mention) RETURN m';
const REFERENCES =
  'MATCH (d:Document {id: $id})<-[:FOUND_IN]-(m:Mention)-[:REFERS_TO]->(e) RETURN m.id AS mention, e.id AS entity';

/** Sorted by where they start; ids are those that edges give under `mentions`. */
export async function mentionsIn(store: Store, documentId: string): Promise<Mention[]> {
  const parameters = { id: documentId };
  const [found, references] = [
    await store.read(MENTIONS, parameters),
    await store.read(REFERENCES, parameters),
  ];
  const named = new Map<string, string[]>();
  for (const [mention, entity] of references.rows) {
    if (typeof mention !== 'string' || typeof entity !== 'string') continue;
    named.set(mention, [...(named.get(mention) ?? []), entity]);
  }
  return found.rows
    .flatMap(([value]) => (isNode(value) ? [value] : []))
    .map((node) => mentionOf(node, (named.get(node.id) ?? []).sort()))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function mentionOf({ id, properties }: GraphNode, entities: readonly string[]): Mention {
  const { type, text, start, end, via, rule, confidence, unresolved, candidates } = properties;
  return {
    id,
    type: type as MentionType,
    start: Number(start),
    end: Number(end),
    text: String(text),
    entities,
    ...(typeof via === 'string' && { via: via as Via }),
    rule: String(rule),
    confidence: Number(confidence),
    ...(typeof unresolved === 'string' && { unresolved }),
    ...(Array.isArray(candidates) && candidates.length > 0 && { candidates: candidates.map(String) }),
  };
}

function isNode(value: QueryValue | undefined): value is GraphNode & Readonly<{ kind: 'node' }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'node';
}
