/** Drafts → mentions that lead to entities, and relations between them. */
import { type AgreementKind, LANGUAGES } from '../../graph/vocabulary.ts';
import type { AgreementDraft, Draft, InstrumentDraft, Reading } from '../extract/draft.ts';
import type { AgreementEntity, Document, Entity, Extraction, Mention, Sentence } from '../records.ts';
import type { View } from '../text/view.ts';
import { type Authorities, preferredName } from './authorities.ts';
import type { Cluster } from './cluster.ts';
import { type Coreference, resolveAgreements } from './coreference.ts';
import { agreementId, dateId, namedId, provisionId, stateId } from './identity.ts';
import { linkAgreement } from './linking.ts';
import { linkTitle } from './name-index.ts';
import type { Reference } from './reference.ts';
import { relate, sentenceAt } from './relations.ts';

/** Resolves what a language pack read in a document. */
export function resolve(
  document: Document,
  view: View,
  reading: Reading,
  authorities: Authorities,
): Extraction {
  const coreference = resolveAgreements(reading);
  const agreements = identify(document, coreference, authorities);
  const register = new Register(document, authorities, reading.instrument, agreements);
  const mentions: Mention[] = [];
  const mentionIds = new Map<number, string>();
  reading.drafts.forEach((draft, index) => {
    const found = register.lead(draft, coreference.references.get(index), coreference.references);
    if (found === null) return;
    const span = view.toOriginal(draft.start, draft.end);
    const id = `m${mentions.length + 1}`;
    mentionIds.set(index, id);
    mentions.push({
      id,
      type: draft.type,
      ...span,
      text: document.text.slice(span.start, span.end),
      ...found,
      rule: draft.rule,
      confidence: draft.confidence,
    });
  });
  const own = coreference.own ? (agreements.get(coreference.own)?.id ?? null) : null;
  if (coreference.own) register.agreement(coreference.own);
  for (const { cluster } of coreference.parents) register.agreement(cluster);
  const idOf = (cluster: Cluster) => agreements.get(cluster)?.id ?? '';
  return {
    document: {
      id: document.id,
      source: document.source,
      sha256: document.sha256,
      language: document.language,
      length: document.text.length,
    },
    instrument: own === null ? null : { entity: own },
    mentions,
    entities: register.entities(),
    relations: relate(reading, coreference, view, own ?? document.id, idOf, mentionIds),
    sentences: sentencesOf(document, view, reading),
  };
}

type Identified = Readonly<{ id: string; key: string | null }>;

/** An id for every agreement; two that are linked to one authority entry share it. */
function identify(
  document: Document,
  { clusters }: Coreference,
  authorities: Authorities,
): ReadonlyMap<Cluster, Identified> {
  const language = LANGUAGES.find((code) => code === document.language);
  return new Map(
    clusters.map((cluster) => {
      // The pack's own look-up knows the words around a name; the index knows more ways of writing one.
      const { facts } = cluster;
      const key =
        linkAgreement(facts, authorities) ??
        (language && (facts.keys ?? []).length === 0 ? linkTitle(facts, language, authorities) : null);
      return [cluster, { id: agreementId(key, cluster.facts, document.id, cluster.index), key }];
    }),
  );
}

/** The entities of one document, each once, in order of first mention. */
class Register {
  readonly #document: Document;
  readonly #authorities: Authorities;
  readonly #instrument: InstrumentDraft | null;
  readonly #agreements: ReadonlyMap<Cluster, Identified>;
  readonly #entities = new Map<string, Entity>();
  /** Clusters whose entity is there already. */
  readonly #built = new Set<Cluster>();

  constructor(
    document: Document,
    authorities: Authorities,
    instrument: InstrumentDraft | null,
    agreements: ReadonlyMap<Cluster, Identified>,
  ) {
    this.#document = document;
    this.#authorities = authorities;
    this.#instrument = instrument;
    this.#agreements = agreements;
  }

