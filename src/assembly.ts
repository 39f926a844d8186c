/**
 * A graph of any size, from extractions that are read one at a time: what each document adds is set aside under the ids
 * of nodes and edges, and joined part by part when a store asks for it.
 */
import { join } from 'node:path';
import type { Said } from './assemble/agreement.ts';
import { type KnownDocument, type Part, partOf } from './assemble/part.ts';
import { unify, unifyingKey } from './assemble/unify.ts';
import { agreementsIn, joinEdges, joinNodes, Roll } from './assemble.ts';
import type { AgreementEntity, Extraction, GraphEdge, GraphNode } from './records.ts';
import type { Authorities } from './resolve/authorities.ts';
import { Spool } from './spool.ts';
import type { GraphPages } from './store/port.ts';

/** An extraction, and what is known of its document beside it. */
export type Given = Readonly<{ extraction: Extraction; known: KnownDocument }>;
export type AssemblyInput = Readonly<{
  /** Every document, in the order of ids; read twice. */
  documents: () => AsyncIterable<Given>;
  authorities: Authorities;
  withAuthorities: boolean;
  /** Where what does not fit in memory is kept meanwhile; nothing else lies there. */
  folder: string;
  /** How much of each kind fits, in UTF-16 units of JSON; as `Spool` has it when not said. */
  held?: number;
}>;

const PAGE = 1000;

export class Assembly implements GraphPages {
  readonly #authorities: Authorities;
  readonly #agreements: Spool<AgreementEntity>;
  readonly #said: Spool<readonly [string, Said] | GraphNode>;
  readonly #edges: Spool<GraphEdge>;

  private constructor({ authorities, folder, held }: AssemblyInput) {
    this.#authorities = authorities;
    this.#agreements = new Spool(join(folder, 'agreements'), held);
    this.#said = new Spool(join(folder, 'nodes'), held);
    this.#edges = new Spool(join(folder, 'edges'), held);
  }

  /** Reads the documents; `clear` it when the graph is written. */
  static async of(input: AssemblyInput): Promise<Assembly> {
    const assembly = new Assembly(input);
    // What a killed build left.
    await assembly.clear();
    const merged = await assembly.#unify(input);
    const idOf = (id: string) => merged.get(id) ?? id;
    const roll = new Roll(input.authorities);
    for await (const { extraction, known } of input.documents()) {
      const part = partOf(extraction, idOf, input.authorities, known);
      roll.note(part);
      await assembly.#add(part);
    }
    await assembly.#add(roll.authoritiesPart(input.withAuthorities));
    return assembly;
  }

  /** Only agreements of one kind and core can be one. */
  async #unify({ documents }: AssemblyInput): Promise<ReadonlyMap<string, string>> {
    for await (const { extraction } of documents()) {
      for (const agreement of agreementsIn(extraction)) {
        const key = unifyingKey(agreement);
        if (key !== null) this.#agreements.add(key, agreement);
      }
      await this.#agreements.settle();
    }
    const merged = new Map<string, string>();
    for await (const agreements of this.#agreements.parts())
      for (const [id, standing] of unify(agreements)) merged.set(id, standing);
    await this.#agreements.clear();
    return merged;
  }

  async #add({ said, nodes, edges }: Part): Promise<void> {
    for (const each of said) this.#said.add(each[0], each);
    for (const node of nodes) this.#said.add(node.id, node);
    for (const edge of edges) this.#edges.add(edge.id, edge);
    await this.#said.settle();
    await this.#edges.settle();
  }

  async *nodes(): AsyncIterable<readonly GraphNode[]> {
    for await (const part of this.#said.parts()) {
      const said = part.filter((each) => Array.isArray(each));
      const nodes = part.filter((each): each is GraphNode => !Array.isArray(each));
      yield* pages(joinNodes(said as (readonly [string, Said])[], nodes, this.#authorities));
    }
  }

  async *edges(): AsyncIterable<readonly GraphEdge[]> {
    for await (const part of this.#edges.parts()) yield* pages(joinEdges(part));
  }

  async clear(): Promise<void> {
    await this.#agreements.clear();
    await this.#said.clear();
    await this.#edges.clear();
  }
}

function* pages<T>(items: readonly T[]): Iterable<readonly T[]> {
  for (let at = 0; at < items.length; at += PAGE) yield items.slice(at, at + PAGE);
}
