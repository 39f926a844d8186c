/** A server with a token, as a browser meets it. */
import { expect, it } from 'vitest';
import { MINUTE, openHouse } from './visit.ts';

const TOKEN = 'a-token-that-nobody-guesses';
process.env.STEMMA_TOKEN = TOKEN;
const { visit } = openHouse();

it(
  'asks for it once, opens the view that was asked for, and then works as any other',
  { timeout: 2 * MINUTE },
  () =>
    visit(
      '?view=query&lang=en',
      async (page) => {
        const door = page.getByLabel('Token of this server');
        await door.fill('another-token-than-that');
        await page.getByRole('button', { name: 'Open' }).click();
        await door.fill(TOKEN);
        await page.getByRole('button', { name: 'Open' }).click();
        await page.locator('.cm-content').click();
        await page.keyboard.insertText('RETURN 41 + 1 AS y');
        await page.getByRole('button', { name: 'Run' }).click();
        await expect.poll(() => page.locator('.answer tbody td').allTextContents()).toEqual(['42']);
        expect(page.url()).toContain('view=query');
        expect(await page.evaluate(async () => (await fetch('/api/export?format=csv')).status)).toBe(200);
        expect(await page.evaluate(() => document.cookie)).toBe('');
      },
      { expected: /401 \(Unauthorized\)/ },
    ),
);
