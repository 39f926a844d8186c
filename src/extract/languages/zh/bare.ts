/** A noun alone, which means the agreement that is spoken of: 条约规定…, 履行公约义务. */
import type { AgreementDraft } from '../../draft.ts';
import { kindsFor } from './kinds.ts';
import type { TermHit } from './lexicon.ts';
import type { Page } from './page.ts';
import { anaphorOf } from './pointing.ts';

const BARE_NOUNS = new Set(['联合声明', '联合公报', '宣言', '公约', '条约', '协定', '议定书', '宪章']);
/** 原协定继续适用, 对原条约第三条 */
const FORMER = new Set(['条约', '公约', '协定', '协议', '议定书']);
const FORMERLY = /(?:[。；，：、\n]|[对由以与按依将把在]|根据|替代|取代)原$/u;
/** 公报说, in news of one. */
const TELLING = new Set(['公报', '声明', '新闻公报', '共同声明', '备忘录']);
/** Behind a noun alone that begins a clause: what is said of an agreement. */
const GOES_ON = /^(?:所|将[于在自由对向]|已[于在由经]|自|规定|旨在)/u;
/** 双方认为，条约成功经受住考验 */
const SAID = /(?:表明|认为|指出|强调|确认|重申|相信|声明|宣布)，$/u;
/** 一直以来，条约始终是基石 */
const SINCE = /(?:[以年]来|今|之?后|期间)，$/u;
const IS_STILL = /^(?:始终|一直|仍|继续|已经?成为|为|是)/u;
const IS_SAID = /^(?:成功|成为|为|是|仍|已|具有|对|在|经|完全|符合|反映|体现|奠定)/u;
/** 履行公约义务, 根据协定第三条, 弘扬条约精神, 在条约框架内 */
const KEEPS =
  /(?:履行|根据|依据|依照|按照|遵照|确保|遵守|恪守|秉持|弘扬|违反|落实|贯彻|实施|执行|维护|增强|加强|促进|提高|削弱|损害|支持|高度评价|强调|重申|认为|视为|构成|[以在对])$/u;
const KEPT =
  /^(?:[的之]?(?:义务|规定|精神|内容|宗旨|原则|条款|基础上|框架|指导下)|[的之](?:实施|执行|落实|有效性|权威性|普遍性|完整性|历史|重要)|得到|为基础|所(?:确|规|载|列|述|阐)|之[下内]|项下|履约|各项|[的之]?(?:普遍|有效|权威|完整)性|不可|[的之](?:解释|适用|承诺|目标|各项|缔约|有效期|效力|作用|成果|前景)|第[一二三四五六七八九十0-9])/u;
/** 期待协定早日生效 */
const WISHED = /(?:期待|希望|推动|促进|争取|支持|确保|使)$/u;
const SOON = /^(?:早日|尽快|尽早|正式|全面|顺利|有效|得到)/u;
/** 1．公约第五条, 除公约第五条外 */
const BEFORE_ARTICLE = /[\s．.、，：（“除有和及与或对在将]$/u;
const ARTICLE = /^第[一二三四五六七八九十0-9]{1,3}条/u;
/** 根据条约，…; 根据条约进一步…, but not 根据条约法. */
const GROUND = /(?:根据|依照|按照|遵照|基于)$/u;
const NOT_ONE = /^(?:[和与及或、法组]|必须|[之的]?[一-龥]{0,2}(?:条约|公约|协定|协议))/u;

/** It begins a sentence, or says what is kept; so in 据悉，协定将于…. */
export function bare(page: Page, hit: TermHit, noun: string): AgreementDraft | null {
  if (hit.start === 0) return null;
  const { text } = page;
  const before = text.slice(Math.max(0, hit.start - 4), hit.start);
  const after = text.slice(hit.end, hit.end + 4);
  if (FORMER.has(noun) && FORMERLY.test(before))
    return anaphorOf(
      { start: hit.start - 1, end: hit.end },
      { reach: 'before', count: 1, kinds: kindsFor(noun), noun, tentative: true },
      'former-one',
      0.7,
    );
  const isTold =
    TELLING.has(noun) && /[。；，\n]$/u.test(before) && /^(?:说|称，|指出|强调|宣布)/u.test(after);
  if (!BARE_NOUNS.has(noun) && !isTold) return null;
  const begins = /[。；\n]$/u.test(before) && !/^(?:[\n，、：；。]|法|当事)/u.test(after);
  const goesOn = before.endsWith('，') && GOES_ON.test(after);
  const isSaid = (SAID.test(before) && IS_SAID.test(after)) || (SINCE.test(before) && IS_STILL.test(after));
  const isKept = (KEEPS.test(before) && KEPT.test(after)) || (GROUND.test(before) && !NOT_ONE.test(after));
  const isWished = WISHED.test(before) && SOON.test(after);
  const isArticle = BEFORE_ARTICLE.test(before) && ARTICLE.test(text.slice(hit.end, hit.end + 6));
  if (!isTold && !begins && !goesOn && !isSaid && !isKept && !isWished && !isArticle) return null;
  return anaphorOf(
    hit,
    { reach: 'before', count: 1, kinds: kindsFor(noun), noun, strict: true, tentative: true },
    'bare',
    0.7,
  );
}
