import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { exported, MINUTE, openHouse } from './visit.ts';

const { visit } = openHouse();
const drawn = (page: Page) => page.locator('.stage canvas').first().waitFor();
const said = (page: Page) => new URL(page.url()).searchParams;

/** The drawing as its SVG has it. */
const svgOf = async (page: Page) => (await exported(page, 'SVG')).toString('utf8');

/** What is written in the drawing, line by line. */
async function written(page: Page): Promise<readonly string[]> {
  const svg = await svgOf(page);
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((one) => one[1] ?? '');
}

describe('the lineage', { timeout: 2 * MINUTE }, () => {
  it('says what an agreement stands on and what cites it, how deep, and keeps that in the address', async () => {
    await visit('?lang=en&node=agr:un-charter-1945', async (page) => {
      await drawn(page);
      const ways = page.locator('.lineage-head .switch button');
      await expect.poll(() => ways.allTextContents()).toEqual(['All 14', 'Stands on 14', 'Cited by 0']);
      await page.getByRole('button', { name: 'Show its lineage' }).click();
      await expect.poll(() => ways.allTextContents()).toEqual(['All 4', 'Stands on 0', 'Cited by 4']);
      await page.locator('.panel', { hasText: 'It cites nothing that is in the graph.' }).waitFor();
      await page.getByRole('slider', { name: 'Depth' }).press('End');
      await expect.poll(() => ways.first().textContent()).toBe('All 18');
      await ways.nth(2).click();
      await expect.poll(() => page.locator('.side-foot').textContent()).toMatch(/^5 of/);
      expect(Object.fromEntries(said(page))).toMatchObject({
        root: 'agr:un-charter-1945',
        steps: 'all',
        way: 'by',
      });
      await page.reload();
      await expect.poll(() => page.locator('.side-foot').textContent()).toMatch(/^5 of/);
      await page.keyboard.press('Control+z');
    });
  });

  it('stands in lanes by party or by kind', async () => {
    await visit('', async (page) => {
      await drawn(page);
      expect(await written(page)).toContain('文中未载日期');
      await page.getByLabel('分栏').selectOption('party');
      await expect
        .poll(() => written(page))
        .toEqual(expect.arrayContaining(['中国 · 俄罗斯', '中国 · 苏联']));
      await page.getByLabel('分栏').selectOption('kind');
      await expect.poll(() => written(page)).toEqual(expect.arrayContaining(['联合声明', '协定']));
      expect(said(page).get('lanes')).toBe('kind');
      await page.keyboard.press('Control+z');
      expect(said(page).get('lanes')).toBe('party');
    });
  });

  it('moves what only an authority dates from its own lane to its year', async () => {
    await visit('?lang=en', async (page) => {
      await drawn(page);
      expect(await written(page)).toContain('No date in the text');
      await page.getByLabel('Authorities’ dates').check();
      await expect.poll(() => written(page)).toEqual(expect.arrayContaining(['1950', '1970', '1990']));
      expect(await written(page)).not.toContain('No date in the text');
    });
  });

  it('says why a line is there when it is clicked: sentence, rule, certainty, who says so', async () => {
    await visit('?lang=en&node=', async (page) => {
      await drawn(page);
      // A point in the middle of the first solid line of the family that keeps to what it cites.
      const line = /<path d="([^"]+)" fill="none" stroke="#0072b2" stroke-width="2"\/>/.exec(
        await svgOf(page),
      );
      const points = (line?.[1] ?? '').slice(1).split('L');
      const [x, y] = (points[points.length >> 1] ?? '').split(' ').map(Number);
      const stage = await page.locator('.stage').boundingBox();
      const at = { x: (stage?.x ?? 0) + (x ?? 0), y: (stage?.y ?? 0) + (y ?? 0) };
      await page.mouse.move(at.x, at.y);
      await page.locator('.tooltip q').waitFor();
      await page.mouse.click(at.x, at.y);
      const why = page.locator('.citation.wanted');
      await expect.poll(() => why.locator('.why code').first().textContent()).toMatch(/^zh\/\S+$/);
      expect(await why.locator('.why').textContent()).toMatch(
        /Relation.+\d+% certain.*Said by.+Mention.+\d+% certain/,
      );
      expect(await why.locator('.sentence mark').count()).toBeGreaterThan(0);
      await why.locator('.sentence').first().click();
      await page.locator('.reading .lit').first().waitFor();
    });
  });

  it('zooms from years to months, and back to everything', async () => {
    await visit('?lang=en', async (page) => {
      await drawn(page);
      const years = ['1992', '1994', '1996'];
      expect(await written(page)).toEqual(expect.arrayContaining(years));
      await page.locator('.stage').focus();
      for (let i = 0; i < 6; i += 1) await page.keyboard.press('+');
      const months = async () =>
        (await written(page)).filter((text) => /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Oct)$/.test(text)).length;
      expect(await months()).toBeGreaterThan(1);
      // Where the camera was moved to, another view and a reload lead back.
      await page.keyboard.press('4');
      await page.keyboard.press('1');
      await drawn(page);
      expect(await months()).toBeGreaterThan(1);
      await page.reload();
      await drawn(page);
      expect(await months()).toBeGreaterThan(1);
      await page.locator('.stage').focus();
      await page.keyboard.press('0');
      await expect.poll(() => written(page)).toEqual(expect.arrayContaining(years));
    });
  });
});
