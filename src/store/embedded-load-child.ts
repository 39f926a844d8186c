/** The process that loads a large graph: the memory that this takes is given back whole when it ends. */
import type { BatchEdgeInput } from '@grafeo-db/js';
import type { NodeLabel } from '../../graph/vocabulary.ts';
import { messageOf } from '../errors.ts';
import { EngineHere, type NodeRow } from './embedded-engine.ts';

export type LoadRequest =
  | Readonly<{ label: NodeLabel; rows: readonly NodeRow[] }>
  | Readonly<{ edges: readonly BatchEdgeInput[] }>
  | Readonly<{ statements: readonly string[] }>
  | Readonly<{ save: true }>;
/** One for each request, in their order, and one when it is ready; with what the process has in memory. */
export type LoadAnswer = Readonly<{ memory: number }> &
  (Readonly<{ numbers?: readonly number[] }> | Readonly<{ failed: string }>);

async function answer(engine: EngineHere, request: LoadRequest): Promise<readonly number[]> {
  if ('rows' in request) return engine.nodes(request.label, request.rows);
  if ('edges' in request) await engine.edges(request.edges);
  else if ('statements' in request) await engine.run(request.statements);
  else await engine.save();
  return [];
}

function send(work: Promise<readonly number[]>): void {
  void work.then(
    (numbers) => say({ numbers, memory: process.memoryUsage.rss() }),
    (error: unknown) => say({ failed: messageOf(error), memory: process.memoryUsage.rss() }),
  );
}

function say(answer: LoadAnswer): void {
  // Nobody may be there any more.
  process.send?.(answer, undefined, undefined, () => undefined);
}

const opened = Promise.resolve().then(() => new EngineHere(process.argv[2] ?? ''));
send(opened.then(() => []));
process.on('message', (request: LoadRequest) => send(opened.then((engine) => answer(engine, request))));
// Whoever asked is gone: nobody wants the file.
process.on('disconnect', () => process.exit(0));
