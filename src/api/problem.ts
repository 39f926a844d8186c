/** Errors as RFC 9457 has them: a stable `code`, and a `detail` that says what to do. */
import type { FastifyReply } from 'fastify';
import { type ErrorCode, StemmaError } from '../errors.ts';
import type { Problem } from './types.ts';

/** Errors that only HTTP knows. */
const HTTP_ERRORS = {
  BAD_REQUEST: { status: 400, title: 'The request is not as described' },
  UNAUTHORIZED: { status: 401, title: 'Not without the token' },
  FORBIDDEN: { status: 403, title: 'Not from here' },
  NO_SUCH_ROUTE: { status: 404, title: 'No such address' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'Cannot read this type of content' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests' },
  INTERNAL: { status: 500, title: 'A defect of Stemma' },
} as const satisfies Record<string, { status: number; title: string }>;
export type HttpErrorCode = keyof typeof HTTP_ERRORS;

const TITLES: Readonly<Record<ErrorCode, string>> = {
  EMPTY_INPUT: 'The document is empty',
  BINARY_INPUT: 'The document is no text',
  NOT_FOUND: 'Not found',
  UNREADABLE: 'The document cannot be read',
  NO_DOCUMENTS: 'No documents',
  TOO_LARGE: 'Too large',
  BAD_EXTRACTION: 'The extraction is not as described',
  BAD_AUTHORITY: 'An authority file is wrong',
  USAGE: 'The request is not as described',
  UNKNOWN_FORMAT: 'No such format',
  BAD_QUERY: 'The query cannot be understood',
  QUERY_REFUSED: 'The query is not allowed',
  QUERY_LIMIT: 'The query was stopped at a limit',
  STORE_UNAVAILABLE: 'The store cannot be reached',
  STORE_BUSY: 'The store is being changed',
  STORE_CORRUPT: 'The store is damaged',
  STORE_FOREIGN: 'The store was built elsewhere',
  STORE_FULL: 'The graph does not fit into memory',
  PORT_IN_USE: 'The port is in use',
};

/** Thrown by routes for what only HTTP knows. */
export class HttpProblem extends Error {
  readonly code: HttpErrorCode;
  constructor(code: HttpErrorCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** Any error as a problem; what is neither a StemmaError nor the framework's complaint about a request is a defect. */
export function problemOf(error: unknown): Problem {
  if (error instanceof StemmaError) return made(error.code, error.status, TITLES[error.code], error.message);
  if (error instanceof HttpProblem) return http(error.code, error.message);
  const { statusCode, message } = frameworkError(error);
  if (statusCode === 413) return made('TOO_LARGE', 413, TITLES.TOO_LARGE, message);
  if (statusCode === 415) return http('UNSUPPORTED_MEDIA_TYPE', message);
  if (statusCode >= 400 && statusCode < 500) return http('BAD_REQUEST', message);
  return http('INTERNAL', 'Something went wrong in Stemma; what exactly is in the log of the server.');
}

/** Sends a problem with its status and media type. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}

function http(code: HttpErrorCode, detail: string): Problem {
  const { status, title } = HTTP_ERRORS[code];
  return made(code, status, title, detail);
}

function made(code: string, status: number, title: string, detail: string): Problem {
  const type = `urn:stemma:problem:${code.toLowerCase().replaceAll('_', '-')}`;
  return { type, title, status, detail, code };
}

function frameworkError(error: unknown): { statusCode: number; message: string } {
  if (!(error instanceof Error)) return { statusCode: 500, message: '' };
  const statusCode = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  return { statusCode, message: error.message };
}
