import { readFileSync } from 'node:fs';
import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { HealthResponse } from '../../src/api/types.ts';
import { MINUTE, openHouse } from './visit.ts';

const house = openHouse();
const { visit } = house;

/** Writes a query into the editor, over what stands there. */
async function write(page: Page, cypher: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  if (cypher !== '') await page.keyboard.insertText(cypher);
}

const panel = (page: Page) => page.locator('.panel');
const title = (page: Page) => panel(page).locator('.panel-title');
const drawn = (page: Page) => page.locator('.stage canvas').first().waitFor();

/** The middle of the largest patch of a colour on the page, found in a picture of it. */
async function middleOfColor(page: Page, rgb: readonly [number, number, number]) {
  const picture = (await page.screenshot()).toString('base64');
  return page.evaluate(
    async ({ picture, rgb }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      if (!context) return null;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const top = document.querySelector('.stage')?.getBoundingClientRect().top ?? 0;
      const found: [number, number][] = [];
      for (let i = 0; i < data.length; i += 4) {
        const [x, y] = [(i / 4) % image.width, Math.floor(i / 4 / image.width)];
        if (y > top && rgb.every((channel, c) => Math.abs((data[i + c] ?? 0) - channel) < 4))
          found.push([x, y]);
      }
      const middle = (axis: 0 | 1) =>
        found.map((one) => one[axis]).sort((a, b) => a - b)[found.length >> 1] ?? 0;
      return { x: middle(0), y: middle(1), size: found.length };
    },
    { picture, rgb },
  );
}

/** The accent of the light palette, #b84a00. */
const ACCENT = [0xb8, 0x4a, 0x00] as const;

