/** Any number of short treaties that cite one another, no two alike: for builds of many documents. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STATES = [
  '中国',
  '法国',
  '德国',
  '日本',
  '印度',
  '巴西',
  '埃及',
  '越南',
  '泰国',
  '波兰',
  '智利',
  '古巴',
];
const NAMES = [
  'France',
  'Germany',
  'Japan',
  'India',
  'Brazil',
  'Egypt',
  'Thailand',
  'Poland',
  'Chile',
  'Cuba',
];
const SUBJECTS = ['边境贸易', '民用航空', '渔业', '引渡', '文化交流', '投资保护', '避免双重征税', '科技合作'];
const MATTERS = ['Fisheries', 'Extradition', 'Air Services', 'Trade', 'Cultural Exchange', 'Visa Exemption'];

const day = (n: number) => new Date(Date.UTC(1950, 0, 1) + (n % 25_000) * 86_400_000);
const zhDay = (n: number) =>
  `${day(n).getUTCFullYear()}年${day(n).getUTCMonth() + 1}月${day(n).getUTCDate()}日`;
const enDay = (n: number) =>
  day(n).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function zhTitle(n: number): string {
  return `${of(STATES, n)}和${of(STATES, n + 1 + (Math.floor(n / 12) % 11))}${of(SUBJECTS, Math.floor(n / 7))}协定`;
}
function enTitle(n: number): string {
  return `Agreement between ${of(NAMES, n)} and ${of(NAMES, n + 1 + (Math.floor(n / 10) % 9))} concerning ${of(MATTERS, Math.floor(n / 7))}`;
}

/** The text of this number; it cites two of the earlier ones. */
export function madeText(n: number): string {
  const [one, other] = [Math.floor(n / 2), Math.floor(n / 3)];
  return n % 2 === 0
    ? `${zhTitle(n)}\n\n双方重申恪守${zhDay(one)}签署的《${zhTitle(one)}》，按照《联合国宪章》发展关系，并修改${zhDay(other)}签署的《${zhTitle(other)}》第${(n % 30) + 1}条。\n\n${zhDay(n)}签订，第${n}号。\n`
    : `${enTitle(n)}\n\nThe Parties reaffirm the ${enTitle(one)} signed on ${enDay(one)}. In accordance with the Charter of the United Nations they implement Article ${(n % 30) + 1} of the ${enTitle(other)} of ${enDay(other)}.\n\nDone on ${enDay(n)}. No. ${n}.\n`;
}

/** Writes so many into the folder, a thousand to each of its folders, from this number on. */
export function writeTexts(folder: string, count: number, from = 0): void {
  for (let n = from; n < from + count; n++) {
    const place = join(folder, String(Math.floor(n / 1000)).padStart(4, '0'));
    if (n === from || n % 1000 === 0) mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${String(n).padStart(6, '0')}.txt`), madeText(n));
  }
}
