/** Who signed for whom: blocks of signatures in one column or several, name before office or behind. */
import type { Signatory, Span } from '../../../records.ts';
import type { View } from '../../../text/view.ts';
import { type Appointed, readAppointments } from './appointments.ts';
import { type Cell, readCells } from './cells.ts';
import {
  HONORIFICS_AT_END,
  NAME,
  NOT_A_NAME,
  OFFICE,
  OFFICE_END,
  SIGN_MARK,
  splitOffice,
} from './offices.ts';
import type { Page } from './page.ts';
import { isName } from './people.ts';
import { signatureBlocks } from './signature-blocks.ts';

export type Signed = Readonly<{
  signatories: readonly Signatory[];
  persons: readonly (Span & { name: string })[];
}>;

/** @param heading end of the heading; behind it the preamble says who was given full powers */
export function readSignatories(view: View, page: Page, heading: number | null): Signed {
  const appointed = heading === null ? [] : readAppointments(page, heading);
  const powers = new Map(appointed.map((each) => [each.name, each]));
  const found: Signed[] = [];
  for (const block of signatureBlocks(page)) {
    const signed = readBlock(view, page, block, powers);
    found.push(signed);
    if (signed.signatories.length > 0) break;
  }
  const best = found.find(({ signatories }) => signatories.length > 0);
  const persons = [...appointed, ...((best ?? found.find((each) => each.persons.length > 0))?.persons ?? [])];
  return {
    signatories: best?.signatories ?? appointed.map(asSignatory),
    persons: persons.map(({ start, end, name }) => ({ start, end, name })).sort((a, b) => a.start - b.start),
  };
}

function asSignatory({ name, party, office }: Appointed): Signatory {
  return { person: name, party, ...(office === '' ? {} : { office }) };
}

const MARK = new RegExp(SIGN_MARK, 'gu');
const LEAD = /^(?:签字|签署|签名|代表)[:：]/u;

const MARK_END = new RegExp(`${SIGN_MARK}$`, 'u');

/** Behind a name with dots. */
const TITLES = /(?<=·[\u4e00-\u9fff]{1,8})(?:亲王|王子|公主|将军)$/u;

type Signing = { party?: string; office?: string; prefix?: string; last?: { office?: string } };

function readBlock(
  view: View,
  page: Page,
  lines: readonly Span[],
  powers: ReadonlyMap<string, Appointed>,
): Signed {
  const cells = readCells(view, lines, [
    (text) => partyOf(page, text) !== null,
    (text) => MARK_END.test(text),
    (text) => OFFICE_END.test(text),
  ]);
  const signatories: { person: string; party?: string; office?: string }[] = [];
  const persons: (Span & { name: string })[] = [];
  const columns = new Map<number, Signing>();
  const queue = [...cells].sort((a, b) => a.column - b.column || a.start - b.start);
  for (let at = 0; at < queue.length; at += 1) {
    const cell = queue[at];
    if (!cell) continue;
    const signing = columns.get(cell.column) ?? {};
    columns.set(cell.column, signing);
    const next = queue[at + 1];
    const whole = next?.column === cell.column ? partyOf(page, bare(cell.text) + bare(next.text)) : null;
    const alone = partyOf(page, bare(cell.text));
    // 大不列颠及北爱尔兰⏎联合王国政府代表
    const isBroken = whole !== null && whole.end > bare(cell.text).length;
    const party = isBroken ? whole : alone;
    if (isBroken) at += 1;
    const rest = party ? party.rest : bare(cell.text);
    if (party)
      Object.assign(signing, { party: party.code, office: undefined, prefix: undefined, last: undefined });
    const person = personIn(page, cell, rest, signing);
    if (person === null) continue;
    const known = powers.get(person);
    const code = signing.party ?? known?.party;
    if (code === undefined && signing.office === undefined && !MARKED.test(cell.text)) continue;
    const start = isBroken ? -1 : cell.start + foldedIndex(page, cell, person);
    if (start >= cell.start) persons.push({ start, end: start + person.length, name: person });
    if (code === undefined) continue;
    const office = signing.office ?? known?.office;
    const signatory = { person, party: code, ...(office === undefined ? {} : { office }) };
    signatories.push(signatory);
    signing.last = signatory;
    delete signing.office;
  }
  return { signatories, persons };
}

const MARKED = new RegExp(SIGN_MARK, 'u');

function bare(text: string): string {
  return text.replace(MARK, '').replace(LEAD, '').replace(TITLES, '').replace(HONORIFICS_AT_END, '').trim();
}

function foldedIndex(page: Page, cell: Cell, person: string): number {
  return page.text.slice(cell.start, cell.end).indexOf(person);
}

/** The name in a cell; an office is kept for the name that follows, or given to the one before. */
function personIn(page: Page, cell: Cell, text: string, signing: Signing): string | null {
  if (text === '' || /[，。；]|[0-9〇一二三四五六七八九十元]年/u.test(text)) return null;
  const both = splitOffice(text);
  if (both) {
    signing.office = `${signing.prefix ?? ''}${both.office}`;
    return isPerson(page, both.person) ? both.person : null;
  }
  if (text.startsWith('驻')) {
    signing.prefix = text;
    if (!OFFICE.test(text)) return null;
  }
  if (OFFICE.test(text)) {
    const office = text.startsWith('驻') ? text : `${signing.prefix ?? ''}${text}`;
    if (signing.last && signing.last.office === undefined) signing.last.office = office;
    else if (signing.office === undefined || GENERAL.test(signing.office)) signing.office = office;
    return null;
  }
  if (page.endingAt(cell.start + text.length)?.value.type === 'place') return null;
  return isPerson(page, text) ? text : null;
}

/** Who signs is a representative of some kind: what kind says more. */
const GENERAL = /^(?:政府)?(?:全权)?代表$/u;

function isPerson(page: Page, text: string): boolean {
  if (!NAME.test(text) || (NOT_A_NAME.test(text) && !isName(text))) return false;
  const hit = page.lexicon.terms.longestAt(text, 0);
  return !(
    hit &&
    hit.end === text.length &&
    ['state', 'organization', 'place', 'kind'].includes(hit.value.type)
  );
}

type Party = Readonly<{ code: string; rest: string; end: number }>;

/** 中华人民共和国政府代表 → CHN, 代表; longer than a party and an office is prose. */
function partyOf(page: Page, text: string): Party | null {
  const lead = /^代表(?=.{2})/u.exec(text)?.[0].length ?? 0;
  const hit = page.lexicon.terms.longestAt(text, lead);
  if (!hit) return null;
  const { value } = hit;
  const code =
    value.type === 'state' && value.codes.length === 1
      ? value.codes[0]
      : value.type === 'organization'
        ? value.keys[0]
        : undefined;
  if (code === undefined) return null;
  const rest = text
    .slice(hit.end)
    .replace(/^(?:各?成员国)?(?:中央)?(?:人民)?政府/u, '')
    .replace(/[:：]/gu, '');
  if (rest.length > LONGEST_REST || /[，。；、]/u.test(rest)) return null;
  const fits =
    rest === '' ||
    (OFFICE.test(rest) && !/^[在之的]/u.test(rest)) ||
    rest.startsWith('驻') ||
    /[方]$/u.test(rest);
  return fits ? { code, rest, end: hit.end } : null;
}

const LONGEST_REST = 24;
