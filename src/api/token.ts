/** A server that is open to others asks everybody for its token: programs send it, a browser is asked for it once. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { StemmaError } from '../errors.ts';
import { isLoopback } from './guard.ts';
import { HttpProblem } from './problem.ts';

/** So long that nobody guesses it. */
const SHORTEST = 16;
const COOKIE = 'stemma';
/** A month, in seconds. */
const COOKIE_AGE = 30 * 24 * 3600;
const DOOR = '/token';
/** Of the form: the token, and the address of a view. */
const BODY_BYTES = 65_536;

/** The token to ask for; none on a loopback address unless one is set. Throws USAGE. */
export function tokenFor(host: string, given = ''): string | undefined {
  if (given === '' && isLoopback(host)) return undefined;
  if (given.length >= SHORTEST && !/\s/.test(given)) return given;
  const why = given === '' ? `--host ${host} opens Stemma to others` : 'STEMMA_TOKEN is easy to guess';
  throw new StemmaError(
    'USAGE',
    `${why}: set STEMMA_TOKEN to at least ${SHORTEST} characters without blanks, such as \`openssl rand -hex 16\` makes`,
  );
}

/** Answers only who shows the token: `Authorization: Bearer …`, or the cookie that the form at the door gives. */
export function addToken(app: FastifyInstance, token: string): void {
  const expected = digest(token);
  const cookie = digest(`cookie ${token}`).toString('hex');
  app.addHook('onRequest', async (request, reply) => {
    if (request.url === DOOR && request.method === 'POST') return undefined;
    if (isSame(expected, bearerOf(request)) || isSame(digest(cookie), cookieOf(request))) return undefined;
    if (wantsPage(request)) return sendDoor(reply, request.url);
    reply.header('www-authenticate', 'Bearer');
    throw new HttpProblem('UNAUTHORIZED', 'send the token of this server as `Authorization: Bearer …`');
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
  );
  app.post<{ Body: Readonly<{ token?: unknown; to?: unknown }> | null | undefined }>(
    DOOR,
    { schema: { hide: true }, bodyLimit: BODY_BYTES },
    async ({ body }, reply) => {
      const [given, to] = [body?.token, placeHere(body?.to)];
      if (typeof given !== 'string' || !isSame(expected, given)) return sendDoor(reply, to);
      return reply
        .header('set-cookie', `${COOKIE}=${cookie}; Path=/; Max-Age=${COOKIE_AGE}; HttpOnly; SameSite=Lax`)
        .redirect(to, 303);
    },
  );
}

function bearerOf({ headers }: FastifyRequest): string {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}

function cookieOf({ headers }: FastifyRequest): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}

/** In a time that tells nothing of how much is right. */
function isSame(expected: Buffer, given: string): boolean {
  return timingSafeEqual(expected, digest(given));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api') && /\btext\/html\b/.test(headers.accept ?? '');
}

/** An address of this server; `/` for everything else. */
function placeHere(to: unknown): string {
  if (typeof to !== 'string' || !URL.canParse(to, HERE)) return '/';
  const { origin, pathname, search } = new URL(to, HERE);
  return origin === HERE ? pathname.replace(/^\/+/, '/') + search : '/';
}
const HERE = 'http://stemma.invalid';

function sendDoor(reply: FastifyReply, to: string): FastifyReply {
  const value = to.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return (
    reply
      .code(401)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      // Without one, the form would come from nowhere.
      .header('referrer-policy', 'same-origin')
      .send(DOOR_PAGE.replace('<!-- to -->', () => `<input type="hidden" name="to" value="${value}">`))
  );
}

const DOOR_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Stemma</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; color-scheme: light dark; display: grid; min-height: 90vh; place-content: center }
  input, button { font: inherit; padding: .4em .6em }
</style>
<form method="post" action="${DOOR}">
  <h1>Stemma</h1>
  <!-- to -->
  <p><label for="token">Token of this server <span lang="zh">· 本服务器的令牌</span></label></p>
  <p><input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
    <button>Open <span lang="zh">· 打开</span></button></p>
</form>
`;
