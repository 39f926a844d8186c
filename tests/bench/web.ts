/**
 * `npm run bench -- web`: the page as a person meets it, in a real browser with software WebGL, on the real server:
 * what its script weighs, how soon 2,000 nodes and 100,000 can be used, and how long a frame takes while panning.
 */
import { availableParallelism, loadavg } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { NODE_LABELS } from '../../graph/vocabulary.ts';
import type { Graph } from '../../src/records.ts';
import { launchChromium } from '../browser/chromium.ts';
import { serveGraph } from '../browser/server.ts';
import { MOST_SCRIPT, weigh } from '../browser/weight.ts';
import { formatTable } from '../table.ts';
import { makeGraph } from './made-graph.ts';
import { report } from './report.ts';

const AIMS = { usable: 2500, frame: 250, whole: 20_000, wholeFrame: 700 } as const;
const VIEWPORT = { width: 1280, height: 800 };
const DRAGS = 40;
const PATIENCE = 300_000;
/** Every label that can be shown. */
const ALL = Object.keys(NODE_LABELS)
  .filter((label) => label !== 'Mention')
  .join(',');

/** Prints the figures. Answers whether all are as aimed at. */
export async function benchWeb(): Promise<boolean> {
  const [load = 0] = loadavg();
  console.log(`load of the machine before: ${load.toFixed(1)} on ${availableParallelism()} cores\n`);
  const browser = await launchChromium();
  try {
    const few = await benchFew(browser);
    return (await benchWhole(browser)) && few;
  } finally {
    await browser.close();
  }
}

async function benchFew(browser: Browser): Promise<boolean> {
  const { address, end } = await serveGraph(() => withoutMentions(2000, 6000));
  try {
    const page = await open(browser);
    const scripts = weigh(page);
    await page.goto(`${address}/?view=network&node=&show=${ALL}`);
    await marked(page, 'stemma:drawn');
    const first = await timeOf(page, 'stemma:drawn');
    const sizes = await Promise.all(scripts);
    const before = await cpuOf(browser);
    await page.goto(`${address}/?view=network&node=&show=${ALL}`);
    await marked(page, 'stemma:drawn');
    const usable = await timeOf(page, 'stemma:drawn');
    const work = (await cpuOf(browser)) - before;
    const frames = await pan(page);
    const perFrame = ((await cpuOf(browser)) - before - work) / DRAGS;
    await page.close();
    console.log(
      formatTable([
        ['2,000 nodes and 6,000 edges', 'ms'],
        ['drawn after the first navigation ever', Math.round(first)],
        ['drawn after navigation', Math.round(usable)],
        ['… of which work of the browser, all processes', Math.round(work)],
        ['frame while panning, median', Math.round(median(frames))],
        ['frame while panning, slowest', Math.round(Math.max(...frames))],
        ['work of the browser for a frame', Math.round(perFrame)],
      ]),
    );
    const script = sizes.reduce((sum, size) => sum + size, 0);
    return [
      report(
        script <= MOST_SCRIPT,
        `first load: ${kB(script)} of ${kB(MOST_SCRIPT)} kB of compressed script`,
      ),
      report(
        first <= AIMS.usable,
        `2,000 nodes drawn ${seconds(first)} s after navigation, ${seconds(AIMS.usable)} at most`,
      ),
      report(
        median(frames) <= AIMS.frame,
        `2,000 nodes: a frame in ${Math.round(median(frames))} of ${AIMS.frame} ms`,
      ),
    ].every(Boolean);
  } finally {
    await end();
  }
}

async function benchWhole(browser: Browser): Promise<boolean> {
  const { address, end } = await serveGraph(() => withoutMentions(100_000, 500_000));
  try {
    const times: number[] = [];
    let frames: number[] = [];
    let [lines, work, perFrame] = [0, 0, 0];
    // The first is laid out by the server, the second was kept.
    for (const _ of ['first', 'second']) {
      const page = await open(browser);
      const before = await cpuOf(browser);
      await page.goto(`${address}/?view=network&node=&whole=1&show=${ALL}`);
      await marked(page, 'stemma:points');
      times.push(await timeOf(page, 'stemma:points'));
      work = (await cpuOf(browser)) - before;
      await marked(page, 'stemma:lines');
      lines = await timeOf(page, 'stemma:lines');
      const rested = await cpuOf(browser);
      frames = await pan(page);
      perFrame = ((await cpuOf(browser)) - rested) / DRAGS;
      await page.close();
    }
    const [first = 0, second = 0] = times;
    console.log(
      formatTable([
        ['100,000 nodes and 500,000 edges', 'ms'],
        ['points drawn, laid out on demand', Math.round(first)],
        ['points drawn, laid out before', Math.round(second)],
        ['… of which work of the browser, all processes', Math.round(work)],
        ['all lines drawn', Math.round(lines)],
        ['frame while panning, median', Math.round(median(frames))],
        ['frame while panning, slowest', Math.round(Math.max(...frames))],
        ['work of the browser for a frame', Math.round(perFrame)],
      ]),
    );
    return [
      report(
        first <= AIMS.whole,
        `100,000 nodes shown after ${seconds(first)} s, ${seconds(AIMS.whole)} at most`,
      ),
      report(
        median(frames) <= AIMS.wholeFrame,
        `100,000 nodes: a frame in ${Math.round(median(frames))} of ${AIMS.wholeFrame} ms`,
      ),
    ].every(Boolean);
  } finally {
    await end();
  }
}

const withoutMentions = (nodes: number, edges: number): Graph => makeGraph(nodes, edges, ['Mention']);

async function open(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en' });
  return context.newPage();
}

/** Milliseconds of processor time that all processes of the browser took so far: other work makes no difference. */
async function cpuOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

/** Waits for what the page notes in the browser's own list of moments. */
async function marked(page: Page, name: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  while ((await timeOf(page, name)) === 0) {
    if (Date.now() > until) throw new Error(`no ${name} after ${PATIENCE} ms`);
    await page.waitForTimeout(50);
  }
}

/** Milliseconds from navigation to the first such moment; 0 before. */
function timeOf(page: Page, name: string): Promise<number> {
  return page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? 0, name);
}

/** Drags the drawing to and fro; milliseconds from each move until what it leads to is on the screen. */
async function pan(page: Page): Promise<number[]> {
  const box = await page.locator('.stage').boundingBox();
  if (!box) throw new Error('no stage');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const times: number[] = [];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= DRAGS; step += 1) {
    const start = performance.now();
    await page.mouse.move(x + 120 * Math.sin(step / 5), y + 60 * Math.cos(step / 7));
    // The first frame draws; the second does not begin before that one is on its way.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    times.push(performance.now() - start);
  }
  await page.mouse.up();
  return times;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
}

const kB = (bytes: number) => Math.round(bytes / 1000);
const seconds = (ms: number) => (ms / 1000).toFixed(1);
