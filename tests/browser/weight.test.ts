import { describe, expect, it } from 'vitest';
import { MINUTE, openHouse } from './visit.ts';
import { MOST_SCRIPT, weigh } from './weight.ts';

const { visit } = openHouse();
const sum = async (sizes: readonly Promise<number>[]) =>
  (await Promise.all(sizes)).reduce((all, size) => all + size, 0);

describe('the script of the page', { timeout: 2 * MINUTE }, () => {
  it.each(['lineage', 'network'])('weighs little for the first load of the %s', async (view) => {
    await visit('?view=table', async (page) => {
      const sizes = weigh(page);
      await page.goto(new URL(`/?view=${view}`, page.url()).href);
      await page.locator('.stage canvas').first().waitFor({ timeout: MINUTE });
      expect(sizes.length).toBeGreaterThan(0);
      expect(await sum(sizes)).toBeLessThanOrEqual(MOST_SCRIPT);
    });
  });

  it('brings the editor only when a query is written', async () => {
    await visit('?view=table', async (page) => {
      await page.locator('.table tbody tr').first().waitFor({ timeout: MINUTE });
      const sizes = weigh(page);
      await page.getByRole('button', { name: /^(Query|查询)$/ }).click();
      await page.locator('.cm-editor').waitFor({ timeout: MINUTE });
      expect(await sum(sizes)).toBeGreaterThan(50_000);
    });
  });
});
