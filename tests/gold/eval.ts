/**
 * `npm run eval`: scores extraction on the annotated texts and prints what was gained and lost since
 * `figures.json`. Exits with 1 when a figure fell by more than 0.01; `-- --write` keeps the new ones.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadAuthorities } from '../../src/seed.ts';
import { formatTable } from '../table.ts';
import { annotatedIn, type Figures, measure, measureLineage } from './measure.ts';
import { WITHOUT_CORPORA } from './texts.ts';

const FILE = new URL('figures.json', import.meta.url);
/** A fall up to this is noise. */
export const TOLERANCE = 0.01;

type Sets = Record<string, Figures>;

/** What is aimed at, on texts that rules were written on. */
const BARS: Readonly<Record<string, Figures>> = {
  texts: {
    'agreement f1': 0.95,
    'agreement linked': 0.94,
    'agreements cited f1': 0.92,
    'date f1': 0.97,
    'date linked': 0.97,
    'state f1': 0.95,
    'state linked': 0.97,
    'organization f1': 0.9,
    'organization linked': 0.9,
    'person, place, provision f1': 0.85,
    'person, place, provision linked': 0.88,
    'anaphor accuracy': 0.85,
    'relation accuracy': 0.85,
    'attributes accuracy': 0.85,
    'instrument accuracy': 0.9,
    'sure relations accuracy': 0.9,
  },
  lineage: { linked: 0.82, typed: 0.75 },
};

/** The figures last committed, by set. */
export function readFigures(): Sets {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Sets;
}

async function main(): Promise<void> {
  const authorities = await loadAuthorities();
  const before = readFigures();
  const now: Sets = { seed: measure('seed', authorities) };
  for (const set of ['zh', 'en'] as const)
    if (annotatedIn(set).every(({ path }) => path !== null)) now[set] = measure(set, authorities);
    else console.log(`${set}: ${WITHOUT_CORPORA}`);
  const lineage = measureLineage(authorities);
  if (lineage) now.lineage = lineage;
  else console.log(`lineage: ${WITHOUT_CORPORA}`);
  const fallen = Object.entries(now).flatMap(([set, figures]) => show(set, figures, before[set] ?? {}));
  if (process.argv.includes('--write')) {
    writeFileSync(FILE, `${JSON.stringify({ ...before, ...now }, null, 2)}\n`);
    console.log('figures.json written');
  } else if (fallen.length > 0) {
    console.log(`fell by more than ${TOLERANCE}: ${fallen.join('; ')}`);
    process.exitCode = 1;
  }
}

/** Prints one set; answers with the names of the figures that fell. */
function show(set: string, figures: Figures, before: Figures): string[] {
  const bars = BARS[set] ?? BARS.texts ?? {};
  const names = [...new Set([...Object.keys(figures), ...Object.keys(before)])];
  const rows = names.map((name) => {
    const [value, old, bar] = [figures[name] ?? 0, before[name], bars[name]];
    const change = old === undefined ? 'new' : signed(value - old);
    return [name, value.toFixed(3), change, bar === undefined ? '' : bar.toFixed(2), isMet(value, bar)];
  });
  console.log(`\n${formatTable([[set, 'now', 'change', 'bar', ''], ...rows])}`);
  return names
    .filter((name) => (figures[name] ?? 0) < (before[name] ?? 0) - TOLERANCE)
    .map((name) => `${set} ${name}`);
}

function isMet(value: number, bar: number | undefined): string {
  return bar === undefined || value >= bar ? '' : 'below';
}

function signed(change: number): string {
  const rounded = Math.round(change * 1000) / 1000;
  return rounded === 0 ? '' : rounded > 0 ? `+${rounded}` : String(rounded);
}

if (import.meta.main) await main();
