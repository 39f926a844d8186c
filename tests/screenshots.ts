/**
 * Pictures of the page: every view, small and large, in both themes and languages.
 *
 *     node tests/screenshots.ts [FOLDER] [--picture FILE]
 *
 * FOLDER is `dist/screenshots` unless given; FILE gets the one picture that stands in README.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium } from './browser/chromium.ts';
import { serve } from './browser/server.ts';

const SIZES = { large: [1600, 1000], middle: [1024, 700], small: [390, 800] } as const;
const SEED = readFileSync('seed/documents/zh/1996-04-25-中俄联合声明.txt', 'utf8');
const SENTENCE = SEED.slice(
  SEED.indexOf('双方认为，应在保持联合国安理会'),
  SEED.indexOf('而做出的努力；') + 7,
);
const PASSAGE = `${SEED.indexOf(SENTENCE)}-${SEED.indexOf(SENTENCE) + SENTENCE.length}`;
const QUESTION = 'MATCH (a:Agreement)-[r:REAFFIRMS]->(b:Agreement)\nRETURN a, r, b, r.evidence AS evidence';
const SEARCHES = {
  lineage: 'view=lineage',
  'lineage-dates': 'view=lineage&dates=all&steps=all',
  charter: 'view=lineage&node=agr:un-charter-1945',
  network: 'view=network',
  text: `view=text&at=${PASSAGE}&node=agr:un-charter-1945`,
  table: 'view=table',
  path: 'view=lineage&steps=all&path=agr:un-charter-1945&path=agr:npt-1968&pin=state:CHN',
  frame: 'view=lineage&embed=1',
  query: `view=query&cypher=${encodeURIComponent(QUESTION)}`,
} as const;

type Shot = Readonly<{
  search: string;
  size: keyof typeof SIZES;
  theme: 'light' | 'dark';
  language: 'zh' | 'en';
}>;

/** Waits until nothing loads and the drawing rests, then writes the picture. */
async function shoot(browser: Browser, address: string, shot: Shot, path: string): Promise<void> {
  const [width, height] = SIZES[shot.size];
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: shot.theme,
    reducedMotion: 'reduce',
  });
  await page.goto(`${address}/?${shot.search}&lang=${shot.language}`, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(600);
  await page.screenshot({ path });
  await page.close();
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { picture: { type: 'string' } },
});
const [folder = 'dist/screenshots'] = positionals;
const [browser, served] = await Promise.all([launchChromium(), serve()]);
try {
  if (values.picture !== undefined) {
    mkdirSync(dirname(values.picture), { recursive: true });
    const shot = { search: SEARCHES.lineage, size: 'large', theme: 'light', language: 'zh' } as const;
    await shoot(browser, served.address, shot, values.picture);
  } else {
    mkdirSync(folder, { recursive: true });
    for (const [view, search] of Object.entries(SEARCHES))
      for (const size of ['large', 'middle', 'small'] as const)
        for (const theme of ['light', 'dark'] as const)
          for (const language of ['zh', 'en'] as const) {
            const name = `${view}-${size}-${theme}-${language}.png`;
            await shoot(browser, served.address, { search, size, theme, language }, join(folder, name));
            process.stdout.write(`${join(folder, name)}\n`);
          }
  }
} finally {
  await browser.close();
  await served.end();
}
