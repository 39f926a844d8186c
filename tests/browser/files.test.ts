import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/export/index.ts';
import { exported, MINUTE, openHouse } from './visit.ts';

const { visit, browser, address } = openHouse();
const drawn = (page: Page) => page.locator('.stage canvas').first().waitFor();

/** All character data of an XML document; throws where it is not well formed. */
function textOfXml(xml: string): string {
  const parser = new SaxesParser();
  let text = '';
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return text;
}

describe('what is seen, as a file', { timeout: 2 * MINUTE }, () => {
  it('is a PNG at double size', async () => {
    await visit('', async (page) => {
      await drawn(page);
      const bytes = await exported(page, 'PNG');
      const box = await page.locator('.stage').boundingBox();
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(bytes.readUInt32BE(16)).toBe(Math.round((box?.width ?? 0) * 2));
      expect(bytes.length).toBeGreaterThan(20_000);
    });
  });

  it('is an SVG that another reader opens, with the names in it', async () => {
    await visit('?view=lineage', async (page) => {
      await drawn(page);
      const text = textOfXml((await exported(page, 'SVG')).toString('utf8'));
      for (const name of ['联合国宪章', '中俄联合声明', '1996年4月25日']) expect(text).toContain(name);
    });
  });

  it.each(['lineage', 'network', 'table', 'text'])(
    'is one HTML file that opens without a network: %s',
    async (view) => {
      await visit(`?view=${view}`, async (page) => {
        await page.locator('.stage canvas, .table, .reading').first().waitFor();
        const html = (await exported(page, 'HTML')).toString('utf8');
        const context = await browser().newContext({ offline: true });
        const other = await context.newPage();
        const asked: string[] = [];
        other.on('request', (request) => {
          if (!request.url().startsWith('data:')) asked.push(request.url());
        });
        await other.setContent(html);
        expect(asked).toEqual([]);
        expect(await other.locator('h1').textContent()).toContain('Stemma');
        expect(await other.locator('body').textContent()).toContain('联合国宪章');
        if (view === 'lineage' || view === 'network')
          expect(await other.locator('figure svg').count()).toBe(1);
        if (view !== 'text') expect(await other.locator('blockquote').count()).toBeGreaterThan(5);
        await context.close();
      });
    },
  );

  it('is any of the formats of the graph, by the menu', async () => {
    await visit('', async (page) => {
      await drawn(page);
      const left: string[] = [];
      for (const { name } of FORMATS) {
        await page.locator('.tools .tool-button').click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator(`[data-format=${name}]`).click(),
        ]);
        const bytes = readFileSync(await download.path());
        if (bytes.length > 500) left.push(download.suggestedFilename().replace(/^.*\./, ''));
      }
      expect(left).toEqual(
        FORMATS.map(({ shape, extension }) => (shape === 'folder' ? 'zip' : extension.replace(/^.*\./, ''))),
      );
    });
  });

  it('is a link that is copied', async () => {
    await visit(
      '?view=network&lang=en',
      async (page) => {
        await drawn(page);
        await page.getByRole('button', { name: 'Export' }).click();
        await page.getByRole('menuitem', { name: /^Copy link/ }).click();
        await page.getByRole('menuitem', { name: /Copied/ }).waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  it('stands in a frame of another page, the view alone, with a way out', async () => {
    const frame = `<iframe src="${address()}/?embed=1&lang=en" width="900" height="600"></iframe>`;
    const other = createServer((_, response) => response.setHeader('content-type', 'text/html').end(frame));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    try {
      await visit(
        '',
        async (page) => {
          const inner = page.frameLocator('iframe');
          await inner.locator('.stage canvas').first().waitFor();
          expect(await inner.locator('.top, .filters').count()).toBe(0);
          const out = await inner.locator('.embed-link').getAttribute('href');
          expect(out).toContain(address());
          expect(out).not.toContain('embed');
        },
        { address: `http://127.0.0.1:${port}`, expected: /favicon/ },
      );
    } finally {
      other.close();
    }
    const plain = await fetch(`${address()}/`);
    expect(plain.headers.get('x-frame-options')).toBe('DENY');
    const api = await fetch(`${address()}/api/health?embed=1`);
    expect(api.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});
