import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, it } from 'vitest';
import { exported, MINUTE, openHouse } from './visit.ts';

/** Titles that somebody else chose; each is cited by a text of its own. */
const HOSTILE = {
  markup: '<img src=x onerror="document.title=1">甲乙条约',
  script: '</script><script>document.title=2</script>丙丁条约',
  attribute: '" onmouseover="document.title=3" x="戊己条约',
  entity: '&lt;b&gt;&#60;庚辛条约',
  rightToLeft: '\u202Eاتفاقية السلام עברית壬癸条约',
  combining: `${'ế\u0323\u0301\u0327'.repeat(30)}子丑条约`,
  control: '寅\u0007\u001B[31m卯\u0085条约',
  formula: '=HYPERLINK("javascript:document.title=4","辰巳")条约',
  long: `${'很长的名称'.repeat(2000)}条约`,
} as const;

const folder = mkdtempSync(join(tmpdir(), 'stemma-hostile-'));
Object.entries(HOSTILE).forEach(([name, title], i) => {
  const text = `${title}\n\n双方重申恪守《联合国宪章》和一九九四年九月三日签署的《${title}》。\n\n一九九六年四月${i + 1}日于北京\n`;
  writeFileSync(join(folder, `${name}.txt`), text);
});
const { visit, browser, address } = openHouse(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fails when anything in a name came alive. */
async function quiet(page: Page): Promise<void> {
  expect(await page.title()).not.toMatch(/^\d$/);
  const alive = page.locator('img, [onmouseover], [onerror], a[href^="javascript:"], #page script');
  expect(await alive.count()).toBe(0);
  // No name pushes the page wider than the window.
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
}

/** Where the marks stand in the drawing, as its SVG has them. */
async function marksOf(page: Page): Promise<readonly { x: number; y: number }[]> {
  const svg = (await exported(page, 'SVG')).toString('utf8');
  // A circle: its left end, then its radius.
  return [...svg.matchAll(/d="M(-?[\d.]+) (-?[\d.]+)a([\d.]+) /g)].map(([, left, y, radius]) => ({
    x: Number(left) + Number(radius),
    y: Number(y),
  }));
}

const ready = (page: Page) => page.locator('.stage canvas, .table, .reading').first().waitFor();
const documentId = (name: keyof typeof HOSTILE) =>
  `doc:${createHash('sha256')
    .update(readFileSync(join(folder, `${name}.txt`)))
    .digest('hex')
    .slice(0, 16)}`;

describe('names that somebody else chose', { timeout: 3 * MINUTE }, () => {
  it.each(['lineage', 'network', 'table', 'query'])(
    'are text in the %s view, small and large',
    async (view) => {
      const cypher = encodeURIComponent('MATCH p = (a:Agreement)-[r]->(b:Agreement) RETURN p, r, a.names');
      for (const viewport of [
        { width: 1280, height: 800 },
        { width: 390, height: 800 },
      ])
        await visit(
          `?view=${view}&steps=all&dates=all&cypher=${cypher}`,
          async (page) => {
            if (view === 'query') await page.locator('.answer tbody tr').first().waitFor();
            else await ready(page);
            await quiet(page);
          },
          { viewport },
        );
    },
  );

  it('stand in the table as they are', async () => {
    await visit('?view=table&show=Agreement', async (page) => {
      await ready(page);
      const bare = (text: string) => text.replaceAll(/\s/g, '');
      const text = bare((await page.locator('.table').textContent()) ?? '');
      for (const name of ['markup', 'script', 'attribute', 'entity', 'formula'] as const)
        expect(text).toContain(bare(HOSTILE[name]));
    });
  });

  it.each(Object.keys(HOSTILE) as (keyof typeof HOSTILE)[])(
    'are text in the reading, the panel and the search: %s',
    async (name) => {
      await visit(`?view=text&document=${documentId(name)}`, async (page) => {
        await page.locator('.reading').waitFor();
        expect(await page.locator('.reading').textContent()).toBe(
          readFileSync(join(folder, `${name}.txt`), 'utf8'),
        );
        await quiet(page);
        const link = page.locator('.reading a.mention').first();
        if ((await link.count()) > 0) await link.click();
        await page.keyboard.press('Control+k');
        await page.keyboard.insertText(HOSTILE[name].slice(0, 60).replace(/\p{Cc}/gu, ''));
        await page.locator('.hit, .search-note').first().waitFor();
        await quiet(page);
      });
    },
  );

  it('are text in the tooltip of every mark, in the reasons of a line, and in a spreadsheet', async () => {
    await visit('?view=network&show=Agreement&lang=en', async (page) => {
      await ready(page);
      await page.locator('.stage').focus();
      // Along the marks by keys; the panel says of each why it is cited.
      for (let i = 0; i < 4; i += 1) {
        await page.keyboard.press(i % 2 === 0 ? 'Shift+ArrowRight' : 'Shift+ArrowDown');
        for (const why of await page.locator('.why > summary').all()) await why.click();
        await quiet(page);
        await page.locator('.stage').focus();
      }
      const stage = await page.locator('.stage').boundingBox();
      const seen = new Set<string>();
      for (const { x, y } of await marksOf(page)) {
        await page.mouse.move((stage?.x ?? 0) + x, (stage?.y ?? 0) + y);
        await page.locator('.tooltip').waitFor();
        seen.add((await page.locator('.tooltip').textContent()) ?? '');
      }
      await quiet(page);
      expect(seen.size).toBeGreaterThan(5);
      const bare = [...seen].join().replaceAll(/\s/g, '');
      expect(bare).toContain('<imgsrc=x');
      expect(bare).toContain('</script><script>');
      await page.goto(`${address()}/?view=table&show=Agreement&lang=en`);
      await ready(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'CSV', exact: true }).click(),
      ]);
      const csv = readFileSync(await download.path(), 'utf8');
      expect(csv).toContain(`"'=HYPERLINK`);
      expect(csv).not.toMatch(/^=/m);
      await page.getByRole('button', { name: 'Relations', exact: true }).click();
      await page.locator('.row-sentence').first().waitFor();
      await quiet(page);
    });
  });

  it('are text in the pictures and in the file that opens offline', async () => {
    await visit('?view=network&show=Agreement', async (page) => {
      await ready(page);
      const svg = new SaxesParser();
      const elements = new Set<string>();
      svg.on('opentag', ({ name }) => elements.add(name));
      svg.on('error', (error) => {
        throw error;
      });
      svg.write((await exported(page, 'SVG')).toString('utf8')).close();
      expect([...elements].sort()).toEqual(['path', 'rect', 'svg', 'text', 'title']);
      const html = (await exported(page, 'HTML')).toString('utf8');
      const context = await browser().newContext({ offline: true });
      const other = await context.newPage();
      await other.setContent(html);
      expect(await other.locator('img, script').count()).toBe(0);
      expect(await other.locator('body').textContent()).toContain(HOSTILE.markup.slice(0, 20));
      await context.close();
    });
  });
});
