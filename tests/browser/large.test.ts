import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MINUTE, openHouse } from './visit.ts';

const COUNT = 6500;
const CODES = ['CHN', 'RUS', 'FRA', 'GBR', 'USA', 'JPN', 'DEU', 'IND'] as const;

/** One register that names many agreements, as `stemma extract` would write it. */
function register(): object {
  const titles = Array.from({ length: COUNT }, (_, i) => `Agreement number ${i} on trade`);
  const text = titles.map((title) => `${title}.\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  let start = 0;
  const mentions = titles.map((title, i) => {
    const span = { start, end: start + title.length };
    start = span.end + 2;
    const id = `agr:large-${i}`;
    return {
      id: `m${i + 1}`,
      type: 'agreement',
      ...span,
      text: title,
      entities: [id],
      via: 'title',
      rule: 'x',
      confidence: 1,
    };
  });
  const agreements = titles.map((title, i) => ({
    id: `agr:large-${i}`,
    type: 'agreement',
    title,
    kind: 'agreement',
    status: 'concluded',
    signed: `${1900 + (i % 120)}-0${1 + (i % 9)}-11`,
    parties: [...new Set([CODES[i % 8], CODES[(i * 3 + 1) % 8]])],
  }));
  const relations = mentions.slice(1).map(({ id, start, end, entities }) => ({
    type: 'cites',
    from: 'agr:large-0',
    to: entities[0],
    mentions: [id],
    evidence: { start, end },
    prospective: false,
    rule: 'x',
    confidence: 1,
  }));
  return {
    document: {
      id: `doc:${sha256.slice(0, 16)}`,
      source: 'register.txt',
      sha256,
      language: 'en',
      length: text.length,
    },
    instrument: { entity: 'agr:large-0' },
    mentions,
    entities: [
      ...agreements,
      ...CODES.map((code) => ({ id: `state:${code}`, type: 'state', code, name: code })),
    ],
    relations,
    sentences: mentions.map(({ start, end, text }) => ({ start, end, text })),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'stemma-large-'));
const file = join(folder, 'register.jsonl');
writeFileSync(file, `${JSON.stringify(register())}\n`);
const { visit } = openHouse('--from-extractions', file);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a graph that is too large to show', { timeout: 3 * MINUTE }, () => {
  it('says how much there is, and shows what the filters ask for', async () => {
    await visit('?lang=en&view=table&show=Agreement', async (page) => {
      const notice = page.locator('.too-much');
      await notice.waitFor({ timeout: MINUTE });
      expect(await notice.textContent()).toContain('6,500');
      const count = page.locator('.table-count');
      expect(await count.textContent()).toBe('2000 rows');
      // Only the rows in sight are there.
      expect(await page.locator('.table tbody tr').count()).toBeLessThan(80);
      await page.locator('.filters .check', { hasText: 'China' }).locator('input').check();
      await expect.poll(() => count.textContent(), { timeout: MINUTE }).toBe('1625 rows');
      await notice.waitFor({ state: 'detached' });
      await page.getByRole('slider', { name: 'From year' }).focus();
      await page.keyboard.press('PageUp');
      await expect.poll(() => count.textContent(), { timeout: MINUTE }).not.toBe('1625 rows');
      expect(new URL(page.url()).searchParams.get('from')).toBe('1910');
    });
  });

  it('asks for no more than it shows', async () => {
    let nodes = 0;
    await visit('?lang=en&view=network&node=', async (page) => {
      page.on('response', (response) => {
        if (!response.url().includes('/api/graph')) return;
        void response.json().then((body: { nodes: unknown[] }) => {
          nodes = Math.max(nodes, body.nodes.length);
        });
      });
      await page.reload();
      await page
        .locator('.stage canvas')
        .first()
        .waitFor({ timeout: 2 * MINUTE });
      expect(nodes).toBeGreaterThan(0);
      expect(nodes).toBeLessThanOrEqual(2000);
    });
  });

  it('finds what is not loaded, with what it is joined to', async () => {
    await visit('?lang=en&view=lineage', async (page) => {
      await page.locator('.stage canvas').first().waitFor({ timeout: MINUTE });
      await page.keyboard.press('Control+k');
      await page.keyboard.type('Agreement number 6499 on trade');
      await page.locator('.hit').first().waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.panel-title').textContent()).toContain('6499');
      await page.locator('.panel .citation', { hasText: 'Agreement number 0 on trade' }).waitFor();
    });
  });
});
