/** One extraction → what it adds to the graph; parts of several documents are joined by id. */
import type { CitingType } from '../../graph/vocabulary.ts';
import type { Entity, Extraction, Graph, Mention, Sentence } from '../records.ts';
import type { Authorities } from '../resolve/authorities.ts';
import { type Said, sayable } from './agreement.ts';
import { type Bag, GraphBuilder } from './builder.ts';
import { addEntity, addFacts } from './entities.ts';

/** Agreements stand in `said`, with the id that they have in the graph: what they are is made of what all texts say. */
export type Part = Graph & Readonly<{ said: readonly (readonly [id: string, said: Said])[] }>;
/** What is known of a document beside its extraction. */
export type KnownDocument = Readonly<{
  /** Where it was found, beside the source in its extraction. */
  sources?: readonly string[];
  /** Version that read it. */
  extractor?: string | undefined;
}>;

/** What one document says: its node, its mentions, what its text asserts, and its relations. */
export function partOf(
  extraction: Extraction,
  idOf: (id: string) => string,
  authorities: Authorities,
  known: KnownDocument,
): Part {
  const graph = new GraphBuilder();
  const { document, instrument, entities } = extraction;
  const said = entities
    .filter((entity) => entity.type === 'agreement')
    .map(({ id, ...entity }): readonly [string, Said] => [
      idOf(id),
      { id, ...sayable(entity), own: instrument?.entity === id, language: document.language },
    ]);
  // Edges must find their ends.
  for (const [id] of said) graph.node(id, 'Agreement', {});
  addDocument(graph, extraction, idOf, authorities, known);
  const { nodes, edges } = graph.finish();
  return { nodes: nodes.filter(({ label }) => label !== 'Agreement'), edges, said };
}

function addDocument(
  graph: GraphBuilder,
  extraction: Extraction,
  idOf: (id: string) => string,
  authorities: Authorities,
  { sources = [], extractor }: KnownDocument,
): void {
  const { document, instrument } = extraction;
  const own = extraction.entities.find(({ id }) => id === instrument?.entity);
  const name = own?.type === 'agreement' ? own.title : document.source.replace(/^.*[\\/]/, '');
  graph.node(document.id, 'Document', {
    name,
    names: [name],
    sources: [...new Set([document.source, ...sources])].sort(),
    sha256: document.sha256,
    language: document.language,
    length: document.length,
    extractor,
  });
  for (const entity of extraction.entities) addEntity(graph, entity, authorities);
  for (const entity of extraction.entities) {
    if (entity.type === 'agreement') addFacts(graph, entity, idOf(entity.id), extraction, authorities);
    // What the register knows a body to be an organ of, the register asserts, not the text.
    if (
      entity.type === 'organization' &&
      entity.organ_of !== undefined &&
      entity.organ_of !== entity.id &&
      authorities.organizations.get(entity.authority ?? '')?.organ_of === undefined
    )
      graph.edge(entity.id, 'ORGAN_OF', entity.organ_of, { asserted_by: ['text'], documents: [document.id] });
  }
  const from = instrument ? idOf(instrument.entity) : document.id;
  if (instrument) graph.edge(document.id, 'TEXT_OF', from);
  const sentences = new Sentences(extraction.sentences);
  addMentions(graph, extraction, from, idOf, sentences);
  addRelations(graph, extraction, from, idOf, sentences);
}

function mentionId(document: string, mention: string): string {
  return `mention:${document.replace(/^doc:/, '')}#${mention}`;
}

function addMentions(
  graph: GraphBuilder,
  extraction: Extraction,
  from: string,
  idOf: (id: string) => string,
  sentences: Sentences,
): void {
  const { document } = extraction;
  const entities = new Map(extraction.entities.map((entity) => [entity.id, entity]));
  for (const mention of extraction.mentions) {
    const id = mentionId(document.id, mention.id);
    const { type, text, start, end, via, rule, confidence, unresolved } = mention;
    const sentence = sentences.at(start);
    graph.node(id, 'Mention', {
      name: text,
      type,
      text,
      start,
      end,
      via,
      rule,
      confidence,
      unresolved,
      sentence,
      candidates: (mention.candidates ?? []).map(idOf),
    });
    graph.edge(id, 'FOUND_IN', document.id);
    for (const reference of mention.entities) {
      const entity = entities.get(reference);
      if (!entity) continue;
      addReference(graph, { mention, id, sentence }, entity, from, document.id, idOf);
    }
  }
}

function addReference(
  graph: GraphBuilder,
  { mention, id, sentence }: { mention: Mention; id: string; sentence: string },
  entity: Entity,
  from: string,
  document: string,
  idOf: (id: string) => string,
): void {
  if (entity.type === 'provision') {
    const agreement = idOf(entity.agreement);
    const provision = entity.id.replace(entity.agreement, agreement);
    const bag: Bag = {
      name: entity.label,
      names: [entity.label],
      label: entity.label,
      number: entity.number,
    };
    graph.node(provision, 'Provision', bag);
    graph.edge(id, 'REFERS_TO', provision);
    graph.edge(agreement, 'HAS_PROVISION', provision, { asserted_by: ['text'], documents: [document] });
    graph.citation(
      from,
      'CITES_PROVISION',
      provision,
      { document, mention: id, sentence },
      { assertedBy: 'text', confidence: mention.confidence, prospective: false },
    );
    return;
  }
  const target = idOf(entity.id);
  graph.edge(id, 'REFERS_TO', target);
  if (entity.type !== 'agreement') graph.edge(from, 'MENTIONS', target, { count: 1, documents: [document] });
}

function addRelations(
  graph: GraphBuilder,
  extraction: Extraction,
  from: string,
  idOf: (id: string) => string,
  sentences: Sentences,
): void {
  for (const relation of extraction.relations) {
    const to = idOf(relation.to);
    if (to === from) continue;
    for (const mention of relation.mentions)
      graph.citation(
        from,
        relation.type.toUpperCase() as CitingType,
        to,
        {
          document: extraction.document.id,
          mention: mentionId(extraction.document.id, mention),
          sentence: sentences.at(relation.evidence.start),
        },
        { assertedBy: 'text', confidence: relation.confidence, prospective: relation.prospective },
      );
  }
}

/** The sentences of one document by offset. */
class Sentences {
  readonly #all: readonly Sentence[];
  constructor(all: readonly Sentence[]) {
    this.#all = all;
  }
  at(offset: number): string {
    let low = 0;
    let high = this.#all.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#all[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#all[low]?.text ?? '';
  }
}
