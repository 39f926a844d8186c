/** What governs the items of a list: 履行下列公约：（一）A；（二）A。 */
import { saidBehind } from './behind.ts';
import { CLAUSE_UNITS, type Found, lastVerb } from './governing.ts';

const ITEM = /^（?[一二三四五六七八九十0-9甲乙丙丁]{1,3}([）、．.])/u;
/** A list's lead, and how the sentence that it stands in is numbered itself: 一、应替代下列条约：（一）A；…。二、… */
export type Lead = Found & Readonly<{ numbering?: string }>;

/**
 * What governs the items of a list: 履行下列公约：（一）A；（二）A。
 * @param sentence its words; those that come before it left `lead`
 */
export function nextLead(sentence: string, lead: Lead | null): Lead | null {
  const numbering = ITEM.exec(sentence.slice(0, 6))?.[1];
  const colon = sentence.lastIndexOf('：');
  if (colon >= 0 && (colon === sentence.length - 1 || ITEM.test(sentence.slice(colon + 1, colon + 6))))
    return leadOf(sentence.slice(Math.max(0, colon - CLAUSE_UNITS), colon), numbering);
  return numbering === undefined || numbering === lead?.numbering ? null : lead;
}

/** 下列公约, 以下各项文件: what a list of agreements is announced with. */
const ANNOUNCED =
  /(?:下列|以下|如下|下述)[^，。：]{0,16}(?:[条公盟协]约|协定|协议|议定书|文[件书]|声明|公报|宪章|决议)/u;

/** The verb before the announcement, or what is said behind it: 下列条约继续有效. */
function leadOf(clause: string, numbering: string | undefined): Lead | null {
  const announced = ANNOUNCED.exec(clause);
  if (!announced) return isGround(clause) ? { ...GROUND, before: clause, ...numbered(numbering) } : null;
  const before = clause.slice(0, announced.index);
  const found = lastVerb(before) ?? foundBehind(clause.slice(announced.index + announced[0].length), before);
  return found && { ...found, ...numbered(numbering) };
}

function numbered(numbering: string | undefined) {
  return numbering === undefined ? {} : { numbering };
}

/** 勘界工作的法律基础是： */
function isGround(clause: string): boolean {
  return /(?:基础|依据|根据)(?:是|为|有|如下|包括)$/u.test(clause);
}
const GROUND: Omit<Found, 'before'> = {
  verb: { type: 'based_on' },
  word: '',
  strong: true,
  negated: false,
  after: '',
};

function foundBehind(text: string, before: string): Found | null {
  const verb = saidBehind(text, before);
  return verb && { verb, word: '', strong: true, negated: false, before, after: '' };
}
