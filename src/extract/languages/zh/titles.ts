/** Titles between 《 and 》, with nested 〈〉. */
import type { Span } from '../../../records.ts';
import type { AgreementDraft } from '../../draft.ts';
import { coreOf, lookupKey } from './core.ts';
import { beforeAbout } from './descriptions.ts';
import { isInternational, kindNounOf, kindOf, kindsFor } from './kinds.ts';
import { type Lexicon, partyKey } from './lexicon.ts';
import { PROTOCOL } from './nouns.ts';
import type { Page } from './page.ts';
import { readParties } from './parties.ts';

const LONGEST_TITLE = 200;
/** Titles of laws and orders of one state, of newspapers and books: no agreements. */
const DOMESTIC =
  /(?:(?<!组织)法|法典|条例|规定|办法|细则|决定|通知|意见|清单|名录|目录|标准|报告|日报|时报|法案|法令|方案|通则|解释)$/u;
/** Published by one state's bodies: 《国务院公报》, 《全国…规划》, 《中国21世纪议程》. */
const DOMESTIC_BODY =
  /^(?:国务院|全国|国家|中共|中央|本市|本省|人民)|^中国[^和与同—－]*(?:纲要|议程|计划|规划|公报|公告|准则|文件|原则|指南|战略|路线图)$/u;

export function findTitles(page: Page): AgreementDraft[] {
  const drafts = findMarked(page);
  return [...drafts, ...findQuoted(page)];
}

/** Behind these a quoted name is a short form: 以下简称“…协定”. */
const NAMES_SHORT = /(?:简称|称|称为|称作|下称|所谓|并称|统称)(?:为|之)?$/u;
const FEWEST_QUOTED = 8;
/** “禁产条约”谈判 */
const FEWEST_NEGOTIATED = 6;
const NEGOTIATED = /^(?:的?(?:谈判|磋商|草案|案文))/u;

/** “紐西蘭與…經濟合作協定”: quotes around a whole title, as in texts from Taiwan. */
function findQuoted(page: Page): AgreementDraft[] {
  const drafts: AgreementDraft[] = [];
  const { text } = page;
  for (let open = text.indexOf('“'); open >= 0; open = text.indexOf('“', open + 1)) {
    const end = closing(text, open, '“', '”');
    const fewest =
      end !== null && NEGOTIATED.test(text.slice(end, end + 3)) ? FEWEST_NEGOTIATED : FEWEST_QUOTED;
    if (end === null || end - open < fewest) continue;
    const span = { start: open, end };
    const title = text.slice(open + 1, end - 1);
    if (/[，。；：？！]/u.test(title) || !isAgreement(title, page.lexicon)) continue;
    if (page.overlapsClaim(span) || NAMES_SHORT.test(text.slice(Math.max(0, open - 4), open))) continue;
    const noun = kindNounOf(title);
    if (noun === null || noun === '倡议') continue;
    drafts.push(titleDraft(page, span));
    open = end - 1;
  }
  return drafts;
}

function findMarked(page: Page): AgreementDraft[] {
  const drafts: AgreementDraft[] = [];
  const { text } = page;
  for (let open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
    const end = closing(text, open, '《', '》');
    if (end === null) continue;
    const outer = { start: open, end };
    // Inside the heading it is part of the instrument's own title.
    if (page.overlapsClaim(outer)) continue;
    if (isAgreement(text.slice(open + 1, end - 1), page.lexicon)) {
      const about = aboutAnother(page, outer);
      if (about) {
        drafts.push(about);
        open = about.end - 1;
        continue;
      }
      const protocol = PROTOCOL.exec(text.slice(end, end + LONGEST_PROTOCOL))?.[0];
      drafts.push(protocol === undefined ? titleDraft(page, outer) : protocolDraft(page, outer, protocol));
      open = end - 1;
      continue;
    }
    const resolution = RESOLUTION.test(text.slice(end, end + 2)) ? { start: open, end: end + 2 } : null;
    if (resolution && ADOPTED.test(text.slice(Math.max(0, open - 12), open))) {
      page.claim(resolution);
      drafts.push({
        ...resolution,
        type: 'agreement',
        via: 'title',
        facts: [{ ...factsOfTitle(text.slice(open + 1, end - 1), page.lexicon), kind: 'resolution' }],
        rule: 'zh/titled-resolution',
        confidence: 0.85,
      });
      open = resolution.end - 1;
      continue;
    }
    // A law or a plan that is named after an agreement: 《国家履行〈…公约〉方案》.
    const whole = text.slice(open, end);
    for (let at = whole.indexOf('〈'); at >= 0; at = whole.indexOf('〈', at + 1)) {
      const inner = open + at;
      const stop = closing(text, inner, '〈', '〉');
      if (stop === null || stop > end || !isAgreement(text.slice(inner + 1, stop - 1), page.lexicon))
        continue;
      drafts.push(titleDraft(page, { start: inner, end: stop }));
      at = stop - 1 - open;
    }
    page.claim(outer);
    open = end - 1;
  }
  return drafts;
}

