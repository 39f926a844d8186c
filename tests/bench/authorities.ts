/**
 * `npm run bench -- authorities`: what the register costs. Start-up: reading and checking it. Extraction: the same
 * texts with the whole register and with only the entries that those texts name, so that both find the same.
 */
import type { Authorities } from '../../src/resolve/authorities.ts';
import { loadAuthorities } from '../../src/seed.ts';
import { countMentions, documentsIn, onlyNamed, timesOf } from './register.ts';
import { report } from './report.ts';
import type { Language } from './texts.ts';

const LOADING_MS = 100;
const SHARE = 0.1;
const ROUNDS = 12;

/** Prints a line for each figure. Answers whether all are as aimed at. */
export async function benchAuthorities(): Promise<boolean> {
  const start = performance.now();
  const all = await loadAuthorities();
  const loading = performance.now() - start;
  const answers = [
    report(loading < LOADING_MS, `loading takes ${loading.toFixed(0)} ms (aim: ${LOADING_MS})`),
  ];
  for (const language of ['zh', 'en'] as const) answers.push(showShare(language, all));
  return answers.every((answer) => answer);
}

function showShare(language: Language, all: Authorities): boolean {
  const texts = documentsIn(language);
  if (texts.length === 0) {
    console.log(`${language}: not measured, no texts in it (shared/corpora is not beside the project)`);
    return true;
  }
  const named = onlyNamed(texts, all);
  const mentions = [countMentions(texts, all), countMentions(texts, named)];
  const [whole = 0, part = 0] = timesOf(texts, [all, named], ROUNDS);
  const share = whole / part - 1;
  return report(
    share < SHARE,
    `${language}: all entries take ${(100 * share).toFixed(1)} % longer than those that the ${texts.length} texts ` +
      `name, ${part.toFixed(0)} ms (aim: ${100 * SHARE} %); ${mentions.join(' and ')} mentions`,
  );
}
