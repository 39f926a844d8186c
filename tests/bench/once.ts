/**
 * One measurement in a process of its own: reads a job from stdin, extracts its text until a while is over, and
 * writes milliseconds for one extraction and the most memory that the process held. The time is that of all
 * cores together, so that other work on the machine makes no difference.
 */
import { readFileSync } from 'node:fs';
import { ingest } from '../../src/ingest/index.ts';
import { extract } from '../../src/pipeline.ts';
import { loadAuthorities } from '../../src/seed.ts';
import { filesIn, type Language, repeat, treaty } from './texts.ts';

export type Job = Readonly<{
  language: Language;
  bytes: number;
  /** Nothing but this; real texts where it is absent. */
  unit?: string;
  /** All files one by one, from bytes to a line of output, instead of one text. */
  files?: true;
}>;
export type Measured = Readonly<{ ms: number; bytes: number; rss: number }>;

/** Shorter jobs are done again until this time is over. */
const LEAST_MS = 300;
const WARM_UP = 300_000;
const LEAST_BYTES = 20_000_000;
/** A program that has just started is slower: files are read again until so many rounds bring no gain. */
const SETTLED = 3;
const MOST_ROUNDS = 12;
const BATCH_UNITS = 100_000;

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function main(): Promise<void> {
  const { language, bytes, unit, files } = JSON.parse(readFileSync(0, 'utf8')) as Job;
  const authorities = await loadAuthorities();
  const read = (text: string) =>
    extract({ id: 'doc:bench', source: 'bench', sha256: '', language, text }, authorities);
  const warm = treaty(language, WARM_UP);
  if (warm !== null) for (let i = 0; i < 3; i += 1) read(warm);
  const measured =
    files === true
      ? measureFiles(filesIn(language).map((path) => readFileSync(path)))
      : measure(unit === undefined ? (treaty(language, bytes) ?? '') : repeat(unit, bytes));
  console.log(JSON.stringify({ ...measured, rss: process.resourceUsage().maxRSS * 1024 }));

  function measure(text: string) {
    let rounds = 0;
    const start = cpuMs();
    // Reading the clock costs as much as reading a short text.
    const batch = Math.ceil(BATCH_UNITS / (text.length + 1));
    do {
      for (let i = 0; i < batch; i += 1) read(text);
      rounds += batch;
    } while (cpuMs() - start < LEAST_MS);
    return { ms: (cpuMs() - start) / rounds, bytes: Buffer.byteLength(text) };
  }

  function measureFiles(all: readonly Uint8Array[]) {
    const total = all.reduce((sum, file) => sum + file.byteLength, 0);
    const least = Math.ceil(LEAST_BYTES / total);
    const most = Math.max(MOST_ROUNDS, least);
    let best = Infinity;
    for (let round = 0, idle = 0; round < most && (round < least || idle < SETTLED); round += 1) {
      const start = cpuMs();
      for (const file of all) JSON.stringify(extract(ingest(file, 'bench'), authorities));
      const ms = cpuMs() - start;
      idle = ms < best ? 0 : idle + 1;
      best = Math.min(best, ms);
    }
    return { ms: best, bytes: total };
  }
}

if (import.meta.main) await main();
