/** Short forms that a text defines: （以下简称“《条约》”）, （即《代顿协定》）, (以下称伯尔尼公约). */
import type { Span } from '../../../records.ts';
import type { AgreementDraft } from '../../draft.ts';
import { nameKey } from './core.ts';
import { KIND_NOUNS, kindNounOf, kindsFor } from './kinds.ts';
import { PROTOCOL } from './nouns.ts';
import { firstFrom, type Page } from './page.ts';

/** Right behind an agreement; group 1 is the short form with its marks. */
const DEFINITION =
  /^”?（(?:以下|下称|简称|以下简称|下文)?(?:统称|简称|称|并称)?(?:为|作)?((?:“|‘|《)?[^（），。；]{1,40}?(?:》|”|’){0,2})）/u;
const EQUALS =
  /^”?（(?:(?:又称|亦称|也称|即)((?:“|‘)?《?[^（），。；]{2,40}?》?(?:”|’)?)|(《[^（），。；》]{2,40}》)(?:，[^（），。；]{2,12})?)）/u;
/** （以下简称“六点共识”）: whatever it is called. */
const SHORT_NAME = /^”?（(?:以下)?(?:简称|称|下称)(?:为)?[“‘《][^（），。；]{2,16}[”’》]）/u;
/** （以下简称“自贸协定”或“协定”） */
const OR = /(?<=”|’|》|[约定书言章])(?:或|、)(?=“|‘|《|[\u4e00-\u9fff])/u;
const OF_PARTIES = /[双各两]方|缔约|签署|成员|国$|政府/u;
const INTRODUCES = /^”?（(?:以下|下称|简称|下文|即|又称|亦称|也称|[“‘]?《)/u;

/**
 * Turns what stands in brackets behind an agreement into a definition, and what uses it later into uses.
 * `drafts` are sorted; the answer is too.
 */
export function readAliases(page: Page, drafts: readonly AgreementDraft[]): AgreementDraft[] {
  const { text } = page;
  const defined = new Map<string, AgreementDraft>();
  /** Short forms that are no more than a kind noun in title marks are used with the marks only. */
  const marked = new Set<string>();
  const added: AgreementDraft[] = [];
  const replaced = new Set<AgreementDraft>();
  for (const target of drafts) {
    if (replaced.has(target)) continue;
    const tail = text.slice(target.end, target.end + 60);
    if (!INTRODUCES.test(tail)) continue;
    const match = EQUALS.exec(tail) ?? DEFINITION.exec(tail);
    const written = match?.[1] ?? match?.[2];
    if (!match || written === undefined) continue;
    let from = target.end + match[0].indexOf(written);
    for (const part of written.split(OR)) {
      const inner = part.replace(/^[“‘]/u, '').replace(/[”’]$/u, '');
      const start = text.indexOf(inner, from);
      const end = start + inner.length;
      from = end;
      const alias = nameKey(inner);
      if (kindNounOf(alias) === null && !(SHORT_NAME.test(match[0]) && !OF_PARTIES.test(alias))) continue;
      for (let at = firstFrom(drafts, start); (drafts[at]?.start ?? end) < end; at += 1) {
        const draft = drafts[at];
        if (draft && draft.end <= end) replaced.add(draft);
      }
      const introduction: AgreementDraft = {
        start,
        end,
        type: 'agreement',
        via: 'definition',
        facts: [],
        alias,
        aliasOf: target.start,
        rule: 'zh/defined',
        confidence: 0.95,
      };
      defined.set(alias, introduction);
      if (inner.startsWith('《')) marked.add(alias);
      added.push(introduction);
      page.claim({ start, end });
    }
  }
  if (added.length === 0) return [...drafts];
  const kept = drafts.filter((draft) => !replaced.has(draft)).map((draft) => asUse(page, draft, defined));
  return [...kept, ...added, ...findUses(page, defined, marked)].sort((a, b) => a.start - b.start);
}

