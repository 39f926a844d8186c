import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasList } from '../resolve/fcdo.ts';
import { findings } from './axe.ts';
import { listGraph } from './large-list.ts';
import { serveGraph } from './server.ts';
import { MINUTE, openHouseOf } from './visit.ts';

if (!hasList) console.log('not tested: shared/data/uk_treaties_fcdo.tsv.gz is not beside the project');

/** Ten later treaties say that they change it. */
const EXTRADITION = 'agr:list-75105';

const ready = (page: Page) => page.locator('.stage canvas').first().waitFor({ timeout: MINUTE });
const number = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
/** The count beside one of the filters. */
const counted = async (page: Page, name: string) =>
  number(await page.locator('.filters .check', { hasText: name }).first().locator('.count').textContent());
const rows = async (page: Page) =>
  number((await page.locator('.table-count').textContent())?.split(' ')[0] ?? '');
/** Waits until all lines of the map are drawn. */
const lined = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('stemma:lines').length), {
      timeout: 2 * MINUTE,
    })
    .toBeGreaterThan(0);

describe.skipIf(!hasList && process.env.CI !== 'true')(
  'twelve thousand treaties behind the API',
  { timeout: 4 * MINUTE },
  () => {
    const { visit } = openHouseOf(() => serveGraph(listGraph));

    it('are never all asked for', async () => {
      const nodes: number[] = [];
      await visit('?lang=en&view=lineage', async (page) => {
        page.on('response', (response) => {
          if (/\/api\/(graph|nodes|cypher)/.test(response.url()))
            void response.json().then((body: { nodes?: unknown[] }) => nodes.push(body.nodes?.length ?? 0));
        });
        await page.reload();
        await ready(page);
        await page.getByRole('button', { name: 'Network', exact: true }).click();
        await ready(page);
      });
      expect(nodes.length).toBeGreaterThan(0);
      expect(Math.max(...nodes)).toBeLessThanOrEqual(2000);
    });

    it('are found by name, with typos forgiven, and lead to their lineage', async () => {
      await visit('?lang=en', async (page) => {
        await ready(page);
        await page.keyboard.press('Control+k');
        await page.keyboard.type('International Convention for the Prevention of Polution of the Sea by Oil');
        await expect
          .poll(() => page.locator('.hit').first().textContent(), { timeout: MINUTE })
          .toMatch(/prevention of pollution of the sea by oil/i);
        await page.keyboard.press('Enter');
        await expect
          .poll(() => page.locator('.panel-title').textContent())
          .toMatch(/pollution of the sea by oil/i);
      });
    });

    it('show the lineage of one of them with what changes it', async () => {
      await visit(`?lang=en&view=lineage&root=${EXTRADITION}&node=${EXTRADITION}`, async (page) => {
        await ready(page);
        await expect.poll(() => page.locator('.panel .citation').count(), { timeout: MINUTE }).toBe(10);
        await page.locator('.panel .citation', { hasText: 'Austria' }).first().waitFor();
        expect(await page.locator('.panel').textContent()).toContain('3 December 1873');
      });
    });

    it('are rows of which only those in sight are there, and fewer the more is asked of them', async () => {
      await visit('?lang=en&view=table&show=Agreement', async (page) => {
        await expect.poll(() => rows(page), { timeout: MINUTE }).toBe(2000);
        expect(await page.locator('.table tbody tr').count()).toBeLessThan(80);
        await page
          .locator('.table-scroll')
          .first()
          .evaluate((element) => element.scrollTo(0, element.scrollHeight));
        await expect.poll(() => page.locator('.table tbody tr').count()).toBeGreaterThan(5);
        expect(await page.locator('.too-much').textContent()).toContain('12,681');
        await page.getByRole('searchbox', { name: /Parties/ }).fill('Switzerland');
        await page.locator('.filters .check', { hasText: 'Switzerland' }).locator('input').check();
        await expect.poll(() => rows(page), { timeout: MINUTE }).toBeLessThan(2000);
        const withSwitzerland = await rows(page);
        expect(withSwitzerland).toBeGreaterThan(100);
        expect(await counted(page, 'Switzerland')).toBe(withSwitzerland);
      });
    });

    it('are brushed by years', async () => {
      await visit('?lang=en&view=table&show=Agreement&from=1870&to=1890', async (page) => {
        const before = await expect
          .poll(() => rows(page), { timeout: MINUTE })
          .toBeGreaterThan(50)
          .then(() => rows(page));
        await page.getByRole('slider', { name: 'From year' }).focus();
        await page.keyboard.press('PageUp');
        await expect.poll(() => rows(page), { timeout: MINUTE }).toBeLessThan(before);
        expect(new URL(page.url()).searchParams.get('from')).toBe('1880');
      });
    });

    it('open their neighbours ten at a time', async () => {
      await visit(`?lang=en&view=lineage&root=${EXTRADITION}&node=${EXTRADITION}`, async (page) => {
        const count = page.locator('.neighbours .count');
        await expect.poll(() => count.textContent(), { timeout: MINUTE }).toBe('10 of 17 shown');
        await page.getByRole('button', { name: 'Show 7 more' }).click();
        await expect.poll(() => count.textContent(), { timeout: MINUTE }).toBe('17 of 17 shown');
        await page.getByRole('button', { name: 'Collapse' }).click();
        await expect.poll(() => count.textContent()).toBe('10 of 17 shown');
      });
    });

    describe('as points, all of them', () => {
      it('come when they are asked for, stay in the address, and can be left again', async () => {
        await visit('?lang=en&view=network&node=', async (page) => {
          await ready(page);
          await page.getByRole('button', { name: /^Show all [\d,]+ as points$/ }).click();
          await lined(page);
          expect(await page.locator('.too-much').textContent()).toContain('21,966');
          expect(await counted(page, 'Agreement')).toBe(12_681);
          expect(new URL(page.url()).searchParams.get('whole')).toBe('1');
          await page.reload();
          await lined(page);
          await page.getByRole('button', { name: 'Show a part' }).click();
          await page.getByRole('button', { name: /^Show all/ }).waitFor();
        });
      });

      it('are picked by a click and by keys', async () => {
        await visit(`?lang=en&view=network&whole=1&node=${EXTRADITION}`, async (page) => {
          await lined(page);
          expect(await page.locator('.panel-title').textContent()).toMatch(/Austria/);
          await page.locator('.stage').focus();
          await page.keyboard.press('Shift+ArrowRight');
          await expect.poll(() => new URL(page.url()).searchParams.get('node')).not.toBe(EXTRADITION);
          await page.keyboard.press('Escape');
          await expect.poll(() => new URL(page.url()).searchParams.get('node')).toBe('');
          const box = await page.locator('.stage').boundingBox();
          if (!box) throw new Error('no stage');
          // Where many points are, one lies under any pixel.
          await page.mouse.click(box.x + box.width * 0.55, box.y + box.height * 0.45);
          await expect.poll(() => page.locator('.panel-title').count(), { timeout: MINUTE }).toBe(1);
        });
      });

      it.each(['light', 'dark'] as const)(
        'axe finds nothing in them, in the %s theme',
        async (colorScheme) => {
          await visit(
            '?lang=zh&view=network&node=&whole=1&color=community',
            async (page) => {
              await lined(page);
              await page.locator('.community').first().waitFor();
              expect(await findings(page)).toEqual([]);
            },
            { colorScheme },
          );
        },
      );
    });
  },
);
