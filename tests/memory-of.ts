/** What processes hold in memory. */
import { readFileSync } from 'node:fs';
import { residentBytes } from '../src/store/memory.ts';

/** What a process and its children have in memory now, in bytes; 0 when they are gone. */
export function memoryOf(pid: number | undefined): number {
  const children = (readIfThere(`/proc/${pid}/task/${pid}/children`) ?? '').split(' ').filter(Boolean);
  return [pid, ...children].reduce<number>((sum, each) => sum + (residentBytes(Number(each)) ?? 0), 0);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
