import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DocumentsResponse } from '../../src/api/types.ts';
import { MINUTE, openHouse } from './visit.ts';

const { visit, address } = openHouse();
const title = (page: Page) => page.locator('.panel-title');
const drawn = (page: Page) => page.locator('.stage canvas').first().waitFor();
const said = (page: Page) => new URL(page.url()).searchParams;
const rows = (page: Page) => page.locator('.table-count').textContent();

describe('by hand', { timeout: 2 * MINUTE }, () => {
  it('walks to neighbours by arrow keys, pins, hides and opens, and takes every step back', async () => {
    await visit('?lang=en', async (page) => {
      await drawn(page);
      await expect.poll(() => title(page).textContent()).toContain('Joint Declaration');
      await page.locator('.stage').focus();
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => said(page).get('node')).toMatch(/^agr:/);
      const first = said(page).get('node') ?? '';
      await page.keyboard.press('p');
      expect(said(page).getAll('pin')).toEqual([first]);
      await page.keyboard.press('e');
      await expect.poll(() => said(page).getAll('open')).toHaveLength(1);
      await page.keyboard.press('h');
      expect(said(page).getAll('without')).toEqual([first]);
      expect(said(page).has('pin') || said(page).has('open')).toBe(false);
      await page.locator('.by-hand', { hasText: '1 hidden' }).waitFor();
      await page.keyboard.press('Control+z');
      expect(said(page).getAll('pin')).toEqual([first]);
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      expect(said(page).has('pin') || said(page).has('open')).toBe(false);
      await page.keyboard.press('Control+Shift+z');
      expect(said(page).getAll('pin')).toEqual([first]);
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      expect(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled()).toBe(true);
    });
  });

  it('opens neighbours step by step, and collapses them', async () => {
    await visit('?lang=en&node=state:CHN', async (page) => {
      const line = page.locator('.neighbours');
      await expect.poll(() => line.textContent()).toMatch(/of \d+ shown/);
      const before = await line.textContent();
      await line.getByRole('button', { name: /Show \d+ more/ }).click();
      await expect.poll(() => line.textContent()).not.toBe(before);
      await line.getByRole('button', { name: 'Collapse' }).click();
      await expect.poll(() => line.textContent()).toBe(before);
    });
  });

  it('shows its keys at “?”, and leaves single keys alone where that is asked', async () => {
    await visit('?lang=en', async (page) => {
      await drawn(page);
      await page.keyboard.press('?');
      await page.locator('.key-list', { hasText: 'Walk to a neighbour' }).waitFor();
      await page.locator('.key-switch input').uncheck();
      await page.keyboard.press('Escape');
      await page.locator('.key-list').waitFor({ state: 'detached' });
      await page.keyboard.press('4');
      expect(said(page).get('view')).toBeNull();
      await page.getByRole('button', { name: 'Keys' }).click();
      await page.locator('.key-switch input').check();
      await page.keyboard.press('Escape');
      await page.keyboard.press('4');
      expect(said(page).get('view')).toBe('table');
    });
  });

  it('finds the path between two agreements, lists its steps and keeps it in the address', async () => {
    await visit('', async (page) => {
      await drawn(page);
      await page.getByRole('button', { name: '路径至…' }).click();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('联合国宪章');
      await page.locator('.hit').first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.path-line').first().waitFor();
      expect(await page.locator('.path-line').first().textContent()).toMatch(/中俄联合声明.+联合国宪章/);
      expect(said(page).getAll('path')).toHaveLength(2);
      await page.reload();
      await page.locator('.path-line').first().waitFor();
      await page.locator('.paths').getByRole('button', { name: '关闭' }).click();
      await page.locator('.paths').waitFor({ state: 'detached' });
    });
  });

  it('says so when neither agreement leads to the other', async () => {
    await visit('?lang=en&path=agr:un-charter-1945&path=agr:bwc-1972', async (page) => {
      await page.locator('.paths', { hasText: 'Neither leads to the other' }).waitFor();
    });
  });

  it('filters by party and by text, with counts', async () => {
    await visit('?lang=en&view=table&show=Agreement', async (page) => {
      await page.locator('.table tbody tr').first().waitFor();
      const all = await rows(page);
      const russia = page.locator('.filters .check', { hasText: 'Russia' });
      const count = Number(await russia.locator('.count').textContent());
      await russia.locator('input').check();
      await expect.poll(() => rows(page)).toContain(String(count));
      expect(await rows(page)).not.toBe(all);
      expect(said(page).getAll('party')).toEqual(['state:RUS']);
      await russia.locator('input').uncheck();
      await page.locator('.documents .check input').check();
      expect(said(page).getAll('said')).toHaveLength(1);
      await expect.poll(() => rows(page)).not.toBe(all);
    });
  });

  it('plays the years and moves them by keys', async () => {
    await visit('?lang=en', async (page) => {
      await drawn(page);
      await page.getByRole('slider', { name: 'From year' }).focus();
      await page.keyboard.press('ArrowRight');
      expect(said(page).get('from')).toBe('1992');
      await page.getByRole('button', { name: 'Play the years' }).click();
      await expect.poll(() => Number(said(page).get('to'))).toBeGreaterThan(1992);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('button', { name: 'All years' }).click();
      expect(said(page).get('from')).toBeNull();
    });
  });
});

