/** Extractions → graph. The same graph in any order of documents. */
import type { CitingType, LanguageCode } from '../graph/vocabulary.ts';
import { LANGUAGES } from '../graph/vocabulary.ts';
import { addAuthorities } from './assemble/authorities.ts';
import { type Bag, GraphBuilder } from './assemble/builder.ts';
import { addEntity, addFacts, namesOfEntry } from './assemble/entities.ts';
import { unify } from './assemble/unify.ts';
import type { AgreementEntity, Entity, Extraction, Graph, Mention, Sentence } from './records.ts';
import type { Authorities } from './resolve/authorities.ts';
import { boundsOf } from './text/edtf.ts';

export type AssembleOptions = Readonly<{
  /** Take every authority, not only those that texts are linked to. */
  withAuthorities?: boolean;
  /** All sources of a document, where it has more than the one in its extraction. */
  sources?: (documentId: string) => readonly string[];
  /** Version that read a document. */
  extractor?: (documentId: string) => string | undefined;
}>;

/** Builds the graph that these extractions support, with what authorities know of it. */
export function assemble(
  extractions: readonly Extraction[],
  authorities: Authorities,
  options: AssembleOptions = {},
): Graph {
  const graph = new GraphBuilder();
  const ordered = [...extractions].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
  const agreements = ordered.flatMap((extraction) =>
    extraction.entities.filter((entity) => entity.type === 'agreement'),
  );
  const merged = unify(agreements);
  const idOf = (id: string) => merged.get(id) ?? id;
  addAgreements(graph, ordered, idOf, authorities);
  for (const extraction of ordered) addDocument(graph, extraction, idOf, authorities, options);
  const linked = new Set(agreements.map(({ authority }) => authority).filter((key) => key !== undefined));
  addAuthorities(graph, linked, authorities, options.withAuthorities === true);
  return graph.finish();
}

/** What all texts together say of each agreement. */
function addAgreements(
  graph: GraphBuilder,
  extractions: readonly Extraction[],
  idOf: (id: string) => string,
  authorities: Authorities,
): void {
  const said = new Map<string, { entity: AgreementEntity; own: boolean; language: string }[]>();
  for (const { document, instrument, entities } of extractions)
    for (const entity of entities) {
      if (entity.type !== 'agreement') continue;
      const id = idOf(entity.id);
      const list = said.get(id) ?? [];
      list.push({ entity, own: instrument?.entity === entity.id, language: document.language });
      said.set(id, list);
    }
  for (const [id, list] of said) {
    const key = list.find(({ entity }) => entity.authority !== undefined)?.entity.authority;
    const entry = key === undefined ? undefined : authorities.agreements.get(key);
    const best = list.reduce((a, b) => (titleRank(b) > titleRank(a) ? b : a));
    const names = namesOfEntry(entry);
    for (const language of LANGUAGES) names[`name_${language}`] ??= titleIn(list, language);
    const signed = list.map(({ entity }) => entity.signed).find((date) => date !== undefined);
    graph.node(id, 'Agreement', {
      ...names,
      name: best.entity.title,
      title: best.entity.title,
      kind: best.entity.kind,
      status:
        list.some(({ entity }) => entity.status === 'concluded') || hasHappened(entry)
          ? 'concluded'
          : 'prospective',
      ...(signed === undefined ? {} : { signed, ...boundsOf(signed) }),
      authority: key,
    });
    graph.node(id, 'Agreement', {
      names: list.flatMap(({ entity }) => [entity.title, ...Object.values(entity.names ?? {}).flat()]),
      aliases: list.map(({ entity }) => entity.id).filter((alias) => alias !== id),
    });
  }
}

function hasHappened(entry: { signed?: string; adopted?: string } | undefined): boolean {
  return entry?.signed !== undefined || entry?.adopted !== undefined;
}

/** The instrument's own title first, then a full title, then the longest; ties by the alphabet. */
function titleRank({ entity, own }: { entity: AgreementEntity; own: boolean }): string {
  const length = String(Math.min(entity.title.length, 99)).padStart(2, '0');
  return `${own ? 1 : 0} ${entity.signed === undefined ? 0 : 1} ${length} ${entity.title}`;
}

function titleIn(
  list: readonly { entity: AgreementEntity; own: boolean; language: string }[],
  language: LanguageCode,
): string | undefined {
  const own = list.filter((item) => item.language === language);
  return own.length === 0
    ? undefined
    : own.reduce((a, b) => (titleRank(b) > titleRank(a) ? b : a)).entity.title;
}

/** One document: its node, its mentions, what its text asserts, and its relations. */
function addDocument(
  graph: GraphBuilder,
  extraction: Extraction,
  idOf: (id: string) => string,
  authorities: Authorities,
  options: AssembleOptions,
): void {
  const { document, instrument } = extraction;
  const sources = options.sources?.(document.id) ?? [];
  const own = extraction.entities.find(({ id }) => id === instrument?.entity);
  const name = own?.type === 'agreement' ? own.title : document.source.replace(/^.*[\\/]/, '');
  graph.node(document.id, 'Document', {
    name,
    names: [name],
    sources: [...new Set([document.source, ...sources])].sort(),
    sha256: document.sha256,
    language: document.language,
    length: document.length,
    extractor: options.extractor?.(document.id),
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
