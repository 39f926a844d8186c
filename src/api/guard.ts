/** Who may ask, and what a browser may do with the answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.ts';

/** What the page needs and nothing else; no code from texts. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What every answer says to a browser. */
export const SAFE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/**
 * A server on a loopback address answers only to loopback names, so that no foreign name can be pointed at it
 * (DNS rebinding). Other origins may not ask at all: a page elsewhere must not upload, delete or read here.
 */
export function addGuard(app: FastifyInstance, host: string): void {
  const loopbackOnly = isLoopback(host);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SAFE_HEADERS);
    if (isEmbedded(request.url)) mayBeFramed(reply);
    if (loopbackOnly && !isLoopback(hostnameOf(request.headers.host ?? '')))
      throw new HttpProblem(
        'FORBIDDEN',
        'this server answers to localhost only; serve --host opens it to others',
      );
    if (isFromElsewhere(request))
      throw new HttpProblem('FORBIDDEN', 'pages of other sites may not use this server');
  });
}

/** `/?node=…&embed=1`: the view alone, in which nothing can be added or removed. */
function isEmbedded(url: string): boolean {
  const at = url.indexOf('?');
  return at >= 0 && !url.startsWith('/api') && new URLSearchParams(url.slice(at)).get('embed') === '1';
}

/** Pages of other sites may show it in a frame; they see nothing of what is in it. */
function mayBeFramed(reply: FastifyReply): void {
  reply.removeHeader('x-frame-options');
  reply.header(
    'content-security-policy',
    CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *'),
  );
}

function isFromElsewhere(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined) {
    const given = URL.canParse(origin) ? new URL(origin).host : '';
    if (given !== host) return true;
  }
  // A link from another site may open the page, but may not change anything.
  return request.headers['sec-fetch-site'] === 'cross-site' && !['GET', 'HEAD'].includes(request.method);
}

/** `localhost`, names below it, 127.0.0.0/8 and ::1. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
  );
}

/** `localhost:4177` → `localhost`; `[::1]:4177` → `[::1]`. */
function hostnameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}
