/** The real server over a real embedded store in a folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { createServer, type ServerOptions } from '../../src/api/server.ts';
import type { Problem } from '../../src/api/types.ts';
import { build } from '../../src/build.ts';
import { openLibrary } from '../../src/library.ts';

export type Serving = Readonly<{
  app: FastifyInstance;
  /** Asks, and gives status, headers and the JSON of the answer. */
  ask<T>(
    request: string | InjectOptions,
  ): Promise<{ status: number; headers: Record<string, unknown>; body: T }>;
  problem(request: string | InjectOptions): Promise<Pick<Problem, 'status' | 'code'> & { detail: string }>;
  end(): Promise<void>;
}>;

/** Serves these texts, by name; `defects` collects what the server calls its own fault. */
export async function serving(
  texts: Readonly<Record<string, string>>,
  options: Omit<ServerOptions, 'library' | 'onDefect'> & Readonly<{ defects?: unknown[] }> = {},
): Promise<Serving> {
  const folder = await mkdtemp(join(tmpdir(), 'stemma-api-'));
  const library = await openLibrary(join(folder, 'graph'));
  const inputs = Object.entries(texts).map(([name, text]) => ({
    source: { name, at: `/${name}` },
    bytes: new TextEncoder().encode(text),
  }));
  if (inputs.length > 0) await build(library, inputs);
  const { defects, ...rest } = options;
  const app = await createServer({ library, ...rest, onDefect: (error) => defects?.push(error) });
  const ask: Serving['ask'] = async (request) => {
    const given = typeof request === 'string' ? { url: request } : request;
    const answer = await app.inject({ ...given, headers: { host: '127.0.0.1:4177', ...given.headers } });
    const isJson = /json/.test(String(answer.headers['content-type']));
    const body = isJson ? answer.json() : answer.body;
    return { status: answer.statusCode, headers: answer.headers, body };
  };
  return {
    app,
    ask,
    async problem(request) {
      const { status, headers, body } = await ask<Problem>(request);
      if (!String(headers['content-type']).startsWith('application/problem+json'))
        throw new Error(`no problem but ${status} ${JSON.stringify(body)}`);
      if (body.status !== status) throw new Error(`the problem says ${body.status}, the answer ${status}`);
      return { status, code: body.code, detail: body.detail };
    },
    async end() {
      await app.close();
      await library.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const STATEMENT =
  '中俄联合声明\n\n双方重申恪守一九九二年十二月十八日签署的《关于中华人民共和国和俄罗斯联邦相互关系基础的联合声明》所阐述的各项原则。双方愿按照《联合国宪章》第八章开展合作。\n\n一九九六年四月二十五日于北京\n';
export const NEWS = '新华社北京电：双方将遵守《联合国宪章》的宗旨和原则。\n';
