/** What neo4j-driver throws → errors of ours that say what to do. */
import neo4j, { type Neo4jError } from 'neo4j-driver';
import { type ErrorCode, StemmaError } from '../errors.ts';
import { refusedCertificate } from './certificate.ts';
import { neededTooMuch, tookTooLong } from './limits.ts';
import type { QueryLimits } from './port.ts';

export type Target = Readonly<{ where: string; database: string | undefined; username: string | undefined }>;

/** The first rule whose pattern the driver's code fits tells. */
const RULES: readonly (readonly [RegExp, ErrorCode, (target: Target) => string])[] = [
  [
    /Security\.CredentialsExpired/,
    'STORE_UNAVAILABLE',
    () => 'the password is still the first one; set another with ALTER CURRENT USER SET PASSWORD',
  ],
  [
    /Security\.(Unauthorized|TokenExpired)/,
    'STORE_UNAVAILABLE',
    ({ username }) =>
      username === undefined
        ? 'it asks for a password; set NEO4J_USERNAME and NEO4J_PASSWORD'
        : `wrong user name or password for “${username}”; check NEO4J_USERNAME and NEO4J_PASSWORD`,
  ],
  [
    /AuthenticationRateLimit/,
    'STORE_UNAVAILABLE',
    () => 'too many wrong passwords; wait a few seconds and check NEO4J_PASSWORD',
  ],
  [
    /Security\.Forbidden/,
    'STORE_UNAVAILABLE',
    ({ username }) => `“${username}” may not do this; use another user`,
  ],
  [
    /Database\.DatabaseNotFound/,
    'STORE_UNAVAILABLE',
    ({ database }) => `there is no database “${database ?? 'neo4j'}”; check NEO4J_DATABASE`,
  ],
  [
    /DatabaseUnavailable|Cluster\.|NotALeader/,
    'STORE_UNAVAILABLE',
    () => 'the database is not available now; try again',
  ],
  [
    /^ProtocolError$|^N\/A$/,
    'STORE_UNAVAILABLE',
    () => 'what answers there does not speak Bolt; the port is usually 7687',
  ],
  [
    /^ServiceUnavailable$|^SessionExpired$/,
    'STORE_UNAVAILABLE',
    () => 'no server answers; is Neo4j running, and the address right?',
  ],
];

export function isDriverError(error: unknown): error is Neo4jError {
  return error instanceof neo4j.Neo4jError;
}

/** An error of the connection as one of ours; everything else as it is. */
export function connectionFailed(error: unknown, target: Target): unknown {
  if (!isDriverError(error)) return error;
  // A connection that breaks off in the first greeting.
  const code = /Connection was closed/.test(error.message) ? 'ServiceUnavailable' : error.code;
  const rule = RULES.find(([pattern]) => pattern.test(code));
  if (!rule) return error;
  const [, ours, reason] = rule;
  return new StemmaError(ours, unusable(target, reason(target)), error);
}

/** Nobody was there to take the query, though the driver kept trying. */
export function noAnswer(target: Target, { milliseconds }: QueryLimits): StemmaError {
  const why = `no server answers within ${milliseconds / 1000} s; is Neo4j running, and the address right?`;
  return new StemmaError('STORE_UNAVAILABLE', unusable(target, why));
}

/**
 * Of an address with an encrypted scheme: the driver calls it an absent server when the certificate is refused, so
 * the certificate is looked at here.
 */
export async function encryptionFailed(error: unknown, target: Target): Promise<unknown> {
  const isAbsent = error instanceof StemmaError && isDriverError(error.cause);
  const why = isAbsent && /^\w+\+s:/.test(target.where) ? await refusedCertificate(target.where) : undefined;
  return why === undefined ? error : new StemmaError('STORE_UNAVAILABLE', unusable(target, why), error);
}

function unusable({ where }: Target, why: string): string {
  return `${where} cannot be used as a store: ${why}`;
}

/** An error of a person's query as one of ours. */
export function queryFailed(error: unknown, target: Target, limits: QueryLimits): unknown {
  if (!isDriverError(error)) return error;
  const [first = '', ...rest] = error.message.split('\n');
  if (/TransactionTimedOut|Transaction\.Terminated|LockClientStopped/.test(error.code))
    return tookTooLong(limits.milliseconds, error);
  if (/MemoryPoolOutOfMemory|StackOverFlow|OutOfMemory/.test(error.code)) return neededTooMuch(error);
  if (/Statement\.AccessMode/.test(error.code))
    return new StemmaError('QUERY_REFUSED', 'the query writes; only reading is allowed here', error);
  if (/^Neo\.ClientError\.(Statement|Procedure|Schema|Request|General)/.test(error.code)) {
    const place = /\(line (\d+), column (\d+)/.exec(rest.join(' ') + first);
    const reason = first.replace(/ \(line \d+.*$/, '');
    return new StemmaError(
      'BAD_QUERY',
      place ? `${reason} (line ${place[1]}, column ${place[2]})` : reason,
      error,
    );
  }
  return connectionFailed(error, target);
}
