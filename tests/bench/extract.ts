/** `npm run bench -- extract`: speed, linearity, memory, and what happens to texts that are made to be slow. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Cell, formatTable } from '../table.ts';
import type { Job, Measured } from './once.ts';
import { report } from './report.ts';
import { ADVERSARIES, filesIn, type Language, treaty } from './texts.ts';

const ONCE = fileURLToPath(new URL('once.ts', import.meta.url));
const EYECITE = fileURLToPath(new URL('cite.py', import.meta.url));
const MB = 1_000_000;
/** What is aimed at. */
const SPEED = 5;
const TIMES_EYECITE = 20;
const TIMES_TREATY = 3;
const DEADLINE_MS = 120_000;
const ADVERSARY_DEADLINE_MS = 60_000;
/** One core is meant: garbage is collected by the thread that makes it. */
const ONE_THREAD = '--single-threaded-gc';
/** The two are measured in turns, so often, and the best of each counts: a machine has good and bad minutes. */
const TURNS = 3;
/** Four times the text may take this many times as long. */
const LINEAR_GROWTH = 7;

export type Options = Readonly<{
  /** Up to 100 MB; of the store's graphs the larger one alone. */
  large: boolean;
  /** The interpreter that has eyecite. */
  python: string;
  /** Of the store's graphs the smaller one alone. */
  small: boolean;
}>;

/** Prints the tables. Answers whether everything is as it should be. */
export function benchExtract({ large, python }: Options): boolean {
  const languages = (['zh', 'en'] as const).filter((language) => {
    if (treaty(language, 1) !== null) return true;
    console.log(`${language}: not measured, no texts in it (shared/corpora is not beside the project)`);
    return false;
  });
  const answers = languages.flatMap((language) => [
    showSpeed(language),
    showGrowth(language, large),
    showAdversaries(language),
  ]);
  if (languages.includes('en')) answers.push(showEyecite(python));
  return answers.every((answer) => answer);
}

