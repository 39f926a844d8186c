/** Runs of blanks as one space. */

/** More than single spaces. */
const UNTIDY = /[^\S ]| {2}/;

/** The text with one space for each run of blanks; most have no other. */
export function singleSpaced(text: string): string {
  return UNTIDY.test(text) ? text.replace(/\s+/g, ' ') : text;
}
