/** The entities of one document, each once, in order of first mention. */
import type { AgreementKind } from '../../graph/vocabulary.ts';
import type { Draft, InstrumentDraft, OrganizationDraft, PlaceDraft } from '../extract/draft.ts';
import type { AgreementEntity, Document, Entity, OrganizationEntity, Signatory } from '../records.ts';
import type { Writable } from '../text/writable.ts';
import { type Authorities, preferredName } from './authorities.ts';
import type { Cluster } from './cluster.ts';
import type { Excerpts } from './excerpts.ts';
import { dateId, namedId, provisionId, stateId } from './identity.ts';
import { Persons } from './persons.ts';
import type { Reference } from './reference.ts';

/** Id of an agreement, and its authority's key where it is linked. */
export type Identified = Readonly<{ id: string; key: string | null }>;
/** Ids of the entities that a mention leads to. One list for all mentions that lead to the same. */
type Ids = readonly string[];

export class Register {
  readonly #document: Document;
  readonly #excerpts: Excerpts;
  readonly #authorities: Authorities;
  readonly #instrument: InstrumentDraft | null;
  /** By index of the cluster. */
  readonly #agreements: readonly Identified[];
  readonly #entities = new Map<string, Entity>();
  /** By index of the cluster; of those whose entity is there already. */
  readonly #built: (Ids | undefined)[] = [];
  /** What drafts of one name lead to: a text names the same again and again. */
  readonly #states = new Map<string, Ids>();
  readonly #listed = new Map<string, Ids>();
  readonly #organizations = new Map<string, Ids>();
  readonly #persons = new Map<string, Ids>();
  readonly #people = new Persons();
  readonly #places = new Map<string, Ids>();
  readonly #dates = new Map<string, Ids>();

  constructor(
    document: Document,
    authorities: Authorities,
    instrument: InstrumentDraft | null,
    agreements: readonly Identified[],
    excerpts: Excerpts,
  ) {
    this.#document = document;
    this.#excerpts = excerpts;
    this.#authorities = authorities;
    this.#instrument = instrument;
    this.#agreements = agreements;
  }

  entities(): Entity[] {
    return [...this.#entities.values()];
  }

  /**
   * What a draft leads to; null when it is a mention of nothing (a provision of an agreement that is not known).
   * @param reference of the agreement that is mentioned, or of the one that the provision belongs to
   */
  lead(draft: Draft, reference: Reference | undefined): Ids | null {
    switch (draft.type) {
      case 'agreement':
        return reference?.isNone === true ? null : this.agreements(reference?.clusters ?? []);
      case 'state': {
        const [code] = draft.codes;
        return code !== undefined && draft.codes.length === 1
          ? this.#state(code)
          : draft.codes.flatMap((one) => this.#state(one));
      }
      case 'organization':
        return this.#organizationOf(draft);
      case 'person':
        return this.#persons.get(draft.name) ?? this.#personOf(draft.name);
      case 'place':
        return this.#placeOf(draft);
      case 'date':
        return this.#dates.get(draft.edtf) ?? keep(this.#dates, draft.edtf, this.#date(draft.edtf));
      case 'provision': {
        const [cluster] = reference?.clusters ?? [];
        return !cluster || cluster.own ? null : [this.#provision(cluster, draft.label, draft.number)];
      }
    }
  }

  /** Each agreement once. */
  agreements(clusters: readonly Cluster[]): Ids {
    const [only] = clusters;
    if (only && clusters.length === 1) return this.agreement(only);
    return [...new Set(clusters.flatMap((cluster) => this.agreement(cluster)))];
  }

  /** The entity of a cluster; clusters that one authority entry unites fill the gaps of the first. */
  agreement(cluster: Cluster): Ids {
    const known = this.#built[cluster.index];
    if (known) return known;
    const { id, key } = this.#agreements[cluster.index] ?? { id: '', key: null };
    const ids = [id];
    this.#built[cluster.index] = ids;
    const first = this.#entities.get(id);
    const built = this.#build(cluster, id, key);
    this.#entities.set(id, first?.type === 'agreement' ? this.#unite(first, built) : built);
    return ids;
  }

  #add(entity: Entity): string {
    if (!this.#entities.has(entity.id)) this.#entities.set(entity.id, entity);
    return entity.id;
  }

  #state(code: string): Ids {
    const known = this.#states.get(code);
    if (known) return known;
    const entry = this.#authorities.states.get(code);
    const name = entry ? preferredName(entry, this.#nameLanguage()) : code;
    return keep(this.#states, code, this.#add({ id: stateId(code), type: 'state', code, name }));
  }

  #date(edtf: string): string {
    return this.#add({ id: dateId(edtf), type: 'date', edtf });
  }

  #nameLanguage(): 'zh' | 'en' {
    return this.#document.language === 'zh' ? 'zh' : 'en';
  }

  #organizationOf({ name, keys, organOf }: OrganizationDraft): Ids {
    if (organOf !== undefined) return [this.#organization(name, keys, organOf)];
    const [key] = keys;
    return key !== undefined && keys.length === 1
      ? (this.#listed.get(key) ?? keep(this.#listed, key, this.#organization(name, keys)))
      : (this.#organizations.get(name) ?? keep(this.#organizations, name, this.#organization(name, keys)));
  }

  #organization(name: string, keys: readonly string[], organOf?: string): string {
    const key = keys.length === 1 ? (keys[0] ?? null) : null;
    const parent = (key === null ? undefined : this.#authorities.organizations.get(key)?.organ_of) ?? organOf;
    const parentId =
      parent === undefined
        ? undefined
        : this.#organization(this.#organizationName(parent), this.#organizationKeys(parent));
    const built: Writable<OrganizationEntity> = {
      id: namedId('org', key, name),
      type: 'organization',
      name: key === null ? this.#excerpts.narrow(name) : this.#organizationName(key),
    };
    if (key !== null) built.authority = key;
    if (parentId !== undefined) built.organ_of = parentId;
    return this.#add(built);
  }

  #organizationKeys(keyOrName: string): string[] {
    return this.#authorities.organizations.has(keyOrName) ? [keyOrName] : [];
  }

  #organizationName(keyOrName: string): string {
    const entry = this.#authorities.organizations.get(keyOrName);
    return entry ? preferredName(entry, this.#nameLanguage()) : keyOrName;
  }

  #personOf(written: string): Ids {
    const name = this.#people.nameOf(written);
    const id = this.#add({
      id: namedId('person', null, name),
      type: 'person',
      name: this.#excerpts.narrow(name),
    });
    return keep(this.#persons, written, id);
  }

  #placeOf(draft: PlaceDraft): Ids {
    const { name, key } = draft;
    return key === undefined
      ? (this.#places.get(name) ?? keep(this.#places, name, this.#place(draft)))
      : (this.#listed.get(key) ?? keep(this.#listed, key, this.#place(draft)));
  }

  #place({ name, key }: PlaceDraft): string {
    const entry = key === undefined ? undefined : this.#authorities.places.get(key);
    return this.#add({
      id: namedId('place', key ?? null, name),
      type: 'place',
      name: entry ? preferredName(entry, this.#nameLanguage()) : this.#excerpts.narrow(name),
      ...(entry ? { authority: entry.key } : {}),
    });
  }