/** Runs a job alone; null when it takes longer than the deadline or fails. */
function run(job: Job, timeout = DEADLINE_MS): Measured | null {
  const { stdout, status, error, stderr } = spawnSync(process.execPath, [ONE_THREAD, ONCE], {
    input: JSON.stringify(job),
    encoding: 'utf8',
    timeout,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (error) return null;
  if (status !== 0) {
    const why = /^\w*Error: .*$/mu.exec(stderr)?.[0] ?? stderr;
    console.log(`SHORT  ${JSON.stringify(job)}: ${why}`);
    return null;
  }
  return JSON.parse(stdout) as Measured;
}

function showSpeed(language: Language): boolean {
  const all = run({ language, bytes: 0, files: true });
  if (!all) return report(false, `${language}: not done in ${DEADLINE_MS / 1000} s`);
  const speed = all.bytes / MB / (all.ms / 1000);
  return report(
    speed >= SPEED,
    `${language}: ${speed.toFixed(1)} MB/s, bytes to output, over ${(all.bytes / MB).toFixed(1)} MB in files; ` +
      `${Math.round(all.rss / MB)} MB of memory at most (aim: ${SPEED} MB/s)`,
  );
}

function showGrowth(language: Language, large: boolean): boolean {
  const sizes = [1e3, 1e4, 1e5, 1e6, 1e7, ...(large ? [1e8] : [])];
  const measured = sizes.map((bytes) => run({ language, bytes }));
  const rows = measured.map((one, i): Cell[] =>
    one
      ? [sizes[i] ?? 0, one.ms.toFixed(2), speedOf(one).toFixed(1), Math.round(one.rss / MB)]
      : [sizes[i] ?? 0, 'not done in time'],
  );
  console.log(formatTable([[`${language}, texts of bytes`, 'ms', 'MB/s', 'MB of memory'], ...rows]));
  const speeds = measured.map((one) => (one ? speedOf(one) : 0));
  // From the third on: below, what is done once a text counts.
  const settled = speeds.slice(2);
  return report(
    Math.max(...settled) <= 2 * Math.min(...settled),
    `${language}: the slowest size is ${(Math.max(...settled) / Math.min(...settled)).toFixed(1)} times slower a byte than the fastest, from ${sizes[2]} bytes on (aim: 2)`,
  );
}

function speedOf({ bytes, ms }: Pick<Measured, 'bytes' | 'ms'>): number {
  return bytes / MB / (ms / 1000);
}

function showAdversaries(language: Language): boolean {
  const usual = run({ language, bytes: MB });
  if (!usual) return report(false, `${language}: a megabyte of treaty is not done in time`);
  const rows = ADVERSARIES.filter((adversary) => adversary.language === language).map((adversary) => {
    const { unit } = adversary;
    const one = run({ language, bytes: MB, unit }, ADVERSARY_DEADLINE_MS);
    const ms = one?.ms ?? Infinity;
    const times = ms / usual.ms;
    if (times <= TIMES_TREATY) return { unit, ms, times, verdict: '' };
    // Longer, not shorter: what takes a moment is read many more times, by code that is warmer.
    const growth = one ? (run({ language, bytes: 4 * MB, unit })?.ms ?? Infinity) / ms : Infinity;
    const isLinear = growth <= LINEAR_GROWTH;
    return { unit, ms, times, verdict: isLinear ? (adversary.dense ? 'linear' : 'slow') : 'not linear' };
  });
  rows.sort((a, b) => b.times - a.times);
  console.log(
    formatTable([
      [`${language}, 1 MB of nothing but`, 'ms', 'times a treaty', ''],
      ...rows.map(({ unit, ms, times, verdict }) => [
        JSON.stringify(unit),
        Number.isFinite(ms) ? Math.round(ms) : 'too long, or failed',
        Number(times.toFixed(2)),
        verdict,
      ]),
    ]),
  );
  const bad = rows.filter(({ verdict }) => verdict === 'slow' || verdict === 'not linear');
  const names = bad.map(({ unit, verdict }) => `${JSON.stringify(unit)} (${verdict})`).join(', ');
  return report(
    bad.length === 0,
    `${language}: ${names || 'nothing'} takes longer than ${TIMES_TREATY} times a treaty (${usual.ms.toFixed(0)} ms); ` +
      'what is dense with mentions may, if its time is linear',
  );
}

function showEyecite(python: string): boolean {
  const files = filesIn('en');
  const found = spawnSync(python, ['-c', 'import eyecite']);
  if (found.status !== 0) {
    console.log(`eyecite: not compared, ${python} has no eyecite (pip install eyecite, or --python PATH)`);
    return true;
  }
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
  let theirs = 0;
  // As eyecite is timed: from texts in memory to what is found in them. And the whole way, bytes to output.
  let speed = 0;
  let whole = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { stdout, status, stderr } = spawnSync(python, [EYECITE], {
      input: files.join('\n'),
      encoding: 'utf8',
    });
    if (status !== 0) return report(false, `eyecite: ${stderr.trim().split('\n').pop()}`);
    theirs = Math.max(theirs, bytes / MB / Number(stdout));
    const ours = run({ language: 'en', bytes: 0, files: true });
    speed = Math.max(speed, ours ? speedOf({ ...ours, ms: ours.extractMs }) : 0);
    whole = Math.max(whole, ours ? speedOf(ours) : 0);
  }
  return report(
    speed >= TIMES_EYECITE * theirs,
    `eyecite: ${theirs.toFixed(2)} MB/s on the same ${files.length} English files; Stemma reads ${speed.toFixed(1)}, ${(speed / theirs).toFixed(1)} times as much (aim: ${TIMES_EYECITE}), ` +
      `and ${whole.toFixed(1)}, ${(whole / theirs).toFixed(1)} times as much, with what eyecite does not do: ` +
      'decoding, telling the language, hashing, writing JSON',
  );
}