/** 联合国大会通过《…》决议 */
const RESOLUTION = /^决议/u;
const ADOPTED = /(?:大会|理事会|安理会|会议)[^。；，]{0,6}(?:通过|核可)了?的?$/u;

const DOES =
  /关于(?:修改|修订|修正|补充|延长|终止|执行|实施|适用|升级|更新|落实|履行|加入)(?:和补充)?[^，。；《》]{0,16}$/u;
const MADE_TO_DO = /^[^，。；《》〈〉]{0,12}?的(?:补充|附加)?(?:协定|协议|议定书|换文|谅解备忘录)(?![第法])/u;

/** 关于执行《…公约》第十一部分的协定: what is made to do something to another agreement is named by it. */
function aboutAnother(page: Page, { start: open, end }: Span): AgreementDraft | null {
  const does = DOES.exec(page.text.slice(Math.max(0, open - 24), open));
  const made = does && MADE_TO_DO.exec(page.text.slice(end, end + 24));
  if (
    !made ||
    ONE_OF_MANY.test(page.text.slice(Math.max(0, open - does[0].length - 2), open - does[0].length))
  )
    return null;
  const about = open - does[0].length;
  const span = { start: beforeAbout(page, about), end: end + made[0].length };
  if (page.overlapsClaim(span)) return null;
  page.claim(span);
  const facts = factsOfTitle(page.text.slice(about, span.end), page.lexicon);
  return {
    ...span,
    type: 'agreement',
    via: 'description',
    facts: [facts],
    rule: 'zh/about-another',
    confidence: 0.85,
  };
}
const ONE_OF_MANY = /一[项个份]$/u;

/** Position behind the mark that closes the one at `open`; null when none does in reach. */
function closing(text: string, open: number, left: string, right: string): number | null {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST_TITLE);
  for (let at = open; at < limit; at += 1) {
    const unit = text.charAt(at);
    if (unit === left) depth += 1;
    else if (unit === right) depth -= 1;
    else if (unit === '\n') return null;
    if (depth === 0) return at + 1;
  }
  return null;
}

function isAgreement(title: string, lexicon: Lexicon): boolean {
  if (lexicon.strong.has(lookupKey(title)) || lexicon.weak.has(lookupKey(title))) return true;
  const noun = kindNounOf(title);
  if (noun === null || DOMESTIC.test(title)) return false;
  const parties = readParties(title, 0, lexicon);
  const isJoint = parties !== null || lexicon.terms.longestAt(title, 0)?.value.type === 'organization';
  return isInternational(title, noun, isJoint) && (parties !== null || !DOMESTIC_BODY.test(title));
}

/** 引用时得称之为《…公约》: the text's own short title. */
const OWN_TITLE =
  /(?:引用时|以下公约|此公约|本公约|本议定书|本协定|本条约)[^。；《》]{0,12}称(?:之为|为|作)$/u;

/** Whether what stands before a name makes it the text's own: 此公约得称为…公约. */
export function namesItself(text: string, start: number): boolean {
  return OWN_TITLE.test(text.slice(Math.max(0, start - 26), start));
}

