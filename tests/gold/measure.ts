/** Extraction as it is now, scored with the programs that others score it with. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ingest } from '../../src/ingest/index.ts';
import { extract } from '../../src/pipeline.ts';
import type { Extraction } from '../../src/records.ts';
import type { Authorities } from '../../src/resolve/authorities.ts';
import { calibrate, type Gold } from './calibration.ts';
import { findText, LINEAGE } from './texts.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ANNOTATIONS = join(HERE, 'annotations');

/** Figures by name, each between 0 and 1: `agreement f1`, `state linked`, `relation accuracy`. */
export type Figures = Readonly<Record<string, number>>;

type Annotated = Readonly<{ gold: Gold; file: string; path: string | null }>;

const annotated: readonly Annotated[] = readdirSync(ANNOTATIONS)
  .filter((name) => name.endsWith('.gold.json'))
  .map((name) => {
    const file = join(ANNOTATIONS, name);
    const gold = JSON.parse(readFileSync(file, 'utf8')) as Gold;
    return { gold, file, path: findText(gold.sha256, gold.document) };
  });

/** The annotated texts of one language, or the seed alone. Those whose text is absent have no path. */
export function annotatedIn(set: 'seed' | 'zh' | 'en'): readonly Annotated[] {
  return annotated.filter(({ gold, file }) =>
    set === 'seed' ? basename(file) === 'seed.gold.json' : gold.language === set,
  );
}

export function extractFile(path: string, authorities: Authorities): Extraction {
  return extract(ingest(readFileSync(path), path), authorities);
}

/** The figures of a set of annotated texts. Throws when one of the texts is absent. */
export function measure(set: 'seed' | 'zh' | 'en', authorities: Authorities): Figures {
  const texts = annotatedIn(set);
  const extractions = texts.map(({ path, gold }) => {
    if (path === null) throw new Error(`no text for ${gold.document}`);
    return extractFile(path, authorities);
  });
  const { scores } = score(
    texts.map(({ file }) => file),
    extractions,
  );
  return {
    ...figuresOf(scores),
    ...calibrate(
      texts.map(({ gold }) => gold),
      extractions,
    ),
  };
}

/** The figures of the lineage that a treaty database knows; null where its list or the texts are absent. */
export function measureLineage(authorities: Authorities): Figures | null {
  const rows = readLineage();
  if (rows === null) return null;
  const extractions: Extraction[] = [];
  for (const [sha256 = '', file = ''] of rows) {
    const path = findText(sha256, file);
    if (path !== null) extractions.push(extractFile(path, authorities));
  }
  if (extractions.length === 0) return null;
  const { linked = 0, typed = 0, dated = 0 } = run('lineage.mjs', [LINEAGE], extractions) as Figures;
  return { linked, typed, dated };
}

function readLineage(): string[][] | null {
  try {
    return readFileSync(LINEAGE, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
  } catch {
    return null;
  }
}

type Row = Readonly<{
  gold: number;
  precision?: number | null;
  recall?: number | null;
  f1?: number | null;
  accuracy?: number | null;
  linked?: number | null;
}>;
type Scores = Readonly<Record<string, Row>>;

function score(golds: readonly string[], extractions: readonly Extraction[]): { scores: Scores } {
  return run('score.mjs', golds, extractions) as { scores: Scores };
}

function run(program: string, gold: readonly string[], extractions: readonly Extraction[]): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-gold-'));
  try {
    const output = join(folder, 'out.jsonl');
    writeFileSync(output, extractions.map((extraction) => `${JSON.stringify(extraction)}\n`).join(''));
    const answer = execFileSync(
      process.execPath,
      [join(HERE, program), '--gold', ...gold, '--pred', output, '--json'],
      { encoding: 'utf8', maxBuffer: 1e8 },
    );
    return JSON.parse(answer);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Scored alone, and pooled where there are too few of each. */
const ALONE = ['agreement', 'agreements cited', 'date', 'state', 'organization'];
const POOLED = ['person', 'place', 'provision'];
const ATTRIBUTES = [
  'kind of agreement',
  'date of agreement',
  'parties of agreement',
  'prospective or concluded',
];
const INSTRUMENT = ['title', 'kind', 'signed', 'parties', 'signatories'].map(
  (field) => `instrument ${field}`,
);

function figuresOf(scores: Scores): Figures {
  const figures: Record<string, number> = {};
  for (const name of ALONE) {
    const row = scores[name];
    if (!row) continue;
    figures[`${name} f1`] = row.f1 ?? 0;
    if (row.linked !== undefined) figures[`${name} linked`] = row.linked ?? 0;
  }
  const pool = POOLED.map((name) => scores[name]).filter((row) => row !== undefined);
  Object.assign(figures, poolMentions(pool));
  figures['anaphor accuracy'] = accuracy(scores, ['anaphor']);
  figures['relation accuracy'] = accuracy(scores, ['relation']);
  figures['attributes accuracy'] = accuracy(scores, ATTRIBUTES);
  figures['instrument accuracy'] = accuracy(scores, INSTRUMENT);
  return figures;
}

/** The program gives shares; the counts behind them are whole numbers. */
function poolMentions(rows: readonly Row[]): Figures {
  let [gold, found, predicted, linked] = [0, 0, 0, 0];
  for (const row of rows) {
    const hits = Math.round(row.gold * (row.recall ?? 0));
    gold += row.gold;
    found += hits;
    predicted += row.precision ? Math.round(hits / row.precision) : 0;
    linked += Math.round(hits * (row.linked ?? 0));
  }
  return {
    'person, place, provision f1': round((2 * found) / (gold + predicted)),
    'person, place, provision linked': round(linked / found),
  };
}

function accuracy(scores: Scores, names: readonly string[]): number {
  let [gold, right] = [0, 0];
  for (const name of names) {
    const row = scores[name];
    gold += row?.gold ?? 0;
    right += Math.round((row?.gold ?? 0) * (row?.accuracy ?? 0));
  }
  return round(right / gold);
}

export function round(share: number): number {
  return Number.isFinite(share) ? Math.round(share * 1000) / 1000 : 0;
}
