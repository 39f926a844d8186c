/** Where the subject of a title begins: “on …”, “concerning …”, “to the Convention …”. */
import { type Ground, holdsKind, skipNote, type Tail } from './ground.ts';
import type { KindNoun } from './kinds.ts';
import { FLAG } from './lexicon.ts';
import { CONNECTORS } from './subject-words.ts';
import { subjectEnd } from './subjects.ts';
import { GAP, NUMBER, type Tokens, WORD } from './tokens.ts';

const AFTER_ON: ReadonlySet<string> = new Set(
  'behalf grounds or which its their that a any or this these such each either both one condition'.split(' '),
);

const AFTER_ON_THE: ReadonlySet<string> = new Set(
  'date expiry same basis part ground grounds reasons day other one following condition understanding conditions request'.split(
    ' ',
  ),
);

const AFTER_ON_A: ReadonlySet<string> = new Set(
  'basis case regular reciprocal voluntary provisional par matter subject date day bilateral non-discriminatory mutual scale'.split(
    ' ',
  ),
);

const AFTER_FOR: ReadonlySet<string> = new Set(
  'each any that it such a this those all them which its an one such ratification signature accession acceptance approval example purposes'.split(
    ' ',
  ),
);

const AFTER_FOR_THE: ReadonlySet<string> = new Set(
  'reason reasons period purpose purposes time duration first second year years party parties contracting state states government governments said same above entry remaining other rest current'.split(
    ' ',
  ),
);

/** What treaties are called by: “Treaty of friendship”, “Convention of establishment”. */
const OF_SUBJECTS: ReadonlySet<string> = new Set(
  `association amity friendship peace commerce navigation establishment extradition neutrality alliance arbitration conciliation
  cession delimitation guarantee non-aggression nonaggression neighbourliness`.split(/\s+/),
);

const ALWAYS: ReadonlySet<string> = new Set(
  `concerning regarding relating respecting relative establishing creating amending supplementing supplementary additional modifying
  extending providing prohibiting instituting implementing constituting revising replacing terminating renewing prolonging approving
  placing banning pertaining abolishing defining determining effected regulating`.split(/\s+/),
);

/** Whether a subject begins at a token. */
function beginsTopic(ground: Ground, head: number, noun: KindNoun, at: number, bold: boolean): boolean {
  const { tokens, dates, names } = ground;
  const word = tokens.word(at);
  const next = tokens.word(at + 1);
  const isAct = noun.weight === 'weak' && (noun.kind === 'resolution' || noun.kind === 'other');
  // “Code of Conduct for Responsible Fisheries”; that for arbitrators is of the text’s own rules.
  if (isAct && word === 'for')
    return tokens.word(head) === 'code' && !/^(?:arbitra|panel|member|mediat)/.test(next);
  if (ALWAYS.has(word))
    return (
      (next !== ',' &&
        !(
          word === 'additional' ||
          word === 'relative' ||
          word === 'pertaining' ||
          word === 'supplementary'
        )) ||
      next === 'to'
    );
  // “Agreement on a Common Secretariat”
  if (word === 'on' && (next === 'a' || next === 'an'))
    return bold && (tokens.cased ? tokens.isCapital(at + 2) : !AFTER_ON_A.has(tokens.word(at + 2)));
  if (word === 'on')
    return (
      !dates.has(at + 1) &&
      !AFTER_ON.has(next) &&
      !(next === 'the' && (AFTER_ON_THE.has(tokens.word(at + 2)) || dates.has(at + 2)))
    );
  if (word === 'against') return bold;
  if (word === 'for')
    return (
      !AFTER_FOR.has(next) &&
      !dates.has(at + 1) &&
      !(next === 'the' && AFTER_FOR_THE.has(tokens.word(at + 2)))
    );
  if (word === 'to') return beginsTo(ground, noun, at, bold);
  if (word === 'of') {
    if (dates.has(at + 1)) return false;
    const from = next === 'the' ? at + 2 : at + 1;
    const name = names.get(from);
    if (noun.kind === 'agreement' && !bold) return false;
    if (name && (name.organizations.length > 0 || name.places.length > 0)) return true;
    if (tokens.word(head) === 'constitution') return (ground.names.get(from)?.states.length ?? 0) === 0;
    if (noun.kind === 'charter' || noun.kind === 'statute' || noun.kind === 'final-act') return true;
    if (noun.weight === 'strong' && OF_SUBJECTS.has(next)) return true;
    return bold && tokens.cased ? tokens.isCapital(from) : holdsKind(ground, at + 1, 8);
  }
  // “in the field of”, “in the fisheries sector”
  if (word === 'in' && next !== 'the') return bold && isInRegard(tokens, at);
  if (word === 'in')
    return (
      bold &&
      (/^(field|matter)$/.test(tokens.word(at + 2)) || /^(field|sector|sphere)$/.test(tokens.word(at + 3)))
    );
  if (word === 'with')
    return (
      bold &&
      tokens.cased &&
      (next === 'respect' || next === 'regard' || (names.get(at + 1)?.states.length ?? 0) > 0)
    );
  if (word === 'setting' || word === 'laying') return true;
  if (word === 'under') return false;
  return tokens.is(at, FLAG.TOPIC) && bold && word.endsWith('ing');
}

