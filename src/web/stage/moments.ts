/** Moments that a drawing notes in the browser's own list, for whoever measures it. */

/** @param name `stemma:drawn`: marks are there; `stemma:points`, `stemma:lines`: those of a whole graph are */
export function noteOnce(name: 'stemma:drawn' | 'stemma:points' | 'stemma:lines'): void {
  if (performance.getEntriesByName(name).length === 0) performance.mark(name);
}
