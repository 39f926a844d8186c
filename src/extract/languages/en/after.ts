/** What is said of an agreement behind its name: “… shall cease to have effect”, “… is hereby terminated”. */
import type { RelationType } from '../../../../graph/vocabulary.ts';
import type { CueHit } from './cues.ts';
import { FLAG } from './lexicon.ts';
import { MARK, type Tokens } from './tokens.ts';

/** Participles after “is”, “shall be”: what is done, how sure that is, and the rule's name. */
const DONE: ReadonlyMap<string, readonly [RelationType, number, string]> = new Map(
  Object.entries({
    repealed: ['terminates', 0.85, 'terminated'],
    terminated: ['terminates', 0.85, 'terminated'],
    abrogated: ['terminates', 0.85, 'terminated'],
    annulled: ['terminates', 0.85, 'terminated'],
    cancelled: ['terminates', 0.85, 'terminated'],
    rescinded: ['terminates', 0.85, 'terminated'],
    revoked: ['terminates', 0.85, 'terminated'],
    suspended: ['terminates', 0.6, 'suspended'],
    amended: ['amends', 0.85, 'amended'],
    modified: ['amends', 0.85, 'amended'],
    revised: ['amends', 0.85, 'amended'],
    deleted: ['amends', 0.85, 'deleted'],
    replaced: ['supersedes', 0.85, 'replaced'],
    superseded: ['supersedes', 0.85, 'replaced'],
    extended: ['extends', 0.8, 'extended'],
    prolonged: ['extends', 0.8, 'extended'],
    renewed: ['extends', 0.8, 'extended'],
    supplemented: ['supplements', 0.85, 'supplemented'],
    reaffirmed: ['reaffirms', 0.8, 'reaffirmed'],
  }),
);
/** All words of which `saidAt` knows something to say. */
const SAYS: ReadonlySet<string> = new Set([
  ...DONE.keys(),
  ...'cease ceases terminate terminates lapse lapses expire expires longer void enter read worded wording force'.split(
    ' ',
  ),
]);

/** How far behind the mention the verb may stand, in tokens; farther where a list goes on. */
const REACH = 9;
const REACH_OF_LIST = 40;

/** “, as amended by the Protocol of 1964 and by that of 1982, is”: where the sentence goes on. */
function overAmended(tokens: Tokens, end: number): number {
  if (!tokens.isMark(end, ',') || tokens.word(end + 1) !== 'as' || tokens.word(end + 3) !== 'by') return end;
  for (let i = end + 4; i < end + REACH_OF_LIST && !tokens.isMark(i, ';'); i += 1)
    if (tokens.isMark(i, ',') && /^(?:is|are|shall|hereby)$/.test(tokens.word(i + 1))) return i + 1;
  return end;
}

/** What the words behind a mention that ends at a token say of it. */
export function readAfter(tokens: Tokens, end: number): CueHit | null {
  const to = overAmended(tokens, end);
  // “the Convention of 1922 and point 6 of the Final Protocol … are repealed”: said of both.
  const reach = tokens.word(to) === 'and' || tokens.word(to) === ',' ? REACH_OF_LIST : REACH;
  for (let i = to; i < to + reach; i += 1) {
    const word = tokens.word(i);
    if (tokens.kind(i) === MARK && word !== ',') return null;
    // “upon the entry into force of the Convention, the present Protocol shall cease”: said of the Protocol.
    if (tokens.is(i, FLAG.KIND) && i > to && tokens.word(to) !== 'and') return null;
    // “Amendments to the Convention⏎Article 11 shall be replaced”: said of the article.
    if (word === 'article' && /^\d|^[ivx]+$/.test(tokens.word(i + 1))) return null;
    if (tokens.is(i, FLAG.RELATIVE) || (tokens.is(i, FLAG.RECITAL) && i > to + 8)) return null;
    const said = saidAt(tokens, i, to);
    if (said) {
      const prospective = said[0] !== 'calls_for' && /^(?:should|would)$/.test(tokens.word(i - 2));
      return { type: said[0], prospective, rule: `en/${said[2]}`, confidence: said[1], at: i };
    }
  }
  return null;
}

