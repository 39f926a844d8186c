/** Exchanges of notes: whether a text is one, between whom, and of which day. */
import { FLAG } from './flags.ts';
import type { Ground } from './ground.ts';
import type { Heading } from './headings.ts';
import type { Tokens } from './tokens.ts';

/** Characters that notes are no longer than. */
const NOTES = 60_000;

/** “I have the honour to propose that this letter and your reply be regarded as constituting an agreement” */
function isNote({ tokens }: Ground): boolean {
  return hasHonour(tokens) && /\bconstitut(?:e|ing) an\s+agreement\b/i.test(tokens.text.slice(0, NOTES));
}

/** “I have the honour” */
function hasHonour(tokens: Tokens): boolean {
  for (let i = tokens.next(0, FLAG.FINITE); tokens.start(i) < NOTES; i = tokens.next(i + 1, FLAG.FINITE)) {
    if (i >= tokens.length) return false;
    if (tokens.end(i - 1) - tokens.start(i - 1) !== 1 || tokens.word(i - 1) !== 'i') continue;
    if (tokens.word(i) !== 'have' || tokens.word(i + 1) !== 'the') continue;
    const noun = tokens.word(i + 2);
    if (noun === 'honour' || noun === 'honor') return true;
  }
  return false;
}

/** Whether a text is an exchange of notes, by its heading or by what it says. */
export function isExchange(ground: Ground, heading: Heading | null): boolean {
  return heading?.noun.kind === 'exchange-of-notes' || isNote(ground);
}

/** Tokens of a note in which those that exchange it are named. */
const NOTE = 400;

/** The two states that the first of two notes names, where it names no third. */
export function partiesOfNotes({ tokens, names }: Ground, from: number): string[] | undefined {
  const states: string[] = [];
  for (let i = from; i < Math.min(tokens.length, from + NOTE); i += 1)
    for (const state of names.get(i)?.states ?? []) if (!states.includes(state)) states.push(state);
  return states.length === 2 ? states : undefined;
}

/** Tokens from a note's date to whom it greets. */
const ADDRESS = 16;

/** “Washington, May 29, 1975 Excellency: I have the honour”: the day of the last note, which closes the agreement. */
export function dayOfNotes({ tokens, dates }: Ground): { at: number; date: string } | undefined {
  let last: { at: number; date: string } | undefined;
  for (const { from, to, edtf } of dates.values())
    if (
      edtf.length === 10 &&
      !/^(of|dated|on|from|effective|force|and|until|through|to|by|before|after|till)$/.test(
        tokens.word(from - 1),
      ) &&
      greets(tokens, to)
    )
      last = { at: from, date: edtf };
  return last;
}

function greets(tokens: Tokens, from: number): boolean {
  for (let i = from; i < from + ADDRESS; i += 1) {
    if (/^(excellency|sir|madam|monsieur|gentlemen|dear)$/.test(tokens.word(i))) return true;
    if (tokens.word(i) === 'i' && tokens.word(i + 1) === 'have') return true;
    if (tokens.is(i, FLAG.FINITE | FLAG.KIND)) return false;
  }
  return false;
}
