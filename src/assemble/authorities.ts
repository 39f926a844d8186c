/** What authorities assert of the agreements that texts are linked to, and one relation beyond. */
import { CHANGES, type CitingType } from '../../graph/vocabulary.ts';
import type { Graph } from '../records.ts';
import {
  type AgreementAuthority,
  type Authorities,
  describeSource,
  preferredName,
} from '../resolve/authorities.ts';
import { stateId } from '../resolve/identity.ts';
import { boundsOf } from '../text/edtf.ts';
import { GraphBuilder } from './builder.ts';
import { addDate, addOrganization, addParty, addPlace, addState, namesOfEntry, saidBy } from './entities.ts';

/**
 * What is known of each linked agreement, and its neighbours by relation; with `all`, every entry.
 * @param linked keys of the entries that texts are linked to
 * @param present ids of the states and organizations that texts name
 */
export function authoritiesPart(
  linked: ReadonlySet<string>,
  present: ReadonlySet<string>,
  authorities: Authorities,
  all: boolean,
): Graph {
  const graph = new GraphBuilder();
  const wanted = all ? new Set(authorities.agreements.keys()) : withNeighbours(linked, authorities);
  for (const key of wanted) {
    const entry = authorities.agreements.get(key);
    if (entry) addEntry(graph, entry, authorities);
  }
  for (const key of wanted) {
    const entry = authorities.agreements.get(key);
    for (const relation of entry?.relations ?? []) {
      if (!wanted.has(relation.to) || !(all || linked.has(key) || linked.has(relation.to))) continue;
      graph.citation(
        `agr:${key}`,
        relation.type.toUpperCase() as CitingType,
        `agr:${relation.to}`,
        { document: '', mention: '', sentence: describeSource(authorities, relation.source) },
        { assertedBy: 'authority', confidence: 1, prospective: false },
      );
    }
  }
  if (all) {
    for (const key of authorities.organizations.keys()) addOrganization(graph, key, authorities);
    for (const { code, territory } of authorities.states.values())
      if (territory !== true) addState(graph, code, authorities);
  }
  addSuccessors(graph, present, authorities);
  return graph.finish();
}

function withNeighbours(linked: ReadonlySet<string>, authorities: Authorities): Set<string> {
  const wanted = new Set(linked);
  for (const entry of authorities.agreements.values())
    for (const { type, to } of entry.relations ?? []) {
      // Its own history belongs to it; what else cites it is for texts to say.
      if (!CHANGES.has(type)) continue;
      if (linked.has(entry.key)) wanted.add(to);
      if (linked.has(to)) wanted.add(entry.key);
    }
  return wanted;
}

function addEntry(graph: GraphBuilder, entry: AgreementAuthority, authorities: Authorities): void {
  const id = `agr:${entry.key}`;
  const known: Partial<AgreementAuthority> = entry.unverified === true ? {} : entry;
  const dated = known.signed ?? known.adopted;
  graph.node(id, 'Agreement', {
    ...namesOfEntry(entry),
    name: preferredName(entry, 'en'),
    title: preferredName(entry, 'en'),
    kind: entry.kind,
    status: 'concluded',
    authority: entry.key,
    ...(dated === undefined ? {} : { signed: dated, ...boundsOf(dated) }),
  });
  const said = saidBy(entry.sources, authorities);
  for (const [type, date] of [
    ['SIGNED_ON', known.signed ?? known.adopted],
    ['IN_FORCE_ON', known.in_force],
    ['ENDED_ON', known.ended],
  ] as const)
    if (date !== undefined) graph.edge(id, type, addDate(graph, date), said);
  if (known.place !== undefined)
    graph.edge(id, 'SIGNED_AT', addPlace(graph, known.place, known.place, authorities), said);
  for (const party of known.parties ?? []) {
    const node = addParty(graph, party, authorities);
    if (node !== null) graph.edge(id, 'HAS_PARTY', node, said);
  }
  for (const keeper of known.depositary ?? []) {
    const node = addParty(graph, keeper, authorities);
    if (node !== null) graph.edge(id, 'DEPOSITED_WITH', node, said);
  }
  if (known.adopted_by !== undefined)
    graph.edge(id, 'ADOPTED_BY', addOrganization(graph, known.adopted_by, authorities), said);
}

/** SUCCESSOR_OF between states, and between organizations, that are both in the graph. */
function addSuccessors(graph: GraphBuilder, present: ReadonlySet<string>, authorities: Authorities): void {
  const isThere = (id: string) => graph.has(id) || present.has(id);
  for (const state of authorities.states.values())
    for (const successor of state.successors ?? [])
      if (isThere(stateId(state.code)) && isThere(stateId(successor)))
        graph.edge(
          addState(graph, successor, authorities),
          'SUCCESSOR_OF',
          addState(graph, state.code, authorities),
          saidBy(state.sources ?? [], authorities),
        );
  for (const { key, predecessor, sources } of authorities.organizations.values())
    if (predecessor !== undefined && isThere(`org:${key}`) && isThere(`org:${predecessor}`))
      graph.edge(
        addOrganization(graph, key, authorities),
        'SUCCESSOR_OF',
        addOrganization(graph, predecessor, authorities),
        saidBy(sources, authorities),
      );
}
