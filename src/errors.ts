/**
 * Errors that a person caused or can mend. `cli` turns the code into an exit code, `api` into a status.
 * Everything else that is thrown is a defect.
 */
const CODES = {
  EMPTY_INPUT: { exit: 1, status: 422 },
  BINARY_INPUT: { exit: 1, status: 415 },
  NOT_FOUND: { exit: 1, status: 404 },
  UNREADABLE: { exit: 1, status: 422 },
  NO_DOCUMENTS: { exit: 1, status: 422 },
  TOO_LARGE: { exit: 1, status: 413 },
  BAD_EXTRACTION: { exit: 1, status: 422 },
  BAD_AUTHORITY: { exit: 1, status: 422 },
  USAGE: { exit: 2, status: 400 },
  UNKNOWN_FORMAT: { exit: 2, status: 400 },
  BAD_QUERY: { exit: 2, status: 400 },
  QUERY_REFUSED: { exit: 2, status: 403 },
  QUERY_LIMIT: { exit: 1, status: 408 },
  STORE_UNAVAILABLE: { exit: 3, status: 503 },
  STORE_BUSY: { exit: 3, status: 503 },
  STORE_CORRUPT: { exit: 3, status: 503 },
  STORE_FOREIGN: { exit: 3, status: 409 },
  STORE_FULL: { exit: 3, status: 507 },
  PORT_IN_USE: { exit: 3, status: 500 },
} as const satisfies Record<string, { exit: 1 | 2 | 3; status: number }>;

export type ErrorCode = keyof typeof CODES;

/** What was thrown, in its own words. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What went wrong, where, and what to do, in one line; `cause` keeps the original. */
export class StemmaError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StemmaError';
    this.code = code;
  }
  /** Exit code of the command line. */
  get exit(): 1 | 2 | 3 {
    return CODES[this.code].exit;
  }
  /** HTTP status. */
  get status(): number {
    return CODES[this.code].status;
  }
}
