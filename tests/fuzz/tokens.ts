/** Every route of a server that asks for a token, with the right one, none, and what looks like it. */
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import type { Serving } from '../api/serve.ts';
import { mutated } from './mutations.ts';
import { answered, type Paths, requests } from './routes.ts';
import type { Target } from './run.ts';

export const TOKEN = '0123456789abcdef';
const PIECES = ['Bearer ', 'bearer', 'Basic ', ' ', ';', '=', ',', 'stemma=', '\0', 'é', TOKEN];
/** A host or an origin that is none is told so first. */
const EARLIER = [400, 403];

/** A header that shows a token, and whether the server has to open. */
type Shown = Readonly<{ headers: Record<string, string>; isRight: boolean }>;

/** `cookie` is what the server gave for the token: `stemma=…`. */
export function tokenTargets(
  server: Serving,
  paths: Paths,
  ids: readonly string[],
  defects: readonly unknown[],
  cookie: string,
): readonly Target[] {
  const shown = fc.oneof(
    fc.constantFrom<Shown>(
      { headers: { authorization: `Bearer ${TOKEN}` }, isRight: true },
      { headers: { cookie }, isRight: true },
      { headers: { cookie: `a=b; ${cookie}; c` }, isRight: true },
      { headers: { cookie, authorization: 'Bearer no' }, isRight: true },
      { headers: {}, isRight: false },
      { headers: { authorization: TOKEN }, isRight: false },
      { headers: { cookie: `stemma=${TOKEN}` }, isRight: false },
      { headers: { authorization: `Bearer ${cookie.slice('stemma='.length)}` }, isRight: false },
    ),
    wrong('authorization', `Bearer ${TOKEN}`),
    wrong('cookie', cookie),
  );
  return [
    {
      name: 'tokens',
      cases: 30,
      property: fc.asyncProperty(requests(paths, ids), shown, async (request, { headers, isRight }) => {
        const { authorization: _, cookie: __, ...others } = request.headers;
        const status = await answered(server, { ...request, headers: { ...others, ...headers } }, defects);
        if (EARLIER.includes(status)) return;
        if ((status === 401) === isRight) throw new Error(`${status} for ${JSON.stringify(headers)}`);
      }),
    },
    { name: 'door', cases: 15, property: fc.asyncProperty(door(), (given) => knock(server, given, defects)) },
  ];
}

/** What was made of a header, unless it still says the same. */
function wrong(name: string, right: string): fc.Arbitrary<Shown> {
  return mutated(fc.constant(right), PIECES)
    .map((text) => text.replace(/[^\x20-\x7e\x80-\xff]/g, ''))
    .filter((text) => !text.includes(right.replace(/^Bearer /, '')))
    .map((text) => ({ headers: { [name]: text }, isRight: false }));
}

type Knock = Readonly<{ token: string; to: string; type: string }>;

function door(): fc.Arbitrary<Knock> {
  const token = fc.oneof(
    fc.constant(TOKEN),
    mutated(fc.constant(TOKEN), PIECES),
    fc.string({ unit: 'binary' }),
  );
  const to = mutated(fc.constantFrom('/?node=x', '//example.com/', '/..//x', 'https://x/'), [
    '\r\n',
    '\\',
    '//',
    '%0d%0aset-cookie: a=b',
    '"><script>',
  ]);
  const type = fc.constantFrom('application/x-www-form-urlencoded', 'application/json', 'text/plain');
  return fc.record({ token, to, type });
}

/** Opens for the token alone, and leads nowhere else. */
async function knock(
  server: Serving,
  { token, to, type }: Knock,
  defects: readonly unknown[],
): Promise<void> {
  const isForm = type === 'application/x-www-form-urlencoded';
  const [given, place] = [token.toWellFormed(), to.toWellFormed()];
  const payload = isForm
    ? new URLSearchParams({ token: given, to: place }).toString()
    : JSON.stringify({ token: given, to: place });
  const request: InjectOptions = {
    method: 'POST',
    url: '/token',
    payload,
    headers: { 'content-type': type },
  };
  const count = defects.length;
  const { status, headers } = await server.ask(request);
  if (defects.length > count) throw defects.at(-1);
  if (status >= 500) throw new Error(`${status}`);
  const opens = headers['set-cookie'] !== undefined;
  if (opens && given !== TOKEN) throw new Error(`it opens for ${JSON.stringify(given)}`);
  if (isForm && given === TOKEN && !opens) throw new Error(`it does not open: ${status}`);
  if (opens && !/^\/(?![/\\])[^\r\n]*$/.test(String(headers.location)))
    throw new Error(`it leads to ${String(headers.location)}`);
}
