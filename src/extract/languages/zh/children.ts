/** New agreements made to one that was named: 其议定书, 该条约议定书, 同日签署的换文. */
import type { AgreementDraft, Anaphor } from '../../draft.ts';
import { KIND_NOUNS, kindsFor } from './kinds.ts';
import type { TermHit } from './lexicon.ts';
import { firstFrom, type Page } from './page.ts';
import { anaphorOf } from './pointing.ts';

const CHILDREN = new Set(['议定书', '换文', '附加议定书', '补充议定书', '备忘录', '附约', '专条']);
/** 其1935年补充公约: made to it, whatever it is. */
const ADDED = /(?:补充|附加|附属|修订|修正)$/u;

/** 其议定书, 其1967年议定书; null when the noun is of nothing that is made to another. */
export function childOf(noun: string, modifier: string): Anaphor | null {
  if (!CHILDREN.has(noun) && !(noun in KIND_NOUNS && ADDED.test(modifier))) return null;
  const kind = KIND_NOUNS[noun] ?? 'protocol';
  const title = `%${modifier === '所附' ? '' : modifier}${noun}`;
  return { reach: 'before', count: 1, kinds: [], child: { kind, title } };
}

/** 该条约第一议定书: made to what 该条约 means. */
export function childBehind(anaphor: Anaphor, noun: string, protocol: string): Anaphor {
  return {
    ...anaphor,
    kinds: kindsFor(noun),
    noun,
    child: { kind: protocol.endsWith('修正案') ? 'other' : 'protocol', title: `%${protocol}` },
  };
}

const ADDITION = /(?:补充|附加|执行|实施|修订|修改|修正)$/u;
const MADE_FOR =
  /[为就对][^，。；]{1,24}(?:商签|商谈|签署|签订|缔结|达成|订立|谈判)(?:了|一项|新的)?(?:补充|附加|执行|实施|修订|修改|修正)$/u;

/** 为后者商签补充议定书, 就该协定签署了执行议定书: made to what was spoken of last. */
export function madeFor({ text }: Page, hit: TermHit): AgreementDraft | null {
  if (hit.value.type !== 'kind' || !ADDED_NOUNS.has(hit.value.noun)) return null;
  const before = text.slice(Math.max(0, hit.start - 38), hit.start);
  const addition = MADE_FOR.test(before) ? ADDITION.exec(before)?.[0] : undefined;
  if (addition === undefined) return null;
  const { noun } = hit.value;
  const child = { kind: KIND_NOUNS[noun] ?? 'protocol', title: `%${addition}${noun}` };
  const span = { start: hit.start - addition.length, end: hit.end };
  return anaphorOf(span, { reach: 'before', count: 1, kinds: [], child, tentative: true }, 'made-for', 0.75);
}
const ADDED_NOUNS = new Set(['议定书', '协定', '协议', '换文']);

const THAT_DAY = /同日(?:签署|签订|发表|缔结|签字|交换)的$/u;

/** 同日签署的换文: made on the day that the agreement before it was. */
export function signedThatDay(page: Page, hit: TermHit): AgreementDraft | null {
  const child = hit.value.type === 'kind' ? childOf(hit.value.noun, '') : null;
  const match = child && THAT_DAY.exec(page.text.slice(Math.max(0, hit.start - 6), hit.start));
  if (!match) return null;
  const day = page.dates[firstFrom(page.dates, hit.start) - 1];
  const draft = anaphorOf({ start: hit.start - match[0].length, end: hit.end }, child, 'that-day', 0.8);
  return { ...draft, facts: day ? [{ signed: day.edtf }] : [] };
}
