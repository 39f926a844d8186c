/** Which provisions may be of another agreement than the text itself, told by a glance at what follows them. */
import { FLAG } from './flags.ts';
import type { Found } from './found.ts';
import type { Mention } from './mentions.ts';
import type { Tokens } from './tokens.ts';

const MARKS: ReadonlySet<string> = new Set(['.', ',', '(', ')', ':', '-']);
/** What a chain of provisions may hold besides “under” and words of four letters or less. */
const ROMAN = /^[ivxl]+$/;
const LONGEST_ANY = 4;

/**
 * Most provisions are headings of the text's own (“Article 5⏎Scope”): a glance at the words up to the first that no
 * chain holds costs far less than reading the chain. What was glanced over once is not again.
 */
export class Chains {
  readonly #tokens: Tokens;
  readonly #mentions: Found<Mention>;
  /** The stretch that was looked over last, and whether a mention ends it. */
  #from = 0;
  #stop = 0;
  #leads = false;

  constructor(tokens: Tokens, mentions: Found<Mention>) {
    this.#tokens = tokens;
    this.#mentions = mentions;
  }

  /** Whether a chain that begins at a token may go on to another agreement, or to “thereof”. */
  mayLead(at: number): boolean {
    if (at < this.#from || at >= this.#stop) this.#look(at);
    return this.#leads;
  }

  #look(at: number): void {
    let i = at + 1;
    while (i < this.#tokens.length && !this.#isMention(i) && this.#isInChain(i)) i += 1;
    this.#from = at;
    this.#stop = i;
    this.#leads = this.#isMention(i) || this.#tokens.word(i).startsWith('there');
  }

  #isMention(at: number): boolean {
    const mention = this.#mentions.get(at);
    return mention !== undefined && !isOwn(mention);
  }

  #isInChain(at: number): boolean {
    const tokens = this.#tokens;
    if (tokens.is(at, FLAG.NUMBER | FLAG.PROVISION | FLAG.ORDINAL)) return true;
    if (tokens.is(at, FLAG.MARK)) return MARKS.has(tokens.word(at));
    if (tokens.end(at) - tokens.start(at) <= LONGEST_ANY) return true;
    const word = tokens.word(at);
    return word === 'under' || (tokens.flags(at) === 0 && ROMAN.test(word));
  }
}

export function isOwn(mention: Mention): boolean {
  return mention.own === true || mention.anaphor?.reach === 'own';
}
