/** The parties that a preamble names. */
import { FLAG } from './flags.ts';
import { type Ground, governmentAt, isOfStates } from './ground.ts';
import { MARK } from './tokens.ts';

/** The states that a preamble begins with: “The Kingdom of Denmark, the Kingdom of the Netherlands … have”. */
export function partiesAfter(ground: Ground, from: number): string[] | undefined {
  const { tokens, names, dates } = ground;
  const parties: string[] = [];
  let last = from;
  for (let i = from; i < from + 420; i += 1) {
    const name = names.get(i);
    if (name && (name.states.length > 0 || (name.organizations.length > 0 && parties.length > 0))) {
      const key = name.states[0] ?? (isOfStates(tokens, name.to) ? undefined : name.organizations[0]);
      if (key !== undefined && !parties.includes(key)) parties.push(key);
      i = name.to - 1;
      last = name.to;
      continue;
    }
    const government = governmentAt(ground, i);
    if (government !== undefined) {
      if (!parties.includes(government)) parties.push(government);
      last = i;
      continue;
    }
    // “(stockholm, 21 may 2003)”: no verb
    const date = dates.get(i);
    if (date) {
      i = date.to - 1;
      continue;
    }
    const word = tokens.word(i);
    if (
      tokens.is(i, FLAG.RECITAL) ||
      word === 'have' ||
      word === 'being' ||
      word === 'agree' ||
      word === 'agreed'
    )
      break;
    if (
      tokens.is(i, FLAG.PARTY) ||
      (tokens.kind(i) === MARK && word !== ':' && word !== '.') ||
      word === 'hereinafter' ||
      word === 'preamble'
    )
      continue;
    if (word === 'article' || (tokens.is(i, FLAG.FINITE) && parties.length === 0)) return undefined;
    if (i - last > (parties.length === 0 ? 60 : 30)) break;
  }
  return parties.length > 1 ? parties : undefined;
}

/** How far below the heading a preamble may end, and the tokens between two names of its list. */
const PREAMBLE = 1500;
const BETWEEN = 12;

/** “Pursuant to the Convention, the Republic of Kiribati, the Republic of Nauru and Tuvalu, have agreed”: the list that the agreeing follows. */
export function partiesBefore({ tokens, names }: Ground, from: number): string[] | undefined {
  for (let i = from; i < from + PREAMBLE; i += 1) {
    if (tokens.word(i) !== 'have' || !/^(agreed|resolved|decided)$/.test(tokens.word(i + 1))) continue;
    const parties: string[] = [];
    let last = i;
    for (let k = i - 1; k > from && last - k < BETWEEN; k -= 1) {
      const name = names.get(k);
      if (name) {
        const [state] = name.states;
        if (state === undefined) break;
        if (!parties.includes(state)) parties.unshift(state);
        last = k;
      } else if (tokens.is(k, FLAG.FINITE | FLAG.RECITAL) || /^[.;]$/.test(tokens.word(k))) break;
    }
    return parties.length > 2 ? parties : undefined;
  }
  return undefined;
}
