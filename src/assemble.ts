/** Extractions → graph. The same graph in any order of documents. */
import { addAgreement, type Said } from './assemble/agreement.ts';
import { authoritiesPart } from './assemble/authorities.ts';
import { GraphBuilder } from './assemble/builder.ts';
import { type KnownDocument, type Part, partOf } from './assemble/part.ts';
import { unify } from './assemble/unify.ts';
import type { Extraction, Graph, GraphEdge, GraphNode } from './records.ts';
import type { Authorities } from './resolve/authorities.ts';

export type AssembleOptions = Readonly<{
  /** Take every authority, not only those that texts are linked to. */
  withAuthorities?: boolean;
  /** What is known of a document beside its extraction. */
  known?: (documentId: string) => KnownDocument;
}>;

/** Builds the graph that these extractions support, with what authorities know of it. */
export function assemble(
  extractions: readonly Extraction[],
  authorities: Authorities,
  options: AssembleOptions = {},
): Graph {
  const ordered = [...extractions].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
  const merged = unify(ordered.flatMap(agreementsIn));
  const idOf = (id: string) => merged.get(id) ?? id;
  const roll = new Roll(authorities);
  const parts = ordered.map((each) =>
    partOf(each, idOf, authorities, options.known?.(each.document.id) ?? {}),
  );
  for (const part of parts) roll.note(part);
  parts.push(roll.authoritiesPart(options.withAuthorities === true));
  return {
    nodes: joinNodes(
      parts.flatMap(({ said }) => said),
      parts.flatMap(({ nodes }) => nodes),
      authorities,
    ),
    edges: joinEdges(parts.flatMap(({ edges }) => edges)),
  };
}

/** The agreements that a text names, as `unify` takes them. */
export function agreementsIn({ entities }: Extraction) {
  return entities.filter((entity) => entity.type === 'agreement');
}

/** Which entries of the register the texts lead to: all that its own part depends on. */
export class Roll {
  readonly #authorities: Authorities;
  readonly #linked = new Set<string>();
  /** Ids of states and organizations. */
  readonly #present = new Set<string>();

  constructor(authorities: Authorities) {
    this.#authorities = authorities;
  }

  note({ nodes, said }: Part): void {
    for (const [, { authority }] of said) if (authority !== undefined) this.#linked.add(authority);
    for (const { id, label } of nodes)
      if (label === 'State' || label === 'Organization') this.#present.add(id);
  }

  /** What authorities know of it; with `all`, everything that they know. */
  authoritiesPart(all: boolean): Part {
    return { ...authoritiesPart(this.#linked, this.#present, this.#authorities, all), said: [] };
  }
}

/** One node for each id, sorted; in the order of documents. */
export function joinNodes(
  said: Iterable<readonly [id: string, said: Said]>,
  nodes: Iterable<GraphNode>,
  authorities: Authorities,
): readonly GraphNode[] {
  const graph = new GraphBuilder();
  for (const [id, each] of Map.groupBy(said, ([id]) => id))
    addAgreement(
      graph,
      id,
      each.map(([, one]) => one),
      authorities,
    );
  for (const { id, label, properties } of nodes) graph.node(id, label, properties);
  return graph.nodes();
}

/** One edge for each id, sorted; in the order of documents. */
export function joinEdges(edges: Iterable<GraphEdge>): readonly GraphEdge[] {
  const graph = new GraphBuilder();
  for (const { from, type, to, properties } of edges) graph.edge(from, type, to, properties);
  return graph.edges();
}
