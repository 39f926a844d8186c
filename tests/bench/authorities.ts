/**
 * `npm run bench -- authorities`: what the register costs. Start-up: reading and checking it. Extraction: the same
 * texts with the whole register and with only the entries that those texts name, so that both find the same.
 */
import { readFileSync } from 'node:fs';
import { ingest } from '../../src/ingest/index.ts';
import { extract } from '../../src/pipeline.ts';
import type { Authorities } from '../../src/resolve/authorities.ts';
import { loadAuthorities } from '../../src/seed.ts';
import { filesIn, type Language } from './texts.ts';

const LOADING_MS = 100;
const SHARE = 0.1;
const ROUNDS = 12;

type Documents = readonly ReturnType<typeof ingest>[];

/** Prints a line for each figure. Answers whether all are as aimed at. */
export async function benchAuthorities(): Promise<boolean> {
  const start = performance.now();
  const all = await loadAuthorities();
  const loading = performance.now() - start;
  console.log(
    `${loading < LOADING_MS ? 'well ' : 'SHORT'}  loading takes ${loading.toFixed(0)} ms (aim: ${LOADING_MS})`,
  );
  const answers = (['zh', 'en'] as const).map((language) => showShare(language, all));
  return loading < LOADING_MS && answers.every((answer) => answer);
}

function showShare(language: Language, all: Authorities): boolean {
  const documents = filesIn(language).map((path) => ingest(readFileSync(path), path));
  if (documents.length === 0) {
    console.log(`${language}: not measured, no texts in it (shared/corpora is not beside the project)`);
    return true;
  }
  const named = onlyNamed(documents, all);
  const mentions = [count(documents, all), count(documents, named)];
  const best = { all: Infinity, named: Infinity };
  // One after the other in every round, so that what else the machine does hits both.
  for (let round = 0; round < ROUNDS; round += 1) {
    best.all = Math.min(
      best.all,
      cpuMs(() => count(documents, all)),
    );
    best.named = Math.min(
      best.named,
      cpuMs(() => count(documents, named)),
    );
  }
  const share = best.all / best.named - 1;
  const isWell = share < SHARE;
  console.log(
    `${isWell ? 'well ' : 'SHORT'}  ${language}: all entries take ${(100 * share).toFixed(1)} % longer than those ` +
      `that the ${documents.length} texts name, ${best.named.toFixed(0)} ms (aim: ${100 * SHARE} %); ` +
      `${mentions.join(' and ')} mentions`,
  );
  return isWell;
}

/** The register without the names of what no text refers to. States stay: every text has some. */
function onlyNamed(documents: Documents, all: Authorities): Authorities {
  const keys = new Set<string>();
  for (const document of documents)
    for (const entity of extract(document, all).entities)
      if ('authority' in entity && typeof entity.authority === 'string') keys.add(entity.authority);
  return {
    ...all,
    namesOf: (language) => all.namesOf(language).filter(({ type, key }) => type === 'state' || keys.has(key)),
  };
}

function count(documents: Documents, authorities: Authorities): number {
  return documents.reduce((sum, document) => sum + extract(document, authorities).mentions.length, 0);
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
