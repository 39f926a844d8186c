/** Whether words of change change something here, or only speak of it. */
import { FLAG } from './lexicon.ts';
import { endsSentence } from './sentences.ts';
import { NUMBER, type Tokens } from './tokens.ts';

/** “Amendments to the Convention …” as a heading, “the following amendments” */
export function isHeadline(tokens: Tokens, at: number): boolean {
  const before = tokens.word(at - 1);
  return at === 0 || before === 'following' || (tokens.word(at - 2) === 'following' && before !== 'proposed');
}

/** “adopts, in accordance with article 16, the amendments to annex I of the Convention”, “decides to adopt …” */
export function isAdopted(tokens: Tokens, amendments: number): boolean {
  if (!/^(the|following|,|adopts|adopt)$/.test(tokens.word(amendments - 1))) return false;
  for (let i = amendments - 1; i > amendments - 60; i -= 1) {
    const word = tokens.word(i);
    if (word === '' || word === ';' || endsSentence(tokens, i)) return false;
    if (word === 'adopts' || word === 'approves') return true;
    if (word === 'adopt' || word === 'approve')
      return /^(hereby|decides)$/.test(tokens.word(i - 1) === 'to' ? tokens.word(i - 2) : tokens.word(i - 1));
  }
  return false;
}

/** “The Protocol of 4 June 1999 replaced the Convention”: what another agreement, that has a date, does. */
export function isSaidOfAnother(tokens: Tokens, verb: number): boolean {
  const finite =
    /(?:ed|(?<!(?:amend|adjust)ment)s)$/.test(tokens.word(verb)) ||
    /^(?:shall|will|would)$/.test(tokens.word(verb - 1));
  if (!finite) return false;
  let dated = false;
  for (let i = verb - 1; i > verb - 26; i -= 1) {
    if (/^[;:]$/.test(tokens.word(i)) || endsSentence(tokens, i) || tokens.is(i, FLAG.PLAIN)) return false;
    if (tokens.kind(i) === NUMBER) dated = true;
    if (tokens.is(i, FLAG.KIND))
      return (
        (dated || tokens.kind(i - 1) === NUMBER) &&
        !/^(?:this|present)$/.test(tokens.word(tokens.kind(i - 1) === NUMBER ? i - 2 : i - 1))
      );
  }
  return false;
}

/** “the Protocol of 1945 (…), amending the Agreement”: what another agreement does. */
export function isOfAnother(tokens: Tokens, verb: number): boolean {
  if (!/^[,)]$/.test(tokens.word(verb - 1)) || !tokens.word(verb).endsWith('ing')) return false;
  for (let i = verb - 2; i > verb - 22; i -= 1) {
    if (/^[;:]$/.test(tokens.word(i)) || endsSentence(tokens, i) || tokens.is(i, FLAG.FINITE)) return false;
    if (tokens.is(i, FLAG.KIND) && tokens.word(i + 1) !== '"')
      return !/^(this|present)$/.test(tokens.word(i - 1)) && tokens.word(i - 2) !== 'this';
  }
  return false;
}