describe('the explorer', { timeout: 2 * MINUTE }, () => {
  it('opens on the lineage of the seed, with its instrument in the panel', async () => {
    await visit('', async (page) => {
      await drawn(page);
      await expect.poll(() => title(page).textContent()).toBe('中俄联合声明');
      const facts = await panel(page).locator('.facts').textContent();
      for (const fact of ['联合声明', '1996年4月25日', '北京', '中国', '俄罗斯', '江泽民', '叶利钦']) {
        expect(facts).toContain(fact);
      }
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    });
  });

  it('finds the Charter by name and shows the sentence that cites its chapter VIII', async () => {
    await visit('', async (page) => {
      await drawn(page);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('联合国宪章');
      await page.locator('.hit').first().waitFor();
      expect(await page.locator('.hit').first().textContent()).toContain('联合国宪章');
      await page.keyboard.press('Enter');
      await expect.poll(() => title(page).textContent()).toBe('联合国宪章');
      const sentence = panel(page).locator('.sentence', { hasText: '第八章' });
      await expect.poll(() => sentence.locator('mark').allTextContents()).toContain('联合国宪章');
      const provision = panel(page).locator('.direction', { hasText: '被援引的条款' }).locator('.sentence');
      expect(await provision.locator('mark').allTextContents()).toContain('第八章');
    });
  });

  it('finds the Charter by whatever it is called, best first', async () => {
    await visit('', async (page) => {
      await drawn(page);
      await page.keyboard.press('Control+k');
      const field = page.locator('.search input');
      for (const typed of [
        '聯合國憲章',
        'lianheguo xianzhang',
        'UN Charter',
        'Charter of the Untied Natoins',
        'Устав ООН',
        'Charte des Nations Unies',
      ]) {
        await field.fill(typed);
        await expect
          .poll(() => page.locator('.hit').first().textContent(), { message: typed })
          .toContain('联合国宪章');
      }
      await field.fill('');
      await page.locator('.search-note').waitFor();
      await field.fill('北京');
      await page.locator('.hit', { hasText: '地点' }).first().waitFor();
    });
  });

  it('draws Chinese with a font of its own: no two characters look the same', async () => {
    await visit('', async (page) => {
      await drawn(page);
      const pictures = await page.evaluate(() => {
        const names = getComputedStyle(document.querySelector('.panel-title') ?? document.body).fontFamily;
        return ['联', '合', '国', '宪', '章'].map((letter) => {
          const canvas = document.createElement('canvas');
          canvas.width = canvas.height = 40;
          const context = canvas.getContext('2d');
          if (!context) return '';
          context.font = `32px ${names}`;
          context.fillText(letter, 4, 34);
          return canvas.toDataURL();
        });
      });
      expect(new Set(pictures).size).toBe(5);
    });
  });

  it('names the mark under the pointer in full, and opens and closes the panel by click', async () => {
    await visit('', async (page) => {
      await drawn(page);
      await expect.poll(async () => (await middleOfColor(page, ACCENT))?.size ?? 0).toBeGreaterThan(100);
      const mark = await middleOfColor(page, ACCENT);
      if (!mark) throw new Error('the root is not drawn');
      const stage = await page.locator('.stage').boundingBox();
      if (!stage) throw new Error('there is no stage');
      await page.mouse.move(mark.x, mark.y);
      await expect.poll(() => page.locator('.tooltip').textContent()).toContain('1996年4月25日');
      await page.mouse.click(stage.x + 8, stage.y + 48);
      await panel(page).waitFor({ state: 'detached' });
      await expect.poll(async () => (await middleOfColor(page, ACCENT))?.size ?? 0).toBeGreaterThan(100);
      const moved = await middleOfColor(page, ACCENT);
      await page.mouse.click(moved?.x ?? 0, moved?.y ?? 0);
      await expect.poll(() => title(page).textContent()).toBe('中俄联合声明');
    });
  });

  it('leads from the sentence to its place in the text, and from a mention back to the panel', async () => {
    await visit('?node=agr:un-charter-1945', async (page) => {
      const provision = panel(page).locator('.direction', { hasText: '被援引的条款' }).locator('.sentence');
      await expect.poll(() => provision.locator('mark').count()).toBe(1);
      await provision.click();
      await page.locator('.reading .lit').first().waitFor();
      const lit = (await page.locator('.reading .lit').allTextContents()).join('');
      expect(lit).toContain('按照联合国宪章第八章');
      expect(await page.locator('.reading .lit').first().isVisible()).toBe(true);
      expect(await page.locator('.reading').evaluate((one) => one.textContent)).toBe(
        readFileSync('seed/documents/zh/1996-04-25-中俄联合声明.txt', 'utf8'),
      );
      await page.locator('a.mention', { hasText: '全面禁止核试验条约' }).click();
      await expect.poll(() => title(page).textContent()).toBe('全面禁止核试验条约');
      await page.goBack();
      await expect.poll(() => title(page).textContent()).toBe('联合国宪章');
      await page.goBack();
      await drawn(page);
    });
  });

  it('runs a saved question, shows its rows, and the graph among the values of another', async () => {
    await visit('?view=query', async (page) => {
      await page.locator('[data-question=reaffirmed]').click();
      await page.locator('.answer tbody tr').first().waitFor();
      expect(await page.locator('.answer').textContent()).toContain('中苏国界东段协定');
      await write(page, 'MATCH p = (:Agreement)-[:REAFFIRMS]->(:Agreement) RETURN p');
      await page.keyboard.press('Control+Enter');
      await page.locator('.path').first().waitFor();
      await page.getByRole('button', { name: '图形' }).click();
      await drawn(page);
    });
  });

  it('says clearly why a query is refused or wrong', async () => {
    await visit(
      '?view=query&lang=en',
      async (page) => {
        await write(page, 'MATCH (n) RETURN n LIMIT 1');
        await page.keyboard.press('Control+Enter');
        await page.locator('.answer tbody tr').first().waitFor();
      },
      { locale: 'en-GB' },
    );
    const context = await house.browser().newContext();
    const page = await context.newPage();
    await page.goto(`${house.address()}/?view=query&lang=en`);
    for (const cypher of ['MATCH (n) DETACH DELETE n', 'MATCH (n RETURN n']) {
      await write(page, cypher);
      await page.keyboard.press('Control+Enter');
      await expect.poll(() => page.locator('.problem p').textContent()).toMatch(/\w{3,}/);
      await write(page, '');
    }
    await context.close();
  });

  it('hands out a GEXF of what is shown and one of everything, and another reader opens both', async () => {
    const health = (await (await fetch(`${house.address()}/api/health`)).json()) as HealthResponse;
    const nodes = Object.values(health.nodes).reduce((sum, n) => sum + n, 0);
    await visit('', async (page) => {
      await drawn(page);
      const save = async (scope: RegExp) => {
        await page.getByRole('button', { name: '导出' }).click();
        await page.getByRole('menuitemradio', { name: scope }).click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator('[data-format=gexf]').click(),
        ]);
        const text = readFileSync(await download.path(), 'utf8');
        return parse(MultiDirectedGraph, text, { allowUndeclaredAttributes: true });
      };
      const foot = (await page.locator('.side-foot').textContent()) ?? '';
      const shown = await save(/^当前所示/);
      expect(shown.order).toBe(Number(/\d+/.exec(foot)?.[0]));
      expect(shown.size).toBeGreaterThanOrEqual(14);
      expect(shown.hasNode('agr:un-charter-1945')).toBe(true);
      expect(shown.hasNode('state:CHN')).toBe(false);
      const whole = await save(/^全部/);
      expect(nodes).toBeGreaterThan(50);
      expect(whole.order).toBe(nodes);
    });
  });

  it('speaks English and Chinese, and keeps language and theme', async () => {
    await visit(
      '',
      async (page) => {
        await drawn(page);
        await expect.poll(() => page.locator('.view-tab').allTextContents()).toContain('Lineage');
        expect(await panel(page).locator('.facts').textContent()).toContain('25 April 1996');
        await page.getByTitle('中文').click();
        await expect.poll(() => page.locator('.view-tab').allTextContents()).toContain('谱系');
        await page.getByRole('button', { name: '主题' }).click();
        await page.getByRole('menuitemradio', { name: '深色' }).click();
        expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
        await page.goto(house.address());
        await expect.poll(() => page.locator('.view-tab').allTextContents()).toContain('谱系');
        expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      },
      { locale: 'en-GB' },
    );
  });

  it('speaks Russian as far as it goes when the address asks for it, and English beyond', async () => {
    await visit('?lang=ru', async (page) => {
      await drawn(page);
      await expect.poll(() => page.locator('.view-tab').allTextContents()).toContain('Родословная');
      expect(await page.locator('html').getAttribute('lang')).toBe('ru');
      await expect.poll(() => title(page).textContent()).toContain('декларация');
      expect(await panel(page).locator('.facts').textContent()).toMatch(
        /25 апреля 1996.+Joint statement|Joint statement.+25 апреля 1996/,
      );
      expect(await page.getByTitle('Русский').getAttribute('aria-pressed')).toBe('true');
    });
  });

  it('follows the theme of the system', async () => {
    const themeOf = (page: Page) => page.locator('html').getAttribute('data-theme');
    await visit('', async (page) => expect(await themeOf(page)).toBe('dark'), { colorScheme: 'dark' });
    await visit('', async (page) => expect(await themeOf(page)).toBe('light'), { colorScheme: 'light' });
  });

  it('filters by relation, label and years, and keeps that in the address', async () => {
    await visit('?lang=en&view=table', async (page) => {
      await page.locator('.table tbody tr').first().waitFor();
      const rows = () => page.locator('.table tbody tr').count();
      const all = await rows();
      const filters = page.locator('.filters');
      if (!(await filters.isVisible())) await page.getByRole('button', { name: 'Show filters' }).click();
      await filters.locator('.check', { hasText: 'Place' }).locator('input').uncheck();
      await filters.locator('.check', { hasText: 'reaffirms' }).locator('input').uncheck();
      expect(await rows()).toBeLessThan(all);
      const search = new URL(page.url()).searchParams;
      expect(search.get('hide')).toBe('REAFFIRMS');
      expect(search.get('show')).not.toContain('Place');
      const left = await rows();
      await page.reload();
      await page.locator('.table tbody tr').first().waitFor();
      expect(await rows()).toBe(left);
      await page.goto(`${house.address()}/?lang=en&view=table&from=1995&to=1996&show=Agreement`);
      await page.locator('.table tbody tr').first().waitFor();
      const names = (await page.locator('.table tbody').textContent()) ?? '';
      expect(names).toContain('25 April 1996');
      expect(names).not.toContain('1991');
    });
  });

  it('is worked by the keyboard alone', async () => {
    await visit('', async (page) => {
      await drawn(page);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
      await page.locator('.stage').focus();
      await page.keyboard.press('ArrowLeft');
      // Walking left from the statement of 1996 leads to something that was signed before.
      await expect.poll(() => new URL(page.url()).searchParams.get('node')).toMatch(/^agr:/);
      await expect.poll(() => panel(page).locator('.facts').textContent()).toMatch(/199[1-4]年/);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('zzz-nothing-has-this-name');
      await page.locator('.search-note strong').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator('.search').count()).toBe(0);
    });
  });

  it('says what happened when the server is gone, and tries again', async () => {
    const context = await house.browser().newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.route('**/api/graph**', (route) => route.abort());
    await page.goto(house.address());
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('npx stemma serve');
    await page.unroute('**/api/graph**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await drawn(page);
    await context.close();
  });

  it('weighs at most 250 kB of compressed script at first', async () => {
    await visit('', async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      const scripts = await page.evaluate(() =>
        [...document.querySelectorAll('script[src]')].map((one) => (one as HTMLScriptElement).src),
      );
      const { gzipSync } = await import('node:zlib');
      let bytes = 0;
      for (const address of scripts) bytes += gzipSync(await (await fetch(address)).text()).length;
      expect(bytes).toBeGreaterThan(10_000);
      expect(bytes).toBeLessThanOrEqual(250_000);
    });
  });
});