  entities(): Entity[] {
    return [...this.#entities.values()];
  }

  /** What a draft leads to; null when it is a mention of nothing (a provision of an agreement that is not known). */
  lead(
    draft: Draft,
    reference: Reference | undefined,
    references: ReadonlyMap<number, Reference>,
  ): Pick<Mention, 'entities' | 'via' | 'unresolved' | 'candidates'> | null {
    switch (draft.type) {
      case 'agreement':
        return this.#leadAgreement(draft, reference);
      case 'state':
        return { entities: draft.codes.map((code) => this.state(code)) };
      case 'organization':
        return { entities: [this.#organization(draft.name, draft.keys, draft.organOf)] };
      case 'person':
        return { entities: [this.#person(draft.name)] };
      case 'place':
        return { entities: [this.#place(draft.name, draft.key)] };
      case 'date':
        return {
          entities: [this.#add({ id: dateId(draft.edtf), type: 'date', edtf: draft.edtf })],
        };
      case 'provision': {
        const [cluster] = references.get(draft.of)?.clusters ?? [];
        if (!cluster || cluster.own) return null;
        return { entities: [this.#provision(cluster, draft.label, draft.number)] };
      }
    }
  }

  #leadAgreement(draft: AgreementDraft, reference: Reference | undefined) {
    if (reference?.isNone === true) return null;
    const clusters = reference?.clusters ?? [];
    const entities = [...new Set(clusters.map((cluster) => this.agreement(cluster)))];
    if (entities.length > 0) return { entities, via: draft.via };
    return {
      entities,
      via: draft.via,
      unresolved: reference?.unresolved ?? 'not resolved',
      candidates: (reference?.candidates ?? []).map((cluster) => this.agreement(cluster)),
    };
  }

  #add(entity: Entity): string {
    if (!this.#entities.has(entity.id)) this.#entities.set(entity.id, entity);
    return entity.id;
  }

  state(code: string): string {
    const entry = this.#authorities.states.get(code);
    const name = entry ? preferredName(entry, this.#nameLanguage()) : code;
    return this.#add({ id: stateId(code), type: 'state', code, name });
  }

  #nameLanguage(): 'zh' | 'en' {
    return this.#document.language === 'zh' ? 'zh' : 'en';
  }

  #organization(name: string, keys: readonly string[], organOf?: string): string {
    const key = keys.length === 1 ? (keys[0] ?? null) : null;
    const parent = (key === null ? undefined : this.#authorities.organizations.get(key)?.organ_of) ?? organOf;
    const parentId =
      parent === undefined
        ? undefined
        : this.#organization(this.#organizationName(parent), this.#organizationKeys(parent));
    return this.#add({
      id: namedId('org', key, name),
      type: 'organization',
      name: key === null ? name : this.#organizationName(key),
      ...(key === null ? {} : { authority: key }),
      ...(parentId === undefined ? {} : { organ_of: parentId }),
    });
  }

  #organizationKeys(keyOrName: string): string[] {
    return this.#authorities.organizations.has(keyOrName) ? [keyOrName] : [];
  }

  #organizationName(keyOrName: string): string {
    const entry = this.#authorities.organizations.get(keyOrName);
    return entry ? preferredName(entry, this.#nameLanguage()) : keyOrName;
  }

  #person(name: string): string {
    return this.#add({ id: namedId('person', null, name), type: 'person', name });
  }

  #place(name: string, key?: string): string {
    const entry = key === undefined ? undefined : this.#authorities.places.get(key);
    return this.#add({
      id: namedId('place', key ?? null, name),
      type: 'place',
      name: entry ? preferredName(entry, this.#nameLanguage()) : name,
      ...(entry ? { authority: entry.key } : {}),
    });
  }

  #provision(cluster: Cluster, label: string, number: string): string {
    const agreement = this.agreement(cluster);
    return this.#add({ id: provisionId(agreement, number), type: 'provision', agreement, label, number });
  }

  /** The entity of a cluster; clusters that one authority entry unites fill the gaps of the first. */
  agreement(cluster: Cluster): string {
    const { id, key } = this.#agreements.get(cluster) ?? { id: '', key: null };
    if (this.#built.has(cluster)) return id;
    this.#built.add(cluster);
    const known = this.#entities.get(id);
    const built = this.#build(cluster, id, key);
    if (known?.type === 'agreement') this.#entities.set(id, this.#unite(known, built));
    else this.#entities.set(id, built);
    return id;
  }

  /** What two clusters say of one agreement: the first counts, and no title is lost. */
  #unite(first: AgreementEntity, second: AgreementEntity): AgreementEntity {
    const { language } = this.#document;
    const titles = [first, second].flatMap(({ title, names }) => [title, ...(names?.[language] ?? [])]);
    const others = [...new Set(titles)].filter((title) => title !== first.title);
    return { ...second, ...first, ...(others.length === 0 ? {} : { names: { [language]: others } }) };
  }

  #build(cluster: Cluster, id: string, key: string | null): AgreementEntity {
    const { facts } = cluster;
    const kind: AgreementKind =
      facts.kind ?? (key ? this.#authorities.agreements.get(key)?.kind : null) ?? 'other';
    const names = [...cluster.titles].filter((title) => title !== facts.title);
    const instrument = cluster.own ? this.#instrument : null;
    const partyIds = facts.parties?.map((party) =>
      this.#authorities.organizations.has(party) ? `org:${party}` : party,
    );
    return {
      id,
      type: 'agreement',
      title: facts.title ?? this.#titleByAuthority(key) ?? kind,
      kind,
      ...(facts.signed === undefined ? {} : { signed: facts.signed }),
      ...(partyIds === undefined || partyIds.length === 0 ? {} : { parties: partyIds }),
      status: cluster.prospective && facts.signed === undefined && !cluster.own ? 'prospective' : 'concluded',
      ...(facts.place === undefined ? {} : { place: facts.place }),
      ...(instrument?.signatories ? { signatories: instrument.signatories } : {}),
      ...(facts.in_force === undefined ? {} : { in_force: facts.in_force }),
      ...(facts.ended === undefined ? {} : { ended: facts.ended }),
      ...(facts.adopted_by === undefined ? {} : { adopted_by: facts.adopted_by }),
      ...(instrument?.depositary === undefined ? {} : { depositary: instrument.depositary }),
      ...(instrument?.authentic_languages ? { authentic_languages: instrument.authentic_languages } : {}),
      ...(facts.core === undefined ? {} : { core: facts.core }),
      ...(names.length === 0 ? {} : { names: { [this.#document.language]: names } }),
      ...(key === null ? {} : { authority: key }),
    };
  }

  #titleByAuthority(key: string | null): string | undefined {
    const entry = key === null ? undefined : this.#authorities.agreements.get(key);
    return entry && preferredName(entry, this.#nameLanguage());
  }
}

/** The sentences that hold drafts, tidied. */
function sentencesOf(document: Document, view: View, reading: Reading): Sentence[] {
  const sentences: Sentence[] = [];
  let last = -1;
  for (const draft of reading.drafts) {
    const sentence = sentenceAt(reading, draft.start);
    if (sentence.start <= last || sentence.end <= sentence.start) continue;
    last = sentence.start;
    const span = view.toOriginal(sentence.start, sentence.end);
    sentences.push({ ...span, text: tidy(document.text.slice(span.start, span.end)) });
  }
  return sentences;
}

/** More than single spaces. */
const UNTIDY = /[^\S ]|\s\s/u;

/** Without line breaks inside; between Chinese characters nothing is left of them, elsewhere one space. */
export function tidy(text: string): string {
  const trimmed = text.trim();
  if (!UNTIDY.test(trimmed)) return trimmed;
  return trimmed
    .replace(/([\u3000-\u9fff\uff00-\uffef])[^\S\n\r]*[\n\r]\s*(?=[\u3000-\u9fff\uff00-\uffef])/gu, '$1')
    .replace(/\s+/gu, ' ');
}