/** “Agreement between … in regard to Rivers”, not “in respect of Article 3” */
function isInRegard(tokens: Tokens, at: number): boolean {
  if (!/^(?:regard|respect|relation)$/.test(tokens.word(at + 1))) return false;
  if (tokens.word(at + 2) !== 'to' && tokens.word(at + 2) !== 'of') return false;
  const noun = tokens.word(at + 3) === 'the' ? at + 4 : at + 3;
  return (
    tokens.cased && tokens.isCapital(noun) && !tokens.is(noun, FLAG.PROVISION | FLAG.NAME_FOUND | FLAG.PLAIN)
  );
}

/** “Protocol to the Convention”, “Agreement to promote compliance”; not “submit the Protocol to the Council”. */
function beginsTo(ground: Ground, noun: KindNoun, at: number, bold: boolean): boolean {
  const { tokens } = ground;
  const next = tokens.word(at + 1);
  const made =
    noun.kind === 'protocol' ||
    noun.kind === 'other' ||
    noun.kind === 'declaration' ||
    noun.kind === 'resolution';
  // “Protocol to the Introduction of Amendments to the Agreement”
  if (made && next === 'the' && tokens.word(at + 2) === 'introduction') return true;
  if (next === 'the' || next === 'that') return (made || bold) && holdsKind(ground, at + 2, 9);
  if (next === 'this' || next === 'it') return false;
  return TITLE_VERBS.has(next) || (made && holdsKind(ground, at + 1, 7));
}

/** Infinitives that titles have: “Agreement to promote compliance”. */
const TITLE_VERBS: ReadonlySet<string> = new Set(
  `amend modify supplement extend prolong abate promote prevent prohibit eliminate regulate suppress facilitate combat control limit
  protect provide establish revise renew reduce ban restrict implement replace terminate safeguard preserve outlaw coordinate
  strengthen ensure secure`.split(/\s+/),
);

export function readTopic(
  ground: Ground,
  head: number,
  noun: KindNoun,
  tail: Tail,
  stop: number,
  bold: boolean,
): void {
  const { tokens, names } = ground;
  const at = skipNote(tokens, tail.end);
  const word = tokens.word(at);
  // “the Interim Convention of February 9, 1957, on Conservation of …”
  const comma =
    word === ',' &&
    (tail.dated || tail.between) &&
    /^(on|concerning|regarding|relating|respecting)$/.test(tokens.word(at + 1))
      ? 1
      : 0;
  if (!tokens.is(at + comma, FLAG.TOPIC | FLAG.FUNCTION)) return;
  // “Treaty of Rome”
  if (word === 'of' && !tail.between) {
    // “Convention of the Hague”
    const name = names.get(tokens.word(at + 2) === 'hague' ? at + 2 : at + 1);
    if (name && name.places.length > 0 && name.states.length === 0 && name.agreements.length === 0) {
      tail.end = name.to;
      tail.named = true;
      return;
    }
  }
  const place = word === 'of' && !tail.between ? unlistedPlace(ground, at + 1) : at;
  if (place > at + 1) {
    tail.end = place;
    tail.named = true;
    return;
  }
  if (!beginsTopic(ground, head, noun, at + comma, bold || tail.between !== null)) return;
  const end = subjectEnd(ground, head, at + comma + 1, stop);
  if (
    end <= at + comma + 1 ||
    goesOnOverAny(tokens, end) ||
    (!tokens.cased && !OF_SUBJECTS.has(tokens.word(at + 1)) && isThin(ground, at, end))
  )
    return;
  tail.topic = { from: at + comma, to: end };
  tail.end = end;
}

/** “convention of saint-germain of 10 september 1919”: words that no list has, before a date; the token after them. */
function unlistedPlace({ tokens, dates }: Ground, from: number): number {
  let to = from;
  while (to < from + 7 && ((tokens.id(to) === 0 && tokens.kind(to) === WORD) || isHyphen(tokens, to)))
    to += 1;
  if (to === from || tokens.kind(to - 1) !== WORD || tokens.word(to) !== 'of') return from;
  const date = dates.get(to + 1) ?? (tokens.word(to + 1) === 'the' ? dates.get(to + 2) : undefined);
  return date?.edtf.length === 10 ? to : from;
}

function isHyphen(tokens: Tokens, at: number): boolean {
  return tokens.word(at) === '-' && tokens.gap(at) === GAP.none && tokens.gap(at + 1) === GAP.none;
}

/** “a breach of the Convention for fishermen of either Party”: what goes on so is no title. */
function goesOnOverAny(tokens: Tokens, end: number): boolean {
  return (
    tokens.word(end) === 'of' && /^(?:any|each|either|every|such|those|these)$/.test(tokens.word(end + 1))
  );
}

/** “the provisions of the convention relating to withdrawal”: in small letters one word is no title's subject. */
function isThin({ tokens, names, kinds }: Ground, from: number, to: number): boolean {
  if (tokens.word(from) === 'on') return false;
  let words = 0;
  for (let i = from + 1; i < to; i += 1) {
    // “relating to the 1973 convention”
    if (names.has(i) || (kinds.has(i) && tokens.kind(i - 1) === NUMBER)) return false;
    if (tokens.kind(i) === WORD && !CONNECTORS.has(tokens.word(i))) words += 1;
  }
  return words < 2;
}
