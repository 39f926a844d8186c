/**
 * Pictures of the page: every view, small and large, in both themes and languages.
 *
 *     node tests/screenshots.ts [FOLDER] [--only WORD] [--readme]
 *
 * FOLDER is `dist/screenshots` unless given; WORD is in the names of those that are wanted. `--readme` writes the two
 * that stand in README into tests/screenshots.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
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
const EDITED = 'MATCH (a:Agreemnt)-[r:REAFIRMS]->(b) RETURN b.titel';
const query = (cypher: string) => `view=query&cypher=${encodeURIComponent(cypher)}`;

type Scene = Readonly<{
  search: string;
  /** What is done on the page before the picture. */
  act?: (page: Page) => Promise<unknown>;
}>;
const menu = (page: Page) => page.locator('.tools .tool-button').click();

const SCENES: Readonly<Record<string, Scene>> = {
  lineage: { search: 'view=lineage' },
  'lineage-dates': { search: 'view=lineage&dates=all&steps=all' },
  'lineage-parties': { search: 'view=lineage&lanes=party&steps=all' },
  'lineage-kinds': { search: 'view=lineage&lanes=kind&dates=all' },
  charter: { search: 'view=lineage&root=agr:un-charter-1945&node=agr:un-charter-1945&dates=all' },
  why: {
    search: 'view=lineage&lanes=party',
    act: async (page) => {
      for (const why of await page.locator('.why > summary').all()) await why.click();
      await page.locator('.citation').first().scrollIntoViewIfNeeded();
    },
  },
  network: { search: 'view=network' },
  text: { search: `view=text&at=${PASSAGE}&node=agr:un-charter-1945` },
  table: { search: 'view=table' },
  relations: { search: 'view=table&list=relations&show=Agreement' },
  path: {
    search: 'view=lineage&steps=all&path=agr:sino-russian-statement-1996&path=agr:npt-1968&pin=state:CHN',
  },
  frame: { search: 'view=lineage&embed=1' },
  query: { search: query(QUESTION) },
  'query-graph': { search: `${query(QUESTION)}&form=graph` },
  'query-wrong': { search: query(EDITED) },
  nothing: { search: 'view=network&show=Provision&from=1800&to=1801&said=doc:none' },
  failed: {
    search: 'view=lineage',
    act: async (page) => {
      await page.route('**/api/graph**', (route) => route.abort());
      await page.reload();
    },
  },
  search: {
    search: 'view=lineage',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('lianheguo');
      await page.locator('.hit').first().waitFor();
    },
  },
  keys: { search: 'view=lineage', act: (page) => page.keyboard.press('?') },
  export: { search: 'view=lineage', act: menu },
  'one-file': {
    search: 'view=lineage',
    act: async (page) => {
      await menu(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: /^HTML / }).click(),
      ]);
      await page.setContent(readFileSync(await download.path(), 'utf8'));
    },
  },
};

type Shot = Readonly<{
  scene: Scene;
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
  await page.goto(`${address}/?${shot.scene.search}&lang=${shot.language}`, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await shot.scene.act?.(page);
  await page.waitForTimeout(600);
  await page.screenshot({ path });
  await page.close();
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, readme: { type: 'boolean', default: false } },
});
const [folder = 'dist/screenshots'] = positionals;
const README = {
  lineage: { scene: 'lineage', size: 'large', theme: 'light', language: 'zh' },
  why: { scene: 'why', size: 'large', theme: 'dark', language: 'en' },
} as const;

const [browser, served] = await Promise.all([launchChromium(), serve()]);
const take = async ({ scene: name, ...how }: { scene: string } & Omit<Shot, 'scene'>, path: string) => {
  const scene = SCENES[name];
  if (!scene) throw new Error(`there is no picture named ${name}`);
  mkdirSync(dirname(path), { recursive: true });
  await shoot(browser, served.address, { scene, ...how }, path);
  process.stdout.write(`${path}\n`);
};
try {
  if (values.readme)
    for (const [name, shot] of Object.entries(README)) await take(shot, `tests/screenshots/${name}.png`);
  else
    for (const scene of Object.keys(SCENES))
      for (const size of ['large', 'middle', 'small'] as const)
        for (const theme of ['light', 'dark'] as const)
          for (const language of ['zh', 'en'] as const) {
            const name = `${scene}-${size}-${theme}-${language}.png`;
            if (name.includes(values.only)) await take({ scene, size, theme, language }, join(folder, name));
          }
} finally {
  await browser.close();
  await served.end();
}
