/**
 * The form that goes with a number: Russian has three, French takes 0 for one.
 * @param tag of a language, as Intl names it
 */
export function pluralOf(
  tag: string,
  n: number,
  forms: Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>,
): string {
  return forms[new Intl.PluralRules(tag).select(n)] ?? forms.other;
}
