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
      await page.locator('.result-head').getByRole('button', { name: 'Table' }).click();
      await expect.poll(() => page.locator('.answer tbody td').allTextContents()).toEqual(['42']);
      expect(await page.locator('.parameters input').inputValue()).toBe('{"x": 41}');
    });
  });

  it('names labels, types and properties that are not there, and mends them', async () => {
    await visit('?view=query&lang=en', async (page) => {
      await editor(page).click();
      await page.keyboard.insertText('MATCH (a:Agreemnt)-[r:REAFIRMS]->(b) RETURN b.titel');
      const wrongs = page.locator('.wrongs li');
      await expect.poll(() => wrongs.count()).toBe(3);
      expect(await wrongs.first().textContent()).toContain('“Agreemnt” is no label here.');
      expect(await page.locator('.cm-wrong').allTextContents()).toEqual(['Agreemnt', 'REAFIRMS', 'titel']);
      for (let left = 2; left >= 0; left -= 1) {
        await wrongs.first().getByRole('button').click();
        await expect.poll(() => wrongs.count()).toBe(left);
      }
      await page.getByRole('button', { name: 'Run' }).click();
      await expect.poll(() => page.locator('.answer').textContent()).toContain('中苏国界东段协定');
    });
  });

  it('keeps what is written and how the answer is shown over a reload, and takes queries back', async () => {
    await visit(
      '?view=query&lang=en',
      async (page) => {
        const run = async (cypher: string, answer: string) => {
          await editor(page).click();
          await page.keyboard.press('Control+a');
          await page.keyboard.insertText(cypher);
          await page.keyboard.press('Control+Enter');
          await expect.poll(() => page.locator('.result').textContent()).toContain(answer);
        };
        await run("RETURN 'one' AS x", 'one');
        await run("RETURN ['a', 'b'] AS y, 2 AS z", 'b');
        await page.getByRole('button', { name: 'Copy CSV' }).click();
        await page.getByText('Copied').waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('y,z\r\n"a; b",2\r\n');
        await page.getByRole('button', { name: 'Raw' }).click();
        await editor(page).click();
        await page.keyboard.press('Control+a');
        await page.keyboard.insertText('RETURN 3 // not asked yet');
        await page.reload();
        await page.locator('.raw', { hasText: '"b"' }).waitFor();
        await expect.poll(() => editor(page).textContent()).toBe('RETURN 3 // not asked yet');
        await page.getByRole('button', { name: 'Undo', exact: true }).click();
        await page.getByRole('button', { name: 'Undo', exact: true }).click();
        await expect.poll(() => editor(page).textContent()).toBe("RETURN 'one' AS x");
        await expect.poll(() => page.locator('.result').textContent()).toContain('one');
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
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
