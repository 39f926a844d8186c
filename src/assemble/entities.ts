/** Entities → nodes, with the facts that a text asserts of them. */
import { LANGUAGES, type LanguageCode } from '../../graph/vocabulary.ts';
import type { AgreementEntity, Entity, Extraction } from '../records.ts';
import {
  type Authorities,
  describeSource,
  preferredName,
  type SourceReference,
} from '../resolve/authorities.ts';
import { dateId, namedId, stateId } from '../resolve/identity.ts';
import { boundsOf } from '../text/edtf.ts';
import type { Bag, GraphBuilder } from './builder.ts';

type Entry = Readonly<{
  names: Readonly<Partial<Record<LanguageCode, readonly string[]>>>;
  ambiguous?: Readonly<Partial<Record<LanguageCode, readonly string[]>>>;
}>;

/** `name_zh` … and all names of an authority's entry. */
export function namesOfEntry(entry: Entry | undefined): Bag {
  if (!entry) return {};
  const bag: Bag = {};
  const names: string[] = [];
  for (const language of LANGUAGES) {
    const own = [...(entry.names[language] ?? []), ...(entry.ambiguous?.[language] ?? [])];
    if (own[0] !== undefined) bag[`name_${language}`] = own[0];
    names.push(...own);
  }
  bag.names = [...new Set(names)];
  return bag;
}

export function addDate(graph: GraphBuilder, edtf: string): string {
  const id = dateId(edtf);
  graph.node(id, 'Date', { name: edtf, names: [edtf], edtf, ...boundsOf(edtf) });
  return id;
}

export function addState(graph: GraphBuilder, code: string, authorities: Authorities): string {
  const entry = authorities.states.get(code);
  const id = stateId(code);
  graph.node(id, 'State', { ...namesOfEntry(entry), name: entry ? preferredName(entry, 'en') : code, code });
  return id;
}

export function addOrganization(graph: GraphBuilder, key: string, authorities: Authorities): string {
  const entry = authorities.organizations.get(key);
  const id = namedId('org', key, key);
  graph.node(id, 'Organization', {
    ...namesOfEntry(entry),
    name: entry ? preferredName(entry, 'en') : key,
    authority: key,
  });
  if (entry?.organ_of !== undefined)
    graph.edge(
      id,
      'ORGAN_OF',
      addOrganization(graph, entry.organ_of, authorities),
      saidBy(entry.sources, authorities),
    );
  return id;
}

/** What an authority asserts, and where it was read. */
export function saidBy(sources: readonly SourceReference[], authorities: Authorities): Bag {
  return {
    asserted_by: ['authority'],
    evidence: sources.map((source) => describeSource(authorities, source)),
  };
}

/** A state code or an organization's key or id. */
export function addParty(graph: GraphBuilder, party: string, authorities: Authorities): string | null {
  if (authorities.states.has(party)) return addState(graph, party, authorities);
  const key = party.replace(/^org:/, '');
  if (authorities.organizations.has(key)) return addOrganization(graph, key, authorities);
  return graph.has(party) ? party : null;
}

export function addPlace(
  graph: GraphBuilder,
  name: string,
  key: string | undefined,
  authorities: Authorities,
): string {
  const entry = key === undefined ? undefined : authorities.places.get(key);
  const id = namedId('place', key ?? null, name);
  const names = namesOfEntry(entry);
  graph.node(id, 'Place', { ...names, name: entry ? preferredName(entry, 'en') : name });
  if (!entry) graph.node(id, 'Place', { names: [name] });
  return id;
}

/** Nodes of everything but agreements. */
export function addEntity(graph: GraphBuilder, entity: Entity, authorities: Authorities): void {
  switch (entity.type) {
    case 'state':
      addState(graph, entity.code, authorities);
      return;
    case 'date':
      addDate(graph, entity.edtf);
      return;
    case 'place':
      addPlace(graph, entity.name, entity.authority, authorities);
      return;
    case 'person':
      graph.node(entity.id, 'Person', { name: entity.name, names: [entity.name] });
      return;
    case 'organization':
      if (entity.authority !== undefined) addOrganization(graph, entity.authority, authorities);
      else graph.node(entity.id, 'Organization', { name: entity.name, names: [entity.name] });
      return;
    case 'agreement':
    case 'provision':
      return;
  }
}

/** What one text asserts of one agreement: date, place, parties, signatories. */
export function addFacts(
  graph: GraphBuilder,
  agreement: AgreementEntity,
  id: string,
  extraction: Extraction,
  authorities: Authorities,
): void {
  const said = { asserted_by: ['text'], documents: [extraction.document.id] };
  for (const [type, date] of [
    ['SIGNED_ON', agreement.signed],
    ['IN_FORCE_ON', agreement.in_force],
    ['ENDED_ON', agreement.ended],
  ] as const)
    if (date !== undefined) graph.edge(id, type, addDate(graph, date), said);
  for (const party of agreement.parties ?? []) {
    const node = addParty(graph, party, authorities);
    if (node !== null) graph.edge(id, 'HAS_PARTY', node, said);
  }
  if (agreement.place !== undefined) {
    const place = extraction.entities.find(
      (entity) => entity.type === 'place' && entity.name === agreement.place,
    );
    const key = place?.type === 'place' ? place.authority : undefined;
    graph.edge(id, 'SIGNED_AT', addPlace(graph, agreement.place, key, authorities), said);
  }
  for (const { person, party, office } of agreement.signatories ?? []) {
    const node = namedId('person', null, person);
    graph.node(node, 'Person', { name: person, names: [person] });
    graph.edge(id, 'SIGNED_BY', node, { ...said, party, office });
    const represented = party === undefined ? null : addParty(graph, party, authorities);
    if (represented !== null) graph.edge(node, 'REPRESENTS', represented, said);
  }
  for (const [type, body] of [
    ['ADOPTED_BY', agreement.adopted_by],
    ['DEPOSITED_WITH', agreement.depositary],
  ] as const) {
    const node = body === undefined ? null : addParty(graph, body, authorities);
    if (node !== null) graph.edge(id, type, node, said);
  }
}