describe('texts that come and go', { timeout: 2 * MINUTE }, () => {
  const text = (name: string, body: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(body, 'utf8'),
  });
  const agreement = '甲乙联合声明\n\n双方重申恪守《联合国宪章》。\n\n一九九九年三月一日于日内瓦\n';

  it('are added file by file with their errors, heard in the graph, and taken out again', async () => {
    await visit('', async (page) => {
      await drawn(page);
      await page
        .locator('.documents input[type=file]')
        .setInputFiles([text('甲乙声明.txt', agreement), text('空.txt', '')]);
      const uploads = page.locator('.uploads li');
      await expect.poll(() => uploads.nth(0).textContent(), { timeout: MINUTE }).toContain('已添加');
      await expect.poll(() => uploads.nth(1).textContent()).toContain('失败');
      expect(await uploads.nth(1).locator('.upload-detail').textContent()).toMatch(/空\.txt/);
      const lines = page.locator('.documents li');
      await expect.poll(() => lines.count()).toBe(2);
      await page.getByRole('button', { name: '清空列表' }).click();
      await page.locator('.uploads').waitFor({ state: 'detached' });
      const line = lines.filter({ hasText: '甲乙' });
      await line.locator('.icon-button').click();
      await line.getByRole('button', { name: '移出', exact: true }).click();
      await expect.poll(() => lines.count(), { timeout: MINUTE }).toBe(1);
    });
  });

  it('are dropped on the page', async () => {
    await visit('?lang=en', async (page) => {
      await drawn(page);
      const files = await page.evaluateHandle(() => {
        const held = new DataTransfer();
        held.items.add(new File(['no treaty here, only a remark'], 'remark.txt', { type: 'text/plain' }));
        return held;
      });
      await page.dispatchEvent('.page', 'dragover', { dataTransfer: files });
      await page.locator('.drop-zone').waitFor();
      await page.dispatchEvent('.page', 'drop', { dataTransfer: files });
      await page.locator('.drop-zone').waitFor({ state: 'detached' });
      await expect
        .poll(() => page.locator('.uploads li').first().textContent(), { timeout: MINUTE })
        .toMatch(/added|failed/);
    });
  });

  it('wait their turn, and are called back', async () => {
    await visit('?lang=en', async (page) => {
      await drawn(page);
      // What is sent rests on its way until it is called back.
      await page.route('**/api/documents', async (route) => {
        if (route.request().method() !== 'POST') await route.continue();
      });
      await page
        .locator('.documents input[type=file]')
        .setInputFiles(['a.txt', 'b.txt'].map((name) => text(name, agreement)));
      const uploads = page.locator('.uploads li');
      await expect.poll(() => uploads.allTextContents()).toEqual(['a.txtreading…', 'b.txtwaiting']);
      expect(await page.locator('.uploads progress').getAttribute('value')).toBe('0');
      await page.locator('.uploads').getByRole('button', { name: 'Cancel' }).click();
      await expect.poll(() => uploads.allTextContents()).toEqual(['a.txtcancelled', 'b.txtcancelled']);
    });
  });

  it('may be all gone: the empty page says how to begin, and begins with a text', async () => {
    const { documents } = (await (await fetch(`${address()}/api/documents`)).json()) as DocumentsResponse;
    for (const { id } of documents)
      await fetch(`${address()}/api/documents/${encodeURIComponent(id)}`, { method: 'DELETE' });
    await visit('?lang=en', async (page) => {
      await page.locator('.notice', { hasText: 'The graph is empty' }).waitFor();
      expect(await page.locator('.notice .command').textContent()).toContain('npx stemma build');
      await page.locator('.notice input[type=file]').setInputFiles([text('甲乙声明.txt', agreement)]);
      await page.locator('.stage canvas').first().waitFor({ timeout: MINUTE });
      await expect.poll(() => title(page).textContent()).toContain('甲乙');
    });
  });
});
