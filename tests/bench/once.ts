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
/** `extractMs`: of the time for files, from a text in memory to what was found in it. */
export type Measured = Readonly<{ ms: number; extractMs: number; bytes: number; rss: number }>;

/** Shorter jobs are done again until this time is over. */
const LEAST_MS = 300;
const WARM_UP = 300_000;
const LEAST_BYTES = 20_000_000;
/** A program that has just started is slower: texts are read again until so many rounds bring no gain. */
const SETTLED = 3;
const MOST_ROUNDS = 12;
/** Of one text, which takes a while by itself; of a very long one, whose memory counts, one. */
const MOST_OF_ONE = 4;
const VERY_LONG = 50_000_000;
const MB = 1_000_000;

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
      : measure(unit === undefined ? partsOf(language, bytes) : [repeat(unit, bytes)]);
  console.log(JSON.stringify({ ...measured, rss: process.resourceUsage().maxRSS * 1024 }));

  function measure(texts: readonly string[]) {
    const [ms = 0] = settled(1, bytes < VERY_LONG ? MOST_OF_ONE : 1, () => {
      let rounds = 0;
      const start = cpuMs();
      do {
        for (const text of texts) read(text);
        rounds += 1;
      } while (cpuMs() - start < LEAST_MS);
      return [(cpuMs() - start) / (rounds * texts.length)];
    });
    return {
      ms,
      extractMs: ms,
      bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length,
    };
  }

  function measureFiles(all: readonly Uint8Array[]) {
    const total = all.reduce((sum, file) => sum + file.byteLength, 0);
    const [ms = 0, extractMs = 0] = settled(Math.ceil(LEAST_BYTES / total), MOST_ROUNDS, () => {
      const start = cpuMs();
      let extracting = 0;
      for (const file of all) {
        const document = ingest(file, 'bench');
        const before = cpuMs();
        const extraction = extract(document, authorities);
        extracting += cpuMs() - before;
        JSON.stringify(extraction);
      }
      return [cpuMs() - start, extracting];
    });
    return { ms, extractMs, bytes: total };
  }
}

/** The same megabyte, or more, in texts of so many bytes each: other texts say more or less in as many bytes. */
function partsOf(language: Language, bytes: number): readonly string[] {
  const whole = treaty(language, Math.max(bytes, MB)) ?? '';
  const count = Math.max(1, Math.round(MB / bytes));
  const length = Math.ceil(whole.length / count);
  return Array.from({ length: count }, (_, i) => whole.slice(i * length, (i + 1) * length));
}

/** What each takes in its best round, until some rounds bring no gain in the first. */
function settled(least: number, most: number, round: () => readonly number[]): readonly number[] {
  let best: readonly number[] = [Infinity];
  for (let rounds = 0, idle = 0; rounds < least || (idle < SETTLED && rounds < most); rounds += 1) {
    const taken = round();
    idle = (taken[0] ?? 0) < (best[0] ?? 0) ? 0 : idle + 1;
    best = taken.map((ms, i) => Math.min(ms, best[i] ?? Infinity));
  }
  return best;
}

if (import.meta.main) await main();
