/** What the page's script weighs. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** Of compressed script for the first load, in bytes, at most. */
export const MOST_SCRIPT = 250_000;

/** The compressed sizes of the scripts that come from now on; what is loaded late is not among them. */
export function weigh(page: Page): readonly Promise<number>[] {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  return sizes;
}
