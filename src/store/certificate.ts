/** Why a server's certificate is refused. */
import { connect } from 'node:tls';

const PATIENCE = 5000;

/** By the code that Node gives; the first that fits tells. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /SELF_SIGNED|UNABLE_TO/,
    'its certificate comes from nobody whom this machine trusts; name its issuer in NODE_EXTRA_CA_CERTS, or take any certificate with +ssc:// instead of +s://',
  ],
  [/ALTNAME/, 'its certificate is made out to another name; use that name in the address'],
  [/EXPIRED|NOT_YET_VALID/, 'its certificate is not valid now; it must be renewed on the server'],
  [
    /ECONNRESET|EPROTO|ERR_SSL/,
    'it does not encrypt; switch encryption on there, or leave the +s out of the address',
  ],
];

/** In words; undefined when it is not refused, or nobody answers. */
export async function refusedCertificate(where: string): Promise<string | undefined> {
  const { hostname, port } = new URL(where.replace(/^[a-z0-9+]+:/, 'http:'));
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const socket = connect({ host, port: Number(port || 7687), timeout: PATIENCE });
  socket
    .once('secureConnect', () => resolve(undefined))
    .once('timeout', () => resolve(undefined))
    .once('error', ({ code = '' }: NodeJS.ErrnoException) =>
      resolve(REASONS.find(([pattern]) => pattern.test(code))?.[1]),
    );
  try {
    return await promise;
  } finally {
    socket.destroy();
  }
}
