/** Agreements described: 中俄两国政府关于预防危险军事活动的协定, 签署在边境地区加强军事领域信任的协定. */
import type { AgreementDraft } from '../../draft.ts';
import type { TermHit } from './lexicon.ts';
import { LONGEST_NAME, NOMINAL, NOT_A_NOUN } from './nouns.ts';
import type { Page } from './page.ts';
import { countBefore, draftOf } from './several.ts';

/** A description reaches back this far, in units. */
const LONGEST_DESCRIPTION = 130;

/** Verbs whose object an agreement without 关于 can be: 签署在边境地区加强军事领域信任的协定. */
const MAKING = /(?:签署|签订|缔结|制定|制订|达成|商签|商定|通过|拟订)了?$/u;

const CONTENT = /^(?:在|为|就|旨在|有关|针对|涉及|防止|禁止|限制|加强|促进|建立|保护|避免|互免|相互)/u;

/** 关于…的协定 with the parties before it, or what is signed, concluded, drawn up to do something. */
export function describe(page: Page, head: TermHit): AgreementDraft | null {
  const { text } = page;
  const count = countBefore(text, head.start);
  const attach = beforeModifier(page, count ? count.start : head.start);
  if (!'的之'.includes(text.charAt(attach - 1)) || NOT_A_NOUN.test(text.slice(head.end, head.end + 4)))
    return null;
  if (ANY.test(text.slice(Math.max(0, head.start - 6), head.start))) return null;
  const about = findAbout(page, attach - 1);
  const start = about === null ? afterMaking(page, attach - 1) : beforeAbout(page, about);
  if (start === null) return null;
  return draftOf(
    page,
    { start, end: head.end },
    about ?? start,
    'description',
    count?.value ?? 1,
    'zh/described',
  );
}

/** Agreements of a kind, none in particular: 关于…的其他国际协定. */
const ANY =
  /(?:其他|其它|特别|任何|这种|此种|各项|各种|一切|所有|有关|双边|多边|现有|现行|适用|类似|国内)(?:国际|双边|多边)?$/u;

/** Words between 的 and the head: 关于利用跨界河流的合作协定, …的总框架协定, …的补充议定书. */
const MODIFIER = /(?<=的)(?:[^的和与及、，。；：《》（）\n\t]{1,5})$/u;

function beforeModifier(page: Page, head: number): number {
  const match = MODIFIER.exec(page.text.slice(Math.max(0, head - 6), head));
  if (!match) return head;
  const hit = page.endingAt(head);
  const isVerb =
    hit?.value.type === 'word' &&
    hit.value.class === 'stop' &&
    !NOMINAL.has(page.text.slice(hit.start, head));
  return isVerb || page.isClaimed(head - 1) ? head : head - match[0].length;
}

/** The nearest 关于 to the left, in the same clause of the description; null when there is none. */
function findAbout(page: Page, from: number): number | null {
  const { text } = page;
  const limit = Math.max(0, from - LONGEST_DESCRIPTION);
  for (let at = from; at > limit; at -= 1) {
    const unit = text.charAt(at - 1);
    if ('。；！？\n\t：'.includes(unit)) return null;
    const hit = page.endingAt(at);
    // Another description ends here: what is about is its own.
    if (hit?.value.type === 'kind' && text[hit.start - 1] === '的') return null;
    if (text.startsWith('关于', at - 2)) return at - 2;
    if (unit === '，' && !text.slice(at, from).includes('关于')) return null;
  }
  return null;
}

/** Over parties and dates to the left of 关于. */
export function beforeAbout(page: Page, about: number): number {
  let start = about;
  let named = false;
  for (let at = about; at > 0 && about - at < LONGEST_DESCRIPTION; ) {
    const date = page.dateEndingAt(at);
    if (date) {
      at = date.start;
      continue;
    }
    const hit = page.endingAt(at);
    if (!hit) break;
    const { value } = hit;
    if (value.type === 'state' || value.type === 'organization') {
      named = true;
      start = hit.start;
    } else if (value.type === 'word' && value.class === 'party') start = hit.start;
    else if (!(value.type === 'word' && value.class === 'joint' && named)) break;
    at = hit.start;
  }
  return start;
}

/** Position behind 签署 and the like, when what follows says what the agreement is to do. */
function afterMaking(page: Page, from: number): number | null {
  const { text } = page;
  const limit = Math.max(0, from - LONGEST_NAME);
  for (let at = from; at > limit; at -= 1) {
    if ('，。；！？\n\t：《》、'.includes(text.charAt(at - 1))) return null;
    if (!MAKING.test(text.slice(Math.max(0, at - 3), at))) continue;
    const content = text.slice(at, from);
    return content.length >= 5 && CONTENT.test(content) ? at : null;
  }
  return null;
}
