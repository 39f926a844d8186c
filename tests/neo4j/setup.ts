/**
 * Vitest's global set-up for tests on a real Neo4j. The server starts when the first test file asks for it and is
 * shared by the run, one file at a time. Test files run in processes of their own, so they ask over a socket of this
 * one: the answer is the Bolt address, and the server is theirs until they close the connection.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { missing } from './jars.ts';
import { type Server, startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where to ask for the server; its answer is the Bolt address. */
    neo4jStarter: string;
    /** Why there is none; '' when there is. */
    neo4jMissing: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<Server> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const starter = createServer((_, response) => {
    const closed = once(response, 'close');
    turn = turn.then(async () => {
      if (response.closed) return;
      server ??= startServer();
      await server.then(
        ({ uri }) => response.write(uri),
        (error: Error) => response.writeHead(500).end(error.message),
      );
      await closed;
    });
  }).listen(0, '127.0.0.1');
  await once(starter, 'listening');
  const address = starter.address();
  if (address === null || typeof address === 'string') throw new Error('no port for the starter');
  const why = missing() ?? '';
  if (why) process.stderr.write(`The checks on a real Neo4j do not run: ${why}.\n`);
  project.provide('neo4jMissing', why);
  project.provide('neo4jStarter', `http://127.0.0.1:${address.port}`);
  return async () => {
    starter.closeAllConnections();
    starter.close();
    await (await server?.catch(() => undefined))?.stop();
  };
}
