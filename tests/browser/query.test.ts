import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { MINUTE, openHouse } from './visit.ts';

const { visit } = openHouse();
const editor = (page: Page) => page.locator('.cm-content');
const options = (page: Page) => page.locator('.cm-tooltip-autocomplete li');

describe('the query editor', { timeout: 2 * MINUTE }, () => {
  it('completes labels, types, properties and saved questions', async () => {
    await visit('?view=query&lang=en', async (page) => {
      await editor(page).click();
      await page.keyboard.press('Control+Space');
      await options(page).filter({ hasText: 'reaffirm' }).first().waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.type('MATCH (a:Agr');
      await options(page).filter({ hasText: 'Agreement' }).first().waitFor();
      await page.waitForTimeout(150);
      await page.keyboard.press('Enter');
      expect(await editor(page).textContent()).toBe('MATCH (a:Agreement');
      await page.keyboard.type(')-[:REAF');
      await options(page).filter({ hasText: 'REAFFIRMS' }).first().waitFor();
      await page.waitForTimeout(150);
      await page.keyboard.press('Enter');
      await page.keyboard.type(']->(b) RETURN b.tit');
      await options(page).filter({ hasText: 'title' }).first().waitFor();
      await page.waitForTimeout(150);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+Enter');
      await page.locator('.answer tbody tr').first().waitFor();
      expect(await page.locator('.answer').textContent()).toContain('中苏国界东段协定');
    });
  });

  it('takes parameters, shows the answer raw, and remembers what was asked', async () => {
    await visit('?view=query&lang=en', async (page) => {
      await editor(page).click();
      await page.keyboard.insertText('RETURN $x + 1 AS y');
      await page.locator('.parameters input').fill('{x: 1}');
      await page.getByRole('button', { name: 'Run' }).click();
      await page.locator('.problem', { hasText: 'no JSON object' }).waitFor();
      await page.locator('.parameters input').fill('{"x": 41}');
      await page.getByRole('button', { name: 'Run' }).click();
      await expect.poll(() => page.locator('.answer tbody td').allTextContents()).toEqual(['42']);
      await page.getByRole('button', { name: 'Raw' }).click();
      expect(await page.locator('.raw').textContent()).toContain('42');
      await page.reload();
      await page.locator('.asked summary').click();
      await page.locator('.asked .question', { hasText: '$x + 1' }).first().click();
      await expect.poll(() => page.locator('.answer tbody td').allTextContents()).toEqual(['42']);
      expect(await page.locator('.parameters input').inputValue()).toBe('{"x": 41}');
    });
  });

  it('can be stopped', async () => {
    await visit('?view=query&lang=en', async (page) => {
      await editor(page).click();
      await page.keyboard.insertText(
        'MATCH (a), (b), (c), (d) WHERE a.id < b.id AND b.id < c.id RETURN count(d.name + a.name)',
      );
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.locator('.result', { hasText: 'Stopped.' }).waitFor();
    });
  });

  it('is loaded late: no script of it comes before', async () => {
    await visit('', async (page) => {
      const scripts: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(request.url());
      });
      await page.locator('.stage canvas').first().waitFor();
      expect(scripts).toEqual([]);
      await page.getByRole('button', { name: '查询' }).click();
      await editor(page).waitFor();
      expect(scripts.some((address) => address.includes('editor'))).toBe(true);
    });
  });
});
