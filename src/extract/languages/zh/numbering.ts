/** The drafts of a text in order, with the script of the text restored and indexes for those that refer to others. */
import type { Span } from '../../../records.ts';
import type { View } from '../../../text/view.ts';
import type { AgreementDraft, Anaphor, Cue, Draft, InstrumentDraft, Reading } from '../../draft.ts';
import type { Page } from './page.ts';
import type { findProvisions } from './provisions.ts';

type Parts = {
  final: readonly AgreementDraft[];
  /** What sentences say more of, by the draft as it was found: cues speak of those. */
  updated: ReadonlyMap<AgreementDraft, AgreementDraft>;
  others: readonly Draft[];
  provisions: ReturnType<typeof findProvisions>;
  cues: readonly Readonly<{ draft: AgreementDraft; cue: Omit<Cue, 'draft'> }>[];
  instrument: InstrumentDraft | null;
};

/** Sorts the drafts, restores the script of their titles, and turns what points at drafts into indexes. */
export function number(view: View, page: Page, parts: Parts): Reading {
  const sources: (Draft | Parts['provisions'][number])[] = [
    ...parts.final,
    ...parts.others,
    ...parts.provisions,
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const { indexOf, indexAt } = indexesOf(parts, sources);
  const drafts = sources.map((draft): Draft => {
    if (draft.type === 'provision') {
      const label = view.restore(draft.start, draft.end);
      return { ...draft, label, of: typeof draft.of === 'number' ? draft.of : (indexOf.get(draft.of) ?? 0) };
    }
    if (draft.type !== 'agreement') return restoreNames(view, draft);
    const facts = restoreFacts(view, draft);
    const anaphor = draft.anaphor && restoreNoun(view, draft, draft.anaphor);
    if (draft.aliasOf !== undefined) {
      const { aliasOf: start, ...rest } = draft;
      const aliasOf = indexAt.get(start);
      return {
        ...rest,
        facts,
        ...(anaphor ? { anaphor } : {}),
        ...(aliasOf === undefined ? {} : { aliasOf }),
      };
    }
    if (facts === draft.facts && anaphor === draft.anaphor) return draft;
    return { ...draft, facts, ...(anaphor ? { anaphor } : {}) };
  });
  const cues = parts.cues.map(({ draft, cue }) => ({
    ...cue,
    draft: indexOf.get(parts.updated.get(draft) ?? draft) ?? 0,
  }));
  return { drafts: withPlans(drafts, cues), cues, instrument: parts.instrument, sentences: page.sentences };
}

/** The indexes of those drafts that others refer to: few of many, so that no more are counted. */
function indexesOf(
  { cues, updated, provisions, final }: Parts,
  sources: readonly unknown[],
): { indexOf: ReadonlyMap<unknown, number>; indexAt: ReadonlyMap<number, number> } {
  const starts = new Set(final.flatMap(({ aliasOf }) => aliasOf ?? []));
  const named = starts.size === 0 ? [] : final.filter(({ start }) => starts.has(start));
  const asked = new Set<unknown>([
    ...cues.map(({ draft }) => updated.get(draft) ?? draft),
    ...provisions.map(({ of }) => of),
    ...named,
  ]);
  const indexOf = new Map<unknown, number>();
  sources.forEach((draft, index) => {
    if (asked.has(draft)) indexOf.set(draft, index);
  });
  return { indexOf, indexAt: new Map(named.map((draft) => [draft.start, indexOf.get(draft) ?? 0])) };
}

function restoreFacts(view: View, draft: AgreementDraft): AgreementDraft['facts'] {
  return draft.facts.length === 0
    ? draft.facts
    : draft.facts.map((fact) =>
        fact.title === undefined ? fact : { ...fact, title: restoreTitle(view, draft, fact.title) },
      );
}

function restoreNames(view: View, draft: Exclude<Draft, { type: 'agreement' | 'provision' }>): Draft {
  if (draft.type !== 'organization' || draft.keys.length > 0) return draft;
  return { ...draft, name: view.restore(draft.start, draft.end) };
}

function restoreTitle(view: View, { start, end }: Span, title: string): string {
  const at = view.text.slice(start, end).indexOf(title);
  return at < 0 ? title : view.restore(start + at, start + at + title.length);
}

/** What an anaphor is called, and its child, in the script of the text, as titles are. */
function restoreNoun(view: View, span: Span, anaphor: Anaphor): Anaphor {
  const { noun, child } = anaphor;
  if (noun === undefined && !child) return anaphor;
  return {
    ...anaphor,
    ...(noun === undefined ? {} : { noun: restoreTitle(view, span, noun) }),
    ...(child ? { child: { ...child, title: `%${restoreTitle(view, span, child.title.slice(1))}` } } : {}),
  };
}

/** What a cue plans is prospective, unless the text knows when it was signed. */
function withPlans(drafts: readonly Draft[], cues: readonly Cue[]): Draft[] {
  const planned = new Set(cues.filter(({ prospective }) => prospective).map(({ draft }) => draft));
  return drafts.map((draft, index) =>
    draft.type === 'agreement' && planned.has(index)
      ? {
          ...draft,
          facts: (draft.anaphor?.child && draft.facts.length === 0 ? [{}] : draft.facts).map((fact) =>
            fact.signed === undefined ? { ...fact, prospective: true } : fact,
          ),
          ...(draft.anaphor && !draft.adds ? { adds: { prospective: true } } : {}),
        }
      : draft,
  );
}
