/** What the words around a mention say of its agreement: signed when, where, between whom; named with which other. */
import type {
  AgreementDraft,
  AgreementFacts,
  DateDraft,
  Draft,
  PlaceDraft,
  StateDraft,
} from '../../draft.ts';
import type { Skeleton } from './skeleton.ts';

const SIGNED = '(?:签署|签订|签定|发表|缔结|订立|签字|达成|通过|发布|换文|公布|宣布)';
const BETWEEN = '[、，和及与]{0,2}';
const BY = '[SO两三四五六国政府首脑元主席总统理和与同及、间之人共]{0,24}';
/** 分别于D、D和D在P签署的…A: the dates are group 1. */
const SIGNED_ON = new RegExp(
  `((?:[Dd]${BETWEEN})+)(?:[在于]P${BETWEEN})?(?:[^，。；：ADd]{0,8}?)${SIGNED}(?:[、，并][^，。；A]{0,16})?的${BY}$`,
  'u',
);
/** D同O签署A, D发表A */
const SIGNED_THEN = new RegExp(`([Dd])(?:[在于]P)?[^，。；：ADd]{0,12}?${SIGNED}了?$`, 'u');
/** D的A, D A: the date right before. */
const RIGHT_BEFORE = new RegExp(`([Dd])的?${BY}$`, 'u');
const IN_BRACKETS = /^”?（[^（）A]{0,8}([D])/u;
const IN_FORCE = /([Dd])(?:起)?(?:正式)?生效的[SO两三国政府和与同及、]{0,24}$/u;
const SIGNED_AT = new RegExp(`[在于]P[^，。；AD]{0,6}${SIGNED}的${BY}$`, 'u');
/** S、S和S五国D在P签署的 */
const SIGNED_BETWEEN = new RegExp(
  `((?:S[、和与同及]?){1,7})[两三四五六七]?国?(?:政府)?[Dd]?(?:[在于]P)?(?:D)?${SIGNED}的$`,
  'u',
);
const JOINT =
  /^[A-Z（）第条款项章附件〇零一二三四五六七八九十百\d”]{0,14}(?:和|及|与|以及|、|，以及)[^，。；A]{0,60}$/u;
const PLAIN_JOINT = /^(?:和|及|与|以及|、)$/u;
const WINDOW = 110;

/** Reads one sentence; answers with the drafts that it can say more of. */
export function readFacts(
  skeleton: Skeleton<Draft>,
  agreements: readonly AgreementDraft[],
): Map<AgreementDraft, AgreementDraft> {
  const updated = new Map<AgreementDraft, AgreementDraft>();
  let last: { draft: AgreementDraft; position: number } | null = null;
  agreements.forEach((draft, index) => {
    const position = skeleton.positionOf(draft);
    if (position === undefined) return;
    const between = last === null ? null : skeleton.text.slice(last.position + 1, position);
    const joined = between !== null && JOINT.test(between);
    const previous = last === null ? null : (updated.get(last.draft) ?? last.draft);
    const current = withJoint(updated.get(draft) ?? draft, joined);
    updated.set(draft, current);
    if (isNamed(draft)) {
      const said = readAround(skeleton, position);
      const chain = chainFrom(skeleton, agreements, index);
      distribute(said, chain, updated);
      inherit(draft, previous, joined && previous !== null && !said.parties, updated);
    }
    last = { draft, position };
  });
  return updated;
}

function isNamed(draft: AgreementDraft): boolean {
  return draft.facts.length > 0 && draft.aliasOf === undefined && draft.alias === undefined;
}

function withJoint(draft: AgreementDraft, joined: boolean): AgreementDraft {
  return joined ? { ...draft, joined: true } : draft;
}

type Said = { dates: readonly string[]; facts: AgreementFacts; parties: boolean };

