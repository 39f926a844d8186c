import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { MINUTE, openHouse } from './visit.ts';

const { visit } = openHouse();
const said = (page: Page) => new URL(page.url()).searchParams;
const column = (page: Page, n: number) =>
  page.locator(`.table tbody tr > :nth-child(${n})`).allTextContents();
const heading = (page: Page, name: string) => page.locator('.table thead th', { hasText: name });

/** What is downloaded as CSV, cell by cell. */
async function csvOf(page: Page): Promise<readonly (readonly string[])[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  return parse(readFileSync(await download.path(), 'utf8'), { bom: true });
}

describe('the table', { timeout: 2 * MINUTE }, () => {
  it('sorts and filters its rows, keeps both over a reload, and hands them out', async () => {
    await visit(
      '?view=table&lang=en&show=Agreement',
      async (page) => {
        await page.locator('.table tbody tr').first().waitFor();
        expect(await heading(page, 'Cited by').getAttribute('aria-sort')).toBe('descending');
        await heading(page, 'Date').getByRole('button').click();
        const dates = (await csvOf(page)).slice(1).map((row) => row[3]);
        expect(dates[0]).toBe('1945-06-26');
        expect(dates).toEqual(dates.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1)));
        await heading(page, 'Date').getByRole('button').click();
        expect((await column(page, 4))[0]).toContain('2004');
        await page.getByRole('searchbox', { name: 'Filter the rows' }).fill('核试验');
        await expect.poll(() => column(page, 1)).toEqual(['Comprehensive Nuclear-Test-Ban Treaty']);
        await page.reload();
        await expect.poll(() => column(page, 1)).toEqual(['Comprehensive Nuclear-Test-Ban Treaty']);
        expect(Object.fromEntries(said(page))).toMatchObject({ sort: '-date', rows: '核试验' });
        await page.getByRole('button', { name: 'Copy CSV' }).click();
        await page.getByText('Copied').waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(parse(copied)).toEqual(await csvOf(page));
        await page.keyboard.press('Control+z');
        await expect.poll(() => column(page, 1)).toHaveLength(19);
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  it('lists the relations too, each with its sentence, and leads to why it is there', async () => {
    await visit('?view=table&lang=en&show=Agreement', async (page) => {
      await page.getByRole('button', { name: 'Relations', exact: true }).click();
      await page.locator('.table tbody tr').first().waitFor();
      const rows = (await csvOf(page)).slice(1);
      expect(rows.length).toBe(await page.locator('.table tbody tr').count());
      expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(['a text', 'an authority']));
      const row = page.locator('.table tbody tr', { hasText: '第八章' });
      expect(await row.locator('td').nth(1).textContent()).toBe('Charter of the United Nations');
      await row.locator('td .link').first().click();
      await page.locator('.citation.wanted .why code').first().waitFor();
      expect(said(page).get('list')).toBe('relations');
    });
  });
});
