/** Whether relations that are given as sure are right: of those at 0.9 and above, nine in ten should be. */
import type { Extraction, Span } from '../../src/records.ts';

export type Gold = Readonly<{
  document: string;
  language: string;
  sha256: string;
  mentions: readonly (Span &
    Readonly<{ type: string; text: string; entities: readonly string[]; optional?: boolean }>)[];
  relations?: readonly Readonly<{ to: string; types: readonly string[] }>[];
  ignore?: readonly Span[];
}>;

const SURE = 0.9;

/** The share of sure relations that are right, with how many there are; nothing when there are none. */
export function calibrate(
  golds: readonly Gold[],
  extractions: readonly Extraction[],
): Readonly<Record<string, number>> {
  const verdicts = golds.flatMap((gold) => {
    const extraction = extractions.find(({ document }) => document.sha256 === gold.sha256);
    return extraction ? judge(gold, extraction) : [];
  });
  if (verdicts.length === 0) return {};
  const right = verdicts.filter((verdict) => verdict).length;
  return { 'sure relations accuracy': Math.round((right / verdicts.length) * 1000) / 1000 };
}

/** One verdict for each sure relation whose mentions the gold speaks of, or should. */
function judge(gold: Gold, extraction: Extraction): boolean[] {
  const mentions = new Map(extraction.mentions.map((mention) => [mention.id, mention]));
  const accepted = new Map((gold.relations ?? []).map(({ to, types }) => [to, types]));
  return extraction.relations
    .filter(({ confidence }) => confidence >= SURE)
    .flatMap(({ type, mentions: ids }) => {
      const spans = ids.map((id) => mentions.get(id)).filter((mention) => mention !== undefined);
      const shared = gold.mentions.filter(
        (one) => one.type === 'agreement' && spans.some((span) => overlap(one, span)),
      );
      const isLeftOut =
        shared.every(({ optional }) => optional === true) &&
        (shared.length > 0 || spans.some((span) => gold.ignore?.some((one) => overlap(one, span))));
      const types = shared.flatMap(({ entities }) => entities.map((id) => accepted.get(id)));
      // The gold knows of no relation to what is only mentioned: nothing to be right or wrong about.
      const isUnjudged = shared.length > 0 && types.every((list) => list === undefined);
      return isLeftOut || isUnjudged ? [] : [types.some((list) => list?.includes(type) === true)];
    });
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
