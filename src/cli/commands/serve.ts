/** `stemma serve`: the API and the explorer page, over a store that is built first if it is empty. */
import { once } from 'node:events';
import { createServer as createSocket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../../api/guard.ts';
import { createServer } from '../../api/server.ts';
import { tokenFor } from '../../api/token.ts';
import { build, isCurrent } from '../../build.ts';
import { StemmaError } from '../../errors.ts';
import { type Library, type LibraryOptions, openLibrary } from '../../library.ts';
import { seedInputs } from '../inputs.ts';
import { complain, line, say } from '../output.ts';
import { builtPage } from '../page.ts';
import type { Exit } from '../stemma.ts';
import { teller } from '../summary.ts';

export async function serve(
  options: Readonly<{ port: number; host: string; store: string }> & LibraryOptions,
): Promise<Exit> {
  const { port, host } = options;
  await tryPort(port, host);
  const token = tokenFor(host, process.env.STEMMA_TOKEN);
  const library = await openLibrary(options.store, options);
  try {
    await prepare(library);
    const page = await builtPage();
    const app = await createServer({
      library,
      host,
      token,
      ...(page !== undefined && { page }),
      onDefect: (error) => console.error(error),
    });
    const ended = endSignal();
    await listen(app, port, host);
    if (!isLoopback(host))
      say(`open to others: whoever knows STEMMA_TOKEN can read, add and delete documents`);
    await line(addressOf(app, host));
    await ended;
    await app.close();
    return 0;
  } finally {
    await library.close();
  }
}

/** Fills an empty store with the documents that come with Stemma, and renews a graph that an earlier Stemma made. */
async function prepare(library: Library): Promise<void> {
  const { nodes } = await library.store.status();
  const isEmpty = Object.values(nodes).every((count) => count === 0);
  try {
    if (isEmpty) {
      say('the store is empty: reading seed/documents');
      await build(library, seedInputs(), teller());
    } else if (!(await isCurrent(library))) {
      say('the graph was made by another version of the extractor or the authorities: making it again');
      await build(library, [], teller());
    }
  } catch (error) {
    // Someone else's graph can be shown; it is not ours to change.
    if (!(error instanceof StemmaError && error.code === 'STORE_FOREIGN')) throw error;
    complain(`${error.message}; it is served as it is`);
  }
}

/** Says that a port is taken before anything long begins. */
async function tryPort(port: number, host: string): Promise<void> {
  const socket = createSocket();
  try {
    socket.listen(port, host);
    await once(socket, 'listening');
  } catch (cause) {
    throw listenFailed(port, host, cause);
  } finally {
    socket.close();
  }
}

async function listen(app: FastifyInstance, port: number, host: string): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (cause) {
    throw listenFailed(port, host, cause);
  }
}

function listenFailed(port: number, host: string, cause: unknown): StemmaError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE')
    return new StemmaError(
      'PORT_IN_USE',
      `port ${port} on ${host} is in use: choose another with --port, or 0 for any`,
      cause,
    );
  if (code === 'EACCES')
    return new StemmaError(
      'USAGE',
      `port ${port} needs rights that this user lacks: choose one above 1023 with --port`,
      cause,
    );
  return new StemmaError('USAGE', `${host} is no address of this machine: name another with --host`, cause);
}

function addressOf(app: FastifyInstance, host: string): string {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
}

/** Resolves at the first signal to end; the second ends at once, as nobody listens then. */
function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve();
    };
    process.on('SIGINT', end).on('SIGTERM', end);
  });
}
