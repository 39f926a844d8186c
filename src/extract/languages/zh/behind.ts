/** What stands behind an agreement and says something of it: A继续有效, 对A表示欢迎, 将A予以延长. */
import { CHANGES } from '../../../../graph/vocabulary.ts';
import type { Draft } from '../../draft.ts';
import { CHANGED } from './said-changed.ts';
import { KEPT } from './said-kept.ts';
import type { Skeleton } from './skeleton.ts';
import type { Verb } from './verbs.ts';

/** A概不得解释为有所更改或废止 */
const NOT_DONE =
  /不(?:得|应|能|可|会|再)?被?(?:解释|理解|视|影响|妨碍)|[并亦均]不[^。；，]{0,6}$|，本[条款项章]/u;
const RIGHT_UNITS = 60;
export const AHEAD_UNITS = 40;

/** …A（1968年）、A和A */
const NAMED_WITH_IT =
  /^(?:”?（[^（）]{0,24}）)?(?:(?:(?:和|及|与|以及|连同|、)[^，。；A]{0,40}|，(?:[DdS][^，。；A]{0,20})?)?A(?:”?（[^（）]{0,24}）)?)*/u;

export function readRight(skeleton: Skeleton<Draft>, position: number): Verb | null {
  // Over those named in one breath with it, up to the next that is not.
  const rest = skeleton.after(position, RIGHT_UNITS * 2).replace(NAMED_WITH_IT, '');
  const next = rest.indexOf('A');
  const text = rest.slice(0, next < 0 ? RIGHT_UNITS : Math.min(next + 1, RIGHT_UNITS));
  return saidBehind(text, skeleton.before(position, AHEAD_UNITS));
}

/** Tried in order; the first that is found counts. */
const RIGHT = [...CHANGED, ...KEPT];

/** @param before what stands before the agreement */
export function saidBehind(text: string, before: string): Verb | null {
  if (text === '') return null;
  for (const [verb, pattern, ahead] of RIGHT) {
    if (ahead && !ahead.test(before)) continue;
    const match = pattern.exec(text);
    if (match && !(CHANGES.has(verb.type) && NOT_DONE.test(match[0]))) return verb;
  }
  return null;
}
