/** Plenipotentiaries as a preamble names them: 特派外交部部长宋子文博士; 委派外务大臣园田直. */
import type { Span } from '../../../records.ts';
import { NAME, NOT_A_NAME, OFFICE, splitOffice } from './offices.ts';
import { firstFrom, type Page } from './page.ts';

/** `office` is empty where none is named. */
export type Appointed = Span & Readonly<{ name: string; party: string; office: string }>;

const APPOINTS = /(?:特派|委派|特简|简派|特命(?!全权)|指派|派遣|任命|特授|选派)(?:为)?[:：]?\n?/gu;
/** A preamble is done by here, in units behind the heading. */
const PREAMBLE_UNITS = 3000;
const FIRST_ARTICLE = /\n第[一1][条款]/u;
/** The party that appoints stands this close before. */
const PARTY_UNITS = 60;
const LONGEST_APPOINTMENT = 120;

/** In order; only those whose party is named. */
export function readAppointments(page: Page, heading: number): Appointed[] {
  const preamble = page.text.slice(heading, heading + PREAMBLE_UNITS);
  const article = FIRST_ARTICLE.exec(preamble);
  const text = article ? preamble.slice(0, article.index) : preamble;
  const appointed: Appointed[] = [];
  for (const match of text.matchAll(APPOINTS)) {
    const start = heading + match.index;
    const party = partyBefore(page, start);
    if (party === null) continue;
    const begin = start + match[0].length;
    const end = Math.min(heading + text.length, begin + LONGEST_APPOINTMENT);
    appointed.push(...peopleIn(page, begin, end, party));
  }
  return appointed;
}

function partyBefore(page: Page, position: number): string | null {
  for (let at = firstFrom(page.hits, position) - 1; at >= 0; at -= 1) {
    const hit = page.hits[at];
    if (!hit || hit.start < position - PARTY_UNITS) return null;
    if (hit.end > position || hit.value.type !== 'state' || hit.value.codes.length !== 1) continue;
    // 驻中华民国大使 is where, not for whom.
    if (page.text.charAt(hit.start - 1) !== '驻') return hit.value.codes[0] ?? null;
  }
  return null;
}

/** 外交部长宋子文为全权代表 */
const AS_AGENT = /为(?:其)?(?:特命)?(?:全权)?代表$/u;

/** 特派顾维钧: a name without an office. */
const LONGEST_BARE = 6;

/** Each part up to a comma that ends in an office and a name; the list ends with the sentence, or with another party's. */
function peopleIn(page: Page, begin: number, end: number, party: string): Appointed[] {
  const people: Appointed[] = [];
  const text = page.text.slice(begin, end).split(/[；。]|\n\n/u)[0] ?? '';
  let at = begin;
  for (const part of text.split(/[，、\n]/u)) {
    const bare = part.replace(AS_AGENT, '');
    const both = splitOffice(bare);
    if (both) {
      const start = at + both.office.length;
      people.push({ start, end: start + both.person.length, name: both.person, party, office: both.office });
    } else if (
      people.length === 0 &&
      bare.length <= LONGEST_BARE &&
      NAME.test(bare) &&
      !NOT_A_NAME.test(bare) &&
      !OFFICE.test(bare)
    )
      people.push({ start: at, end: at + bare.length, name: bare, party, office: '' });
    else if (people.length > 0) break;
    at += part.length + 1;
  }
  return people;
}