/** What the text calls itself. */
export const ITSELF = {
  via: 'definition' as const,
  facts: [],
  anaphor: { reach: 'own' as const, count: 1, kinds: [] },
};

function titleDraft(page: Page, span: Span): AgreementDraft {
  page.claim(span);
  const title = page.text.slice(span.start + 1, span.end - 1);
  return {
    ...span,
    type: 'agreement',
    via: 'title',
    facts: [{ ...factsOfTitle(title, page.lexicon), ...shortOf(title) }],
    ...(namesItself(page.text, span.start) ? ITSELF : {}),
    ...(SHORT_FORMS.has(title)
      ? {
          anaphor: {
            reach: 'before' as const,
            count: 1,
            kinds: kindsFor(title),
            noun: title,
            strict: true as const,
          },
        }
      : {}),
    rule: 'zh/titled',
    confidence: 0.97,
  };
}

const LONGEST_PROTOCOL = 14;

/** 《公民权利和政治权利国际公约》第二项任择议定书 */
function protocolDraft(page: Page, { start, end }: Span, protocol: string): AgreementDraft {
  const span = { start, end: end + protocol.length };
  page.claim(span);
  const title = page.text.slice(start, span.end);
  const facts = factsOfTitle(`${page.text.slice(start + 1, end - 1)}${protocol}`, page.lexicon);
  return {
    ...span,
    type: 'agreement',
    via: 'title',
    facts: [{ ...facts, title }],
    rule: 'zh/titled-protocol',
    confidence: 0.9,
  };
}

/** 《宪章》 where 《联合国宪章》 was named; a title of its own where none was. */
const BRIEF_UNITS = 6;

function shortOf(title: string): { nameless?: true; brief?: true } {
  if (JOINT_NOUNS.has(title)) return { nameless: true };
  return title.length <= BRIEF_UNITS && !SHORT_FORMS.has(title) ? { brief: true } : {};
}

const JOINT_NOUNS = new Set(['联合声明', '联合公报', '联合宣言', '共同声明', '共同宣言', '谅解备忘录']);
const SHORT_FORMS = new Set(['条约', '公约', '协定', '宪章', '议定书', '规约', '盟约', '宣言']);

/** What a title alone says: kind, parties, what is left of it, which authorities it can mean. */
export function factsOfTitle(title: string, lexicon: Lexicon) {
  const parties =
    readParties(title, 0, lexicon) ?? partiesAbout(title, lexicon) ?? nestedParties(title, lexicon);
  const core = coreOf(title, parties?.end ?? 0);
  const name = lookupKey(title);
  const keys =
    lexicon.strong.get(name) ??
    (parties ? lexicon.strong.get(partyKey(parties.codes, core)) : undefined) ??
    (parties ? undefined : lexicon.strong.get(lookupKey(core)));
  const weakKeys =
    lexicon.weak.get(name) ??
    (parties ? lexicon.weak.get(partyKey(parties.codes, core)) : undefined) ??
    lexicon.weak.get(lookupKey(core));
  return {
    title,
    core,
    kind: kindOf(title),
    ...(parties ? { parties: parties.codes } : {}),
    ...(keys ? { keys } : {}),
    ...(weakKeys ? { weakKeys } : {}),
  };
}

/** 关于中华人民共和国和俄罗斯联邦相互关系基础的联合声明 is made by those whose relations it is about. */
function partiesAbout(title: string, lexicon: Lexicon) {
  if (!title.startsWith('关于')) return null;
  const parties = readParties(title, 2, lexicon);
  return parties && /^(?:相互|之间|两国|双边|双方|关系)/u.test(title.slice(parties.end))
    ? { ...parties, end: 0 }
    : null;
}

/** 关于修订〈中华人民共和国政府和泰王国政府关于…的协定〉的议定书 is made by the parties of what it revises. */
function nestedParties(title: string, lexicon: Lexicon) {
  const open = title.search(/[〈《]/u);
  const parties = open < 0 ? null : readParties(title, open + 1, lexicon);
  return parties && { ...parties, end: 0 };
}
