import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findings } from './axe.ts';
import { exported, MINUTE, openHouse } from './visit.ts';

const { visit } = openHouse();
const QUESTION = encodeURIComponent(
  'MATCH p = (:Agreement)-[r:REAFFIRMS]->(:Agreement) RETURN p, r.evidence',
);
const drawn = (page: Page) => page.locator('.stage canvas').first().waitFor();
const PLACES: readonly [string, string, (page: Page) => Promise<unknown>][] = [
  [
    'lineage in lanes, with the reasons of its lines',
    '?view=lineage&lanes=party&steps=all',
    async (page) => {
      await drawn(page);
      for (const why of await page.locator('.why > summary').all()) await why.click();
      await page.locator('.why code').first().waitFor();
    },
  ],
  ['lineage of a state', '?node=state:CHN', drawn],
  ['network', '?view=network', drawn],
  [
    'network by communities',
    '?view=network&color=community',
    (page) => page.locator('.community').first().waitFor(),
  ],
  ['text', '?view=text&node=agr:un-charter-1945', (page) => page.locator('.reading').waitFor()],
  ['table', '?view=table', (page) => page.locator('.table tbody tr').first().waitFor()],
  [
    'table of relations',
    '?view=table&list=relations&node=agr:un-charter-1945',
    (page) => page.locator('.row-sentence').first().waitFor(),
  ],
  [
    'query, its answer, and a name that is wrong in what is written on',
    `?view=query&cypher=${QUESTION}`,
    async (page) => {
      await page.locator('.answer tbody tr').first().waitFor({ timeout: MINUTE });
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText(' // and\nMATCH (a:Agreemnt)');
      await page.locator('.wrongs li').first().waitFor();
    },
  ],
  [
    'path, pinned and hidden nodes',
    '?path=agr:un-charter-1945&path=agr:bwc-1972&pin=state:CHN&without=agr:npt-1968&open=10%20state:CHN',
    (page) => page.locator('.paths [role=status]').waitFor(),
  ],
  ['frame', '?embed=1', drawn],
  [
    'keys',
    '',
    async (page) => {
      await drawn(page);
      await page.keyboard.press('?');
      await page.locator('.key-list').waitFor();
    },
  ],
  [
    'export menu',
    '',
    async (page) => {
      await drawn(page);
      await page.locator('.tools .tool-button').click();
      await page.locator('[data-format=gexf]').waitFor();
    },
  ],
  [
    'search',
    '',
    async (page) => {
      await drawn(page);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('联合国');
      await page.locator('.hit').first().waitFor();
    },
  ],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  describe.each(['zh', 'en'] as const)('in %s', (language) => {
    it.each(PLACES)('axe finds nothing in: %s', { timeout: 2 * MINUTE }, async (_, search, ready) => {
      const separator = search === '' ? '?' : '&';
      await visit(
        `${search}${separator}lang=${language}`,
        async (page) => {
          await ready(page);
          expect(await findings(page)).toEqual([]);
        },
        { colorScheme },
      );
    });
  });
});

describe('beside the views', { timeout: 2 * MINUTE }, () => {
  it.each(['light', 'dark'] as const)(
    'axe finds nothing in the file that opens offline: %s',
    async (theme) => {
      await visit(
        '?view=lineage',
        async (page) => {
          await drawn(page);
          const html = (await exported(page, 'HTML')).toString('utf8');
          const other = await page.context().newPage();
          await other.setContent(html);
          expect(await findings(other)).toEqual([]);
        },
        { colorScheme: theme },
      );
    },
  );

  it('axe finds nothing where the graph could not be read, or holds nothing', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      await visit(
        '?lang=en&years',
        async (page) => {
          await drawn(page);
          await page.goto(
            `${page.url().split('?')[0]}?lang=en&show=Provision&view=network&from=1800&to=1801&said=doc:none`,
          );
          await page.locator('.notice').waitFor();
          expect(await findings(page)).toEqual([]);
          await page.route('**/api/graph**', (route) => route.abort());
          await page.reload();
          await page.getByRole('alert').waitFor();
          expect(await findings(page)).toEqual([]);
        },
        { colorScheme, expected: /Failed to load/ },
      );
  });
});