/** What a token says of the mention that ends at `to`, where it is the verb. */
function saidAt(tokens: Tokens, i: number, to: number): readonly [RelationType, number, string] | null {
  const word = tokens.word(i);
  if (!SAYS.has(word)) return null;
  const next = tokens.word(i + 1);
  const done = DONE.get(word);
  if (done && isPassive(tokens, i, to)) return [done[0], done[1], `is-${done[2]}`];
  if ((word === 'cease' || word === 'ceases') && next === 'to' && tokens.word(i - 1) !== 'should')
    return ['terminates', 0.85, 'cease-to'];
  if (/^(?:terminate|terminates|lapse|lapses|expire|expires)$/.test(word) && isPlain(tokens, i, to))
    return ['terminates', 0.8, 'shall-end'];
  // “shall no longer be in force”
  if (word === 'longer' && tokens.word(i - 1) === 'no' && /^(?:be|have|apply)$/.test(next))
    return ['terminates', 0.8, 'no-longer'];
  // “is null and void”
  if (word === 'void' && tokens.word(i - 2) === 'null') return ['terminates', 0.8, 'no-longer'];
  // “would soon enter into force”
  if (
    word === 'enter' &&
    next === 'into' &&
    /^(?:would|should)$/.test(tokens.word(i - (tokens.word(i - 1) === 'soon' ? 2 : 1)))
  )
    return ['calls_for', 0.75, 'would-enter'];
  // “shall be read together with this Agreement”, “as one single instrument”
  if (word === 'read' && tokens.word(i - 1) === 'be' && isJoinedReading(tokens, i))
    return ['supplements', 0.75, 'read-together'];
  if (word === 'worded' && tokens.word(i - 1) === 'be') return ['amends', 0.85, 'is-read'];
  if (word === 'wording' && tokens.word(i - 1) === 'following') return ['amends', 0.85, 'is-read'];
  // “Article 5 of the Convention shall read as follows”
  if (word === 'read' && tokens.word(i - 1) === 'shall' && /^(?:as|:|thus)$/.test(next))
    return ['amends', 0.85, 'is-read'];
  // “shall remain in force until 31 December 2001”, “shall continue in force for one year”
  if (word === 'force' && tokens.word(i - 1) === 'in' && isGoingOn(tokens, i, to))
    return ['extends', 0.75, 'goes-on'];
  return null;
}

/** “is hereby amended”, “shall be replaced”; not “may be amended”, “is amended by”. */
function isPassive(tokens: Tokens, at: number, to: number): boolean {
  if (
    at <= to ||
    !/^(?:is|are|be|hereby|been|considered|deemed|as|remain|remains)$/.test(tokens.word(at - 1))
  )
    return false;
  if (tokens.word(at - 1) === 'as' && !/^(?:considered|regarded)$/.test(tokens.word(at - 2))) return false;
  if (/^(?:may|can|could|might|not|if|to)$/.test(tokens.word(at - 2))) return false;
  for (let i = at - 1; i > Math.max(to - 1, at - 5); i -= 1)
    if (/^(?:not|nor|neither|without|never)$/.test(tokens.word(i))) return false;
  const [type] = DONE.get(tokens.word(at)) ?? [];
  if (tokens.word(at + 1) !== 'by') return true;
  return type === 'amends'
    ? tokens.word(at - 2) === 'shall' || tokens.word(at) === 'deleted'
    : type !== 'supplements';
}

function isJoinedReading(tokens: Tokens, at: number): boolean {
  for (let i = at + 1; i < at + 6; i += 1) if (/^(?:together|single)$/.test(tokens.word(i))) return true;
  return false;
}

/** “shall terminate”, “terminates on”; not “may terminate”, “shall not expire”. */
function isPlain(tokens: Tokens, at: number, to: number): boolean {
  return at === to
    ? tokens.word(at).endsWith('s')
    : /^(?:shall|will|thereupon|hereby)$/.test(tokens.word(at - 1));
}

/** Whether something is to stay in force for a time that is given here. */
function isGoingOn(tokens: Tokens, force: number, to: number): boolean {
  if (!/^(?:until|for)$/.test(tokens.word(force + 1))) return false;
  for (let i = force - 2; i >= to; i -= 1) {
    if (/^(?:remain|remains|continue|continues)$/.test(tokens.word(i)))
      return /^(?:shall|will)$/.test(tokens.word(i - 1));
  }
  return false;
}

/** “In Article 3 of the Convention the words … shall be replaced”: how far the verb may stand. */
const REACH_OF_WORDS = 60;
const DONE_INSIDE: ReadonlySet<string> = new Set(
  'replaced deleted inserted added substituted amended'.split(' '),
);

/** What is done to words inside a part of the agreement; the part stands before the mention. */
export function readInside(tokens: Tokens, to: number): CueHit | null {
  for (let i = to; i < to + REACH_OF_WORDS; i += 1) {
    const word = tokens.word(i);
    if (word === '' || word === ';' || (word === '.' && tokens.isCapital(i + 1))) return null;
    if (DONE_INSIDE.has(word))
      return /^(?:is|are|be|hereby)$/.test(tokens.word(i - 1)) && !/^(?:may|not)$/.test(tokens.word(i - 2))
        ? { type: 'amends', prospective: false, rule: 'en/words-in-part', confidence: 0.85, at: i }
        : null;
    if (i > to + 3 && tokens.is(i, FLAG.KIND)) return null;
  }
  return null;
}
