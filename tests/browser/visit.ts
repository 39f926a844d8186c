/** A browser and the real program for one file of tests, and visits to the page that fail on anything it complains of. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type Served, serve } from './server.ts';

export const MINUTE = 60_000;

export type VisitOptions = BrowserContextOptions &
  Readonly<{
    /** Of another server than the file's own. */
    address?: string;
    /** Messages of the browser that are part of the case, such as an answer with an error status. */
    expected?: RegExp;
  }>;
export type House = Readonly<{
  browser: () => Browser;
  address: () => string;
  /** Opens the page in a browser of its own, runs the check, and fails on anything that the page complained of. */
  visit: (search: string, check: (page: Page) => Promise<void>, options?: VisitOptions) => Promise<void>;
}>;

/** Chooses a line of the export menu by how it begins, and gives what is downloaded. */
export async function exported(page: Page, name: string): Promise<Buffer> {
  await page.locator('.tools .tool-button').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: new RegExp(`^${name} `) }).click(),
  ]);
  return readFileSync(await download.path());
}

/**
 * Starts both before the tests of the file that calls it and ends them after.
 * @param texts files or folders; none is the seed
 */
export function openHouse(...texts: readonly string[]): House {
  return openHouseOf(() => serve(...texts));
}

/** The same for whatever is served. */
export function openHouseOf(serving: () => Promise<Served>): House {
  let browser: Browser | undefined;
  let served: Served | undefined;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launchChromium(), serving()]);
  }, 3 * MINUTE);
  afterAll(async () => {
    await browser?.close();
    await served?.end();
  });
  const started = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('not started yet');
    return one;
  };
  return {
    browser: () => started(browser),
    address: () => started(served).address,
    visit: async (search, check, { address, expected, ...options } = {}) => {
      const context = await started(browser).newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'zh-CN',
        reducedMotion: 'reduce',
        ...options,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      const complain = (text: string) => {
        if (!expected?.test(text)) complaints.push(text);
      };
      page.on('pageerror', (error) => complain(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complain(message.text());
      });
      try {
        await page.goto(`${address ?? started(served).address}/${search}`);
        await check(page);
        expect(complaints).toEqual([]);
      } finally {
        await context.close();
      }
    },
  };
}
