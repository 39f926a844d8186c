import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findings } from './axe.ts';
import { MINUTE, openHouse } from './visit.ts';

const { visit } = openHouse();
const QUESTION = encodeURIComponent(
  'MATCH p = (:Agreement)-[r:REAFFIRMS]->(:Agreement) RETURN p, r.evidence',
);
const drawn = (page: Page) => page.locator('.stage canvas').first().waitFor();
const PLACES: readonly [string, string, (page: Page) => Promise<unknown>][] = [
  ['lineage', '?view=lineage', drawn],
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
    'query',
    `?view=query&cypher=${QUESTION}`,
    (page) => page.locator('.answer tbody tr').first().waitFor({ timeout: MINUTE }),
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