/** 1994年国界协定, 中国-新加坡自贸协定, where that is defined: the end of it was read as a name. */
function longer(
  { text }: Page,
  draft: AgreementDraft,
  defined: ReadonlyMap<string, AgreementDraft>,
): AgreementDraft | null {
  if (draft.facts.length > 1 || defined.size === 0) return null;
  for (let start = draft.start - 1; start >= Math.max(0, draft.start - LONGEST_MORE); start -= 1) {
    const alias = nameKey(text.slice(start, draft.end));
    const introduction = defined.get(alias);
    if (!introduction || start < introduction.end || !alias.startsWith(text.charAt(start))) continue;
    return {
      start,
      end: draft.end,
      type: 'agreement',
      via: 'definition',
      facts: [],
      alias,
      rule: 'zh/short-form',
      confidence: 0.9,
    };
  }
  return null;
}
const LONGEST_MORE = 12;

/** A title that is a defined short form is a use of it. */
function asUse(
  page: Page,
  draft: AgreementDraft,
  defined: ReadonlyMap<string, AgreementDraft>,
): AgreementDraft {
  const whole = longer(page, draft, defined);
  if (whole) return whole;
  const written = nameKey(page.text.slice(draft.start, draft.end));
  const alias = defined.has(written) ? written : nameKey(draft.facts[0]?.title ?? '');
  const isPointing = draft.facts.length === 0 && alias === written && draft.anaphor !== undefined;
  const introduction = draft.facts.length === 1 || isPointing ? defined.get(alias) : undefined;
  if (!introduction || draft.start < introduction.start) return draft;
  const { anaphor: _, ...rest } = draft;
  return { ...(isPointing ? rest : draft), via: 'definition', alias, rule: 'zh/short-form' };
}

const LONGEST_PROTOCOL = 14;

/** 协定第二议定书, where 协定 is defined. */
function protocolTo(page: Page, span: Span, alias: string, protocol: string): AgreementDraft {
  page.claim(span);
  const noun = kindNounOf(alias) ?? alias;
  return {
    ...span,
    type: 'agreement',
    via: 'anaphor',
    facts: [],
    anaphor: {
      reach: 'before',
      count: 1,
      kinds: kindsFor(noun),
      noun,
      child: { kind: 'protocol', title: `%${protocol}` },
    },
    rule: 'zh/short-form-protocol',
    confidence: 0.8,
  };
}

/** The text is looked through for each; no text that was written to be read has so many. */
const MOST_LOOKED_FOR = 400;

/** Uses without title marks. A bare kind noun is one too, unless a determiner makes it something else. */
function findUses(
  page: Page,
  defined: ReadonlyMap<string, AgreementDraft>,
  marked: ReadonlySet<string>,
): AgreementDraft[] {
  const uses: AgreementDraft[] = [];
  for (const [alias, introduction] of [...defined].slice(0, MOST_LOOKED_FOR)) {
    if (marked.has(alias) && KIND_NOUNS[alias] !== undefined) continue;
    for (
      let at = page.text.indexOf(alias, introduction.end);
      at >= 0;
      at = page.text.indexOf(alias, at + alias.length)
    ) {
      const span = { start: at, end: at + alias.length };
      const isBare = KIND_NOUNS[alias] !== undefined;
      const hit = page.endingAt(span.end);
      if (
        page.overlapsClaim(span) ||
        (isBare && (hit?.start !== at || /[该此本其新两]$/u.test(page.text.slice(0, at).slice(-1))))
      )
        continue;
      const protocol = PROTOCOL.exec(page.text.slice(span.end, span.end + LONGEST_PROTOCOL))?.[0];
      if (protocol !== undefined) {
        uses.push(protocolTo(page, { start: at, end: span.end + protocol.length }, alias, protocol));
        continue;
      }
      page.claim(span);
      uses.push({
        ...span,
        type: 'agreement',
        via: 'definition',
        facts: [],
        alias,
        rule: 'zh/short-form',
        confidence: 0.85,
      });
    }
  }
  return uses;
}
