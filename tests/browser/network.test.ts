import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { MINUTE, openHouse } from './visit.ts';

const { visit } = openHouse();
const NETWORK = '?lang=en&view=network&node=';

/** Waits until the network is drawn and its layout is kept. */
async function drawn(page: Page): Promise<void> {
  await page.locator('.stage canvas').first().waitFor({ timeout: MINUTE });
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('stemma.places'))).not.toBeNull();
}
const places = (page: Page) =>
  page.evaluate(() => {
    const { byId } = JSON.parse(sessionStorage.getItem('stemma.places') ?? '{}') as {
      byId: [string, number, number][];
    };
    return Object.fromEntries(byId.map(([id, x, y]) => [id, `${x} ${y}`]));
  });

describe('the network', { timeout: 3 * MINUTE }, () => {
  it('is laid out by a worker of the page’s own, and stays where it is on reload', async () => {
    await visit(NETWORK, async (page) => {
      await drawn(page);
      expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
        expect.stringMatching(/^\/assets\/layout-worker-.*\.js$/),
      ]);
      const before = await places(page);
      expect(Object.keys(before).length).toBeGreaterThan(40);
      await page.waitForTimeout(500);
      const picture = await page.locator('.stage').screenshot();
      await page.reload();
      await drawn(page);
      await page.waitForTimeout(500);
      expect(await places(page)).toEqual(before);
      expect(picture.equals(await page.locator('.stage').screenshot())).toBe(true);
    });
  });

  it('leaves everything in its place when more is shown, until it is arranged anew', async () => {
    await visit(NETWORK, async (page) => {
      await drawn(page);
      const before = await places(page);
      await page.getByRole('checkbox', { name: /^Provision/ }).check();
      await expect
        .poll(async () => Object.keys(await places(page)).length)
        .toBeGreaterThan(Object.keys(before).length);
      expect(await places(page)).toMatchObject(before);
      await page.getByRole('button', { name: 'Arrange anew' }).click();
      await expect
        .poll(async () => (await places(page))['agr:un-charter-1945'])
        .not.toBe(before['agr:un-charter-1945']);
    });
  });

  it('tells communities by colour, by name and by keys alone', async () => {
    await visit(NETWORK, async (page) => {
      await drawn(page);
      await page.getByRole('radio', { name: 'Things' }).focus();
      await page.keyboard.press('ArrowRight');
      const community = page.locator('.community', { hasText: 'Charter of the United Nations' });
      await community.waitFor();
      expect(new URL(page.url()).searchParams.get('color')).toBe('community');
      const plain = await page.locator('.stage').screenshot();
      await community.focus();
      await page.keyboard.press('Enter');
      expect(await community.getAttribute('aria-pressed')).toBe('true');
      await expect.poll(async () => plain.equals(await page.locator('.stage').screenshot())).toBe(false);
      await page.keyboard.press('Enter');
      expect(await community.getAttribute('aria-pressed')).toBe('false');
      await page.reload();
      await community.waitFor({ timeout: MINUTE });
    });
  });

  it('has the same in Chinese', async () => {
    await visit('?lang=zh&view=network&node=&color=community', async (page) => {
      await page.locator('.community', { hasText: '联合国宪章' }).waitFor({ timeout: MINUTE });
      await page.getByRole('button', { name: '重新排列' }).click();
    });
  });
});
