/** What the disk has against it, in a person's words. */
import { messageOf } from '../errors.ts';

const WORDS: Readonly<Record<string, string>> = {
  EEXIST: 'it is a file, not a folder; name another place with --store',
  ENOTDIR: 'a part of this path is a file, not a folder; name another place with --store',
  EACCES: 'permission denied; change its permissions or name another place with --store',
  EPERM: 'permission denied; change its permissions or name another place with --store',
  EROFS: 'the disk is read-only; name another place with --store',
  ENOSPC: 'the disk is full',
  EDQUOT: 'no more may be kept on this disk',
  EFBIG: 'so large a file may not be written here',
};
/** The engine tells its own in words. */
const CODES: readonly (readonly [RegExp, string])[] = [
  [/No space left/i, 'ENOSPC'],
  [/Read-only file system/i, 'EROFS'],
  [/permission denied/i, 'EACCES'],
  [/quota exceeded/i, 'EDQUOT'],
  [/File too large/i, 'EFBIG'],
];

/** Whether there is no room. */
export function isFull(cause: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(diskCode(cause) ?? '');
}

/** The code of the error, whoever throws it; undefined when it is not the disk's. */
export function diskCode(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if ('code' in cause && typeof cause.code === 'string' && cause.code.startsWith('E')) return cause.code;
  return CODES.find(([pattern]) => pattern.test(cause.message))?.[1];
}

/** Why, and what to do; the error's own words where there are no better ones. */
export function diskReason(cause: unknown): string {
  const words = WORDS[diskCode(cause) ?? ''];
  return words ?? messageOf(cause);
}
