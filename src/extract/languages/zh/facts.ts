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

const SIGNED =
  '(?:[签缔]?订于P|签署|签订|签定|发表|缔结|订立|议定|签字|达成|通过|发布|换文|互换|公布|宣布|所[签订缔立])';
const BETWEEN = '[、，和及与]{0,2}';
const OF = '[的之]';
const BY = '[SO两三四五六国政府首脑元主席总统理和与同及暨、间之人共]{0,24}';
/** 分别于D、D和D在P签署的…A: the dates are group 1. */
const SIGNED_ON = new RegExp(
  `((?:[Dd]${BETWEEN})+)(?:[在于]P${BETWEEN})?(?:[^，。；：ADd]{0,16}?)${SIGNED}(?:[、，并](?:[^，。；A]{0,16}|经[^，。；A]{0,12}A?[^，。；A]{0,8}))?${OF}(?:关于[^，。；AD]{1,30}${OF})?P?${BY}$`,
  'u',
);
/** D同O签署A, D发表A, D，两国领导人签署A */
const SIGNED_THEN = new RegExp(`([Dd])，?(?:[在于]P)?[^，。；：ADd]{0,30}?${SIGNED}了?$`, 'u');
/** D的A, D A, D和D的A: the dates right before. */
const RIGHT_BEFORE = new RegExp(`((?:[Dd]${BETWEEN})*[Dd])P?${OF}?${BY}$`, 'u');
/** D题为A的A, D题为“…”的A */
const HEADED = /([Dd])(?:通过的)?题为(?:A|[“‘][^”’A]{1,40}[”’])的$/u;
const IN_BRACKETS = /^”?（(?:A，)?[^（）A]{0,8}([D])/u;
const IN_FORCE = /([Dd])(?:起)?(?:正式)?生效[的之][SO两三国政府和与同及、]{0,24}$/u;
/** A于D在P签署, A已于D生效: said behind it. */
const BEHIND = new RegExp(
  `^”?(?:已|业已|业经)?[于在]([Dd])(?:[在于]P)?[^，。；ADd]{0,8}?(${SIGNED}|生效)`,
  'u',
);
const SIGNED_AT = new RegExp(`[在于]P[^，。；AD]{0,6}${SIGNED}${OF}${BY}$`, 'u');
/** S、S和S五国D在P签署的 */
const SIGNED_BETWEEN = new RegExp(
  `((?:S[、和与同及]?){1,7})[两三四五六七]?国?(?:政府)?(?:于|在)?[Dd]?(?:[在于]P)?(?:D)?${SIGNED}${OF}$`,
  'u',
);
const JOINT =
  /^[A-Z（）第条款项章附件〇零一二三四五六七八九十百\d”]{0,14}(?:和|及|与|以及|、|，以及)[^，。；A]{0,60}$/u;
const PLAIN_JOINT = /^(?:和|及|与|以及|、)$/u;
const WINDOW = 110;
const BEHIND_UNITS = 24;

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
    } else if (draft.anaphor?.child && draft.facts.length === 0) {
      const [signed, more] = readAround(skeleton, position).dates;
      if (signed !== undefined && more === undefined) updated.set(draft, { ...current, facts: [{ signed }] });
    } else if (pointsBack(draft)) {
      const { signed } = readBehind(skeleton, position);
      if (signed !== undefined) updated.set(draft, { ...current, adds: { signed } });
    }
    last = { draft, position };
  });
  return updated;
}

function isNamed(draft: AgreementDraft): boolean {
  return draft.facts.length > 0 && draft.aliasOf === undefined && draft.alias === undefined;
}

function pointsBack({ anaphor }: AgreementDraft): boolean {
  return anaphor?.count === 1 && anaphor.reach !== 'own' && anaphor.child === undefined;
}

function withJoint(draft: AgreementDraft, joined: boolean): AgreementDraft {
  return joined ? { ...draft, joined: true } : draft;
}

type Said = {
  dates: readonly string[];
  /** Of several dates right before it, the one next to it. */
  nearest?: string;
  /** D签署的A和A: one date for all that follow in one breath. */
  ofAll: boolean;
  facts: AgreementFacts;
  parties: boolean;
};

function readAround(skeleton: Skeleton<Draft>, position: number): Said {
  const before = skeleton.before(position, WINDOW);
  const base = position - before.length;
  const dates = (match: RegExpExecArray | null, group = 1) =>
    match === null
      ? []
      : skeleton
          .itemsBetween(base + match.index, base + match.index + (match[group] ?? '').length, 'Dd')
          .map(({ value }) => (value as DateDraft).edtf);
  const made = SIGNED_ON.exec(before) ?? SIGNED_THEN.exec(before);
  const beside = made === null ? dates(RIGHT_BEFORE.exec(before) ?? HEADED.exec(before)) : [];
  const nearest = beside[beside.length - 1];
  const ofAll = made !== null && /[的之][^的之]*$/u.test(made[0]);
  const behind = readBehind(skeleton, position);
  const after = IN_BRACKETS.exec(skeleton.after(position, 14));
  const bracket = after
    ? skeleton
        .itemsBetween(position + 1, position + 1 + after[0].length, 'D')
        .map(({ value }) => (value as DateDraft).edtf)
    : [];
  const found = [...dates(made), ...beside].filter((date) => !date.includes('/'));
  const inForce = dates(IN_FORCE.exec(before))[0] ?? behind.in_force;
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
          : bracket.length > 0
            ? bracket
            : behind.signed === undefined
              ? []
              : [behind.signed],
    ...(nearest === undefined || nearest.includes('/') ? {} : { nearest }),
    ofAll,
    facts: {
      ...(inForce === undefined ? {} : { in_force: inForce }),
      ...(place ? { place: place.name } : {}),
      ...(parties.length > 1 ? { parties } : {}),
    },
    parties: parties.length > 1,
  };
}

/** A于D签署, A已于D生效. */
function readBehind(
  skeleton: Skeleton<Draft>,
  position: number,
): Readonly<Pick<AgreementFacts, 'signed' | 'in_force'>> {
  const match = BEHIND.exec(skeleton.after(position, BEHIND_UNITS));
  if (!match) return {};
  const [date] = skeleton.itemsBetween(position + 1, position + 1 + match[0].length, 'Dd');
  const edtf = date && (date.value as DateDraft).edtf;
  if (edtf === undefined || edtf.includes('/')) return {};
  return match[2] === '生效' ? { in_force: edtf } : { signed: edtf };
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
  { dates, nearest, ofAll, facts }: Said,
  chain: readonly AgreementDraft[],
  updated: Map<AgreementDraft, AgreementDraft>,
): void {
  const [first] = chain;
  if (!first) return;
  const total = chain.reduce((sum, draft) => sum + draft.facts.length, 0);
  let next = 0;
  const isShared = ofAll && dates.length === 1;
  for (const draft of isShared || (dates.length > 1 && dates.length === total) ? chain : [first]) {
    const current = updated.get(draft) ?? draft;
    const own = current.facts.map((fact) => {
      const date = dates.length > 1 ? (dates.length === total ? dates[next] : nearest) : dates[0];
      next += 1;
      const isNamesake = draft !== first && isShared && fact.keys !== undefined;
      const signed = fact.signed ?? (isNamesake ? undefined : date);
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