function readAround(skeleton: Skeleton<Draft>, position: number): Said {
  const before = skeleton.before(position, WINDOW);
  const base = position - before.length;
  const dates = (match: RegExpExecArray | null, group = 1) =>
    match === null
      ? []
      : skeleton
          .itemsBetween(base + match.index, base + match.index + (match[group] ?? '').length, 'Dd')
          .map(({ value }) => (value as DateDraft).edtf);
  const signed = SIGNED_ON.exec(before) ?? SIGNED_THEN.exec(before) ?? RIGHT_BEFORE.exec(before);
  const after = IN_BRACKETS.exec(skeleton.after(position, 14));
  const bracket = after
    ? skeleton
        .itemsBetween(position + 1, position + 1 + after[0].length, 'D')
        .map(({ value }) => (value as DateDraft).edtf)
    : [];
  const found = dates(signed).filter((date) => !date.includes('/'));
  const [inForce] = dates(IN_FORCE.exec(before));
  const place = SIGNED_AT.test(before) ? lastOf<PlaceDraft>(skeleton, position, 'P') : undefined;
  const between = SIGNED_BETWEEN.exec(before);
  const states = between
    ? skeleton
        .itemsBetween(base + between.index, base + between.index + (between[1] ?? '').length, 'S')
        .flatMap(({ value }) => (value as StateDraft).codes)
    : [];
  const parties = [...new Set(states)];
  return {
    dates:
      inForce !== undefined && found[0] === inForce
        ? datesBefore(skeleton, position, inForce)
        : found.length > 0
          ? found
          : bracket,
    facts: {
      ...(inForce === undefined ? {} : { in_force: inForce }),
      ...(place ? { place: place.name } : {}),
      ...(parties.length > 1 ? { parties } : {}),
    },
    parties: parties.length > 1,
  };
}

/** D签署、D生效的A: the first is the signature. */
function datesBefore(skeleton: Skeleton<Draft>, position: number, inForce: string): string[] {
  const before = skeleton.before(position, WINDOW);
  const match = new RegExp(`([Dd])[^，。；：ADd]{0,8}${SIGNED}[、，并]$`, 'u').exec(
    before.replace(/D(?:起)?(?:正式)?生效的[^D]*$/u, ''),
  );
  const item = match && skeleton.itemAt(position - before.length + match.index);
  const date = item ? (item.value as DateDraft).edtf : undefined;
  return date === undefined || date === inForce ? [] : [date];
}

function lastOf<T extends Draft>(skeleton: Skeleton<Draft>, position: number, letter: 'P'): T | undefined {
  const items = skeleton.itemsBetween(position - WINDOW, position, letter);
  return items[items.length - 1]?.value as T | undefined;
}

/** The agreements that follow in one breath without words of their own between: A、A和A. */
function chainFrom(
  skeleton: Skeleton<Draft>,
  agreements: readonly AgreementDraft[],
  index: number,
): AgreementDraft[] {
  const chain: AgreementDraft[] = [];
  let end: number | null = null;
  for (const draft of agreements.slice(index, index + 12)) {
    const position = skeleton.positionOf(draft);
    if (position === undefined || !isNamed(draft)) break;
    if (end !== null && !PLAIN_JOINT.test(skeleton.text.slice(end + 1, position))) break;
    chain.push(draft);
    end = position;
  }
  return chain;
}

/** Gives each agreement of the chain its date: one for all, or as many as there are. */
function distribute(
  { dates, facts }: Said,
  chain: readonly AgreementDraft[],
  updated: Map<AgreementDraft, AgreementDraft>,
): void {
  const [first] = chain;
  if (!first) return;
  const total = chain.reduce((sum, draft) => sum + draft.facts.length, 0);
  let next = 0;
  for (const draft of dates.length > 1 && dates.length === total ? chain : [first]) {
    const current = updated.get(draft) ?? draft;
    const own = current.facts.map((fact) => {
      const date = dates.length > 1 ? (dates.length === total ? dates[next] : undefined) : dates[0];
      next += 1;
      const signed = fact.signed ?? date;
      return { ...facts, ...fact, ...(signed === undefined ? {} : { signed }) };
    });
    updated.set(draft, { ...current, facts: own });
  }
}

/** 五国D签署的A和D签署的A: the parties of the first are those of the second. */
function inherit(
  draft: AgreementDraft,
  previous: AgreementDraft | null,
  applies: boolean,
  updated: Map<AgreementDraft, AgreementDraft>,
): void {
  const current = updated.get(draft);
  const parties = previous?.facts[0]?.parties;
  if (!applies || !current || !parties || current.facts.some((fact) => fact.parties)) return;
  if (!current.facts.every((fact) => fact.signed !== undefined) || previous?.facts[0]?.title?.includes('〈'))
    return;
  if (!INHERITS.test(previous?.facts[0]?.title ?? '')) return;
  updated.set(draft, { ...current, facts: current.facts.map((fact) => ({ ...fact, parties })) });
}

/** Parties that stood outside the title go on; those in a title are its own. */
const INHERITS = /^关于/u;