  #provision(cluster: Cluster, written: string, path: string): string {
    const [agreement = ''] = this.agreement(cluster);
    const label = this.#excerpts.narrow(written);
    const number = this.#excerpts.narrow(path);
    return this.#add({ id: provisionId(agreement, number), type: 'provision', agreement, label, number });
  }

  /** What two clusters say of one agreement: the first counts, and no title is lost. */
  #unite(first: AgreementEntity, second: AgreementEntity): AgreementEntity {
    const { language } = this.#document;
    const titles = [first, second].flatMap(({ title, names }) => [title, ...(names?.[language] ?? [])]);
    const others = [...new Set(titles)].filter((title) => title !== first.title);
    return { ...second, ...first, ...(others.length === 0 ? {} : { names: { [language]: others } }) };
  }

  #build(cluster: Cluster, id: string, key: string | null): AgreementEntity {
    const { facts, own } = cluster;
    const { signed, parties, place, in_force, ended, adopted_by, core } = facts;
    const kind: AgreementKind =
      facts.kind ?? (key ? this.#authorities.agreements.get(key)?.kind : null) ?? 'other';
    const title = facts.title === undefined ? undefined : this.#excerpts.narrow(facts.title);
    const built: Partial<Writable<AgreementEntity>> & Pick<AgreementEntity, 'title'> = {
      id,
      type: 'agreement',
      title: title ?? this.#titleByAuthority(key) ?? kind,
      kind,
    };
    // Each in its place: they leave in this order.
    if (signed !== undefined) built.signed = signed;
    if (parties !== undefined && parties.length > 0) built.parties = parties.map((one) => this.#partyId(one));
    built.status = cluster.prospective && signed === undefined && !own ? 'prospective' : 'concluded';
    if (place !== undefined) built.place = place;
    const instrument = own ? this.#instrument : null;
    const signatories = instrument?.signatories?.map((one) => this.#signatory(one));
    if (signatories !== undefined) built.signatories = signatories;
    if (in_force !== undefined) built.in_force = in_force;
    if (ended !== undefined) built.ended = ended;
    if (adopted_by !== undefined) built.adopted_by = adopted_by;
    if (instrument?.depositary !== undefined) built.depositary = instrument.depositary;
    if (instrument?.authentic_languages) built.authentic_languages = instrument.authentic_languages;
    if (core !== undefined) built.core = this.#excerpts.narrow(core);
    const names = this.#otherNames(cluster);
    if (names.length > 0) built.names = { [this.#document.language]: names };
    if (key !== null) built.authority = key;
    return built as AgreementEntity;
  }

  /** What it is called beside its title. */
  #otherNames({ facts, titles }: Cluster): readonly string[] {
    if (titles.size === 0) return [];
    return [...titles].filter((title) => title !== facts.title).map((title) => this.#excerpts.narrow(title));
  }

  #partyId(party: string): string {
    return this.#authorities.organizations.has(party) ? `org:${party}` : party;
  }

  #signatory(signatory: Signatory): Signatory {
    const { party } = signatory;
    return party === undefined ? signatory : { ...signatory, party: this.#partyId(party) };
  }

  #titleByAuthority(key: string | null): string | undefined {
    const entry = key === null ? undefined : this.#authorities.agreements.get(key);
    return entry && preferredName(entry, this.#nameLanguage());
  }
}

/** The list of an id, for all drafts of this name. */
function keep(lists: Map<string, Ids>, name: string, id: string): Ids {
  const list = [id];
  lists.set(name, list);
  return list;
}
