/** International bodies and places that no list names, told by the words that their names are made of. */

import type { Ground } from './ground.ts';
import { FLAG } from './lexicon.ts';
import type { NameHit } from './names.ts';
import { subjectEnd } from './subjects.ts';
import { GAP, MARK, type Tokens, WORD } from './tokens.ts';
import { written } from './written.ts';

export type BodyHit = Readonly<{ from: number; to: number; name: string }>;

/** A programme or a meeting is a body only as one of the United Nations. */
const ONLY_OF_UN: ReadonlySet<string> = new Set(['programme', 'fund', 'meeting', 'agencies']);
const INNER: ReadonlySet<string> = new Set('of for on and the in to'.split(' '));
/** With a capital too, these say what a body does, not which it is. */
const NO_NAME: ReadonlySet<string> = new Set(
  'appropriate competent national designated licensing issuing customs contracting responsible administering governmental requesting requested investigating the central-government local port main'.split(
    ' ',
  ),
);
/** Words before a body's noun that make no name of it. */
const NOT_NAMES: ReadonlySet<string> = new Set(
  `the a an any each every such said present this that its their other another competent national state contracting member designated
  appropriate relevant same new first second third public local responsible governing administrative judicial central-government
  all no one two both our his regular annual extraordinary special ordinary next last previous diplomatic subsequent plenary
  customs licensing issuing investigating port registration national central-bank domestic foreign requesting requested
  preparatory scientific technical advisory permanent consultative exporting importing certifying ad hoc governmental
  intergovernmental regional global international interested specialized specialised affiliated other non-governmental
  contracting-party open-ended standing private common police maritime fishing fisheries sub`.split(/\s+/),
);

/** A body whose noun stands at a token: “International Whaling Commission”, “Committee on Fisheries”. */
export function readBody(ground: Ground, head: number, free: number): BodyHit | null {
  const { tokens } = ground;
  if (ONLY_OF_UN.has(tokens.word(head)) && !ofUnitedNations(tokens, head)) return null;
  if (tokens.cased) return tokens.isCapital(head) ? capitalBody(ground, head, free) : null;
  return smallBody(ground, head, free);
}

function ofUnitedNations(tokens: Tokens, head: number): boolean {
  for (let i = head - 1; i > head - 6; i -= 1)
    if (
      tokens.word(i) === 'nations' ||
      (tokens.word(i) === 'world' && tokens.word(head) === 'programme') ||
      tokens.word(i) === 'monetary'
    )
      return true;
  return false;
}

function capitalBody(ground: Ground, head: number, free: number): BodyHit | null {
  const { tokens } = ground;
  let from = head;
  let own = 0;
  for (let i = head - 1; i >= Math.max(free, head - 9); i -= 1) {
    if (tokens.kind(i) !== WORD || tokens.gap(i + 1) >= GAP.paragraph) break;
    // “Distr.: General⏎General Assembly”
    if (tokens.word(i) === tokens.word(i + 1)) break;
    if (tokens.isCapital(i) && !tokens.is(i, FLAG.FUNCTION | FLAG.RECITAL)) {
      from = i;
      own += 1;
      continue;
    }
    const joins =
      INNER.has(tokens.word(i)) &&
      tokens.word(i) !== 'the' &&
      tokens.isCapital(i - 1) &&
      !tokens.is(i - 1, FLAG.FUNCTION | FLAG.BODY) &&
      tokens.word(i) === 'and' &&
      !/^(community|communities|union)$/.test(tokens.word(head));
    if (!joins) break;
  }
  const to = bodyEnd(ground, head);
  if (to > head + 1) own += 1;
  if (own === 1 && to === head + 1 && NO_NAME.has(tokens.word(from))) return null;
  if (own === 0 || isNational(tokens, from, to)) return null;
  if (tokens.isAllCapitals(head) && own < 2 && tokens.gap(from) >= GAP.line) return null;
  return { from, to, name: written(tokens, from, to) };
}

/** “… for the Conservation of Antarctic Marine Living Resources”: on over connectors to the last capital word. */
function bodyEnd(ground: Ground, head: number): number {
  const { tokens, dates } = ground;
  let end = head + 1;
  const first = tokens.word(end);
  if (first !== 'of' && first !== 'for' && first !== 'on') return end;
  for (let i = end; i < head + 16; i += 1) {
    if (dates.has(i) || tokens.gap(i) >= GAP.paragraph) break;
    if (tokens.kind(i) === MARK && tokens.word(i) !== "'" && tokens.word(i) !== '-') break;
    // “COMMITTEE ON THE RIGHTS OF THE CHILD⏎Ninth session”
    if (tokens.gap(i) >= GAP.line && tokens.isAllCapitals(head) && !tokens.isAllCapitals(i)) break;
    if (tokens.isCapital(i)) end = i + 1;
    else if (!INNER.has(tokens.word(i)) && tokens.word(i) !== 's') break;
    // “the Delegation of the Commission in Gabon”
    if (tokens.word(i) === 'in' && ground.names.get(i + 1)?.states.length) break;
    // “the Commission of the Convention”
    if (ground.kinds.has(i) || tokens.is(i, FLAG.PROVISION)) return head + 1;
    if (tokens.word(i) === 'and' && tokens.word(i + 1) === 'the') break;
  }
  return end;
}

/** In small letters: known words that such names are made of, before the noun; or a subject after it. */
function smallBody(ground: Ground, head: number, free: number): BodyHit | null {
  const { tokens } = ground;
  let from = head;
  let special = false;
  for (let i = head - 1; i >= Math.max(free, head - 6); i -= 1) {
    if (
      tokens.kind(i) !== WORD ||
      tokens.is(i, FLAG.FUNCTION | FLAG.FINITE | FLAG.RECITAL | FLAG.DONE | FLAG.PROVISION)
    )
      break;
    if (tokens.gap(i + 1) !== GAP.blank) break;
    from = i;
    if (!NOT_NAMES.has(tokens.word(i))) special = true;
  }
  const words = head - from;
  const first = tokens.word(from);
  const subject = subjectOf(ground, head);
  if (words === 0 || (!special && words < 2 && subject === 0)) return null;
  const known =
    (words > 1 &&
      tokens.word(from - 1) === 'the' &&
      SURE.has(tokens.word(head)) &&
      !NOT_NAMES.has(first) &&
      !tokens.is(from, FLAG.GENERIC | FLAG.PLAIN | FLAG.POINTER | FLAG.STYLE)) ||
    /^(international|european|inter-american|african|north|joint|mixed|world|general|united|economic|marine|executive|arab|central|asian|permanent|nordic|interstate|indian|pacific|atlantic|east|west|south|southern|northern)$/.test(
      first,
    );
  if (!known || isNational(tokens, from, head + 1)) return null;
  const to = Math.max(head + 1, subject);
  return { from, to, name: written(tokens, from, to) };
}

/** In small letters these are called by two words before them: “the chemical review committee”. */
const SURE: ReadonlySet<string> = new Set([
  'committee',
  'sub-committee',
  'subcommittee',
  'commission',
  'council',
  'organization',
  'organisation',
]);

/** Where “on fisheries” or “for the control of the red locust” after a body's noun ends; 0 where none follows. */
function subjectOf(ground: Ground, head: number): number {
  const { tokens } = ground;
  const at = head + 1;
  const after = tokens.word(at);
  const of = after === 'of' || (after === 'for' && tokens.word(at + 1) === 'the');
  if (
    after === 'of' &&
    (/^(community|union)$/.test(tokens.word(head)) || tokens.word(at + 1).endsWith('ing'))
  )
    return 0;
  if ((after !== 'on' && !of) || ground.dates.has(at + 1) || ground.kinds.has(at + 2)) return 0;
  let end = subjectEnd(ground, head, at + 1, head + 16);
  for (let i = at + 1; i < end; i += 1) if (/^(on|meeting|held)$/.test(tokens.word(i))) end = i;
  const closed =
    after === 'on' ||
    tokens.kind(end) === MARK ||
    tokens.is(end, FLAG.RELATIVE | FLAG.FINITE) ||
    tokens.word(end) === 'on';
  return closed && end > at + 1 ? end : 0;
}

const NATIONAL: ReadonlySet<string> = new Set(
  `ministry department embassy senate congress parliament cabinet secretary minister government republic federal supreme state
  national contracting member competent delegation party parties royal`.split(/\s+/),
);

/** A word of a state's own bodies, joined to another too: “inter-state”; “Board of Trade”. */
function isNational(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const word = tokens.word(i);
    if (NATIONAL.has(word) || (word.includes('-') && word.split('-').some((part) => NATIONAL.has(part))))
      return true;
    if (word === 'board' && tokens.word(i + 1) === 'of' && tokens.word(i + 2) === 'trade' && i + 2 < to)
      return true;
  }
  return false;
}

/** Words in the names of seas, rivers and islands; the lexicon marks them. */
export const WATERS: ReadonlySet<string> = new Set(
  'sea ocean river gulf bay strait straits lake basin island islands channel peninsula canal isthmus fjord atoll archipelago'.split(
    ' ',
  ),
);
export const BEFORE_NAME: ReadonlySet<string> = new Set(
  'river lake gulf strait straits cape mount isle'.split(' '),
);
/** “Sea of Azov”, “Bay of Bengal”: with “of” only. */
export const BEFORE_OF: ReadonlySet<string> = new Set(
  'sea bay port island islands isles gulf strait straits'.split(' '),
);

/** A sea, river, island … by its noun: “North Sea”, “River Rhine”, “Gulf of Finland”. */
export function readWater(ground: Ground, head: number, free: number): BodyHit | null {
  const { tokens, names } = ground;
  const word = tokens.word(head);
  if (!tokens.cased) return smallWater(ground, head, free);
  if (!tokens.isCapital(head)) {
    // “the Mahakali river”
    const named =
      WATERS.has(word) && tokens.id(head - 1) === 0 && tokens.isCapital(head - 1) && head - 1 >= free;
    return named && tokens.gap(head) <= GAP.line
      ? { from: head - 1, to: head + 1, name: written(tokens, head - 1, head + 1) }
      : null;
  }
  if (BEFORE_NAME.has(word) || (BEFORE_OF.has(word) && tokens.word(head + 1) === 'of')) {
    const of = tokens.word(head + 1) === 'of' ? 2 : 1;
    let to = head + of;
    const name = names.get(to);
    if (name) return { from: head, to: name.to, name: written(tokens, head, name.to) };
    while (
      to < head + of + 3 &&
      tokens.isCapital(to) &&
      tokens.gap(to) === GAP.blank &&
      !tokens.is(to, FLAG.FUNCTION | FLAG.KIND | FLAG.BODY | FLAG.PLAIN | FLAG.PARTY | FLAG.WATER) &&
      !/^(scheme|plant|delta|authorities|management|development|system|systems|project|valley|police)$/.test(
        tokens.word(to),
      )
    )
      to += 1;
    if (to > head + of) return { from: head, to, name: written(tokens, head, to) };
  }
  if (!WATERS.has(word)) return null;
  // “Indian Ocean Tuna Commission”
  if (tokens.gap(head + 1) === GAP.blank && tokens.isCapital(head + 1) && !tokens.is(head + 1, FLAG.FUNCTION))
    return null;
  let from = head;
  while (
    from > free &&
    head - from < 4 &&
    tokens.isCapital(from - 1) &&
    tokens.gap(from) <= GAP.line &&
    !tokens.is(from - 1, FLAG.FUNCTION | FLAG.RECITAL | FLAG.PROVISION | FLAG.KIND)
  )
    from -= 1;
  if (from === head || tokens.isAllCapitals(head)) return null;
  return { from, to: head + 1, name: written(tokens, from, head + 1) };
}

const COMMON_WATERS: ReadonlySet<string> = new Set(
  `high deep open coastal territorial marginal adjacent inland main frontier boundary transboundary shared regional drainage
  catchment border hydrographic artificial navigable upper lower ocean watercourse entire epicontinental geographical enclosed`.split(
    /\s+/,
  ),
);

/** “the limpopo river”, in small letters: a word that no list has, between an article and the noun. */
function smallWater({ tokens }: Ground, head: number, free: number): BodyHit | null {
  if (!/^(river|sea|lake|ocean)$/.test(tokens.word(head))) return null;
  let from = head;
  while (
    from > free &&
    head - from < 2 &&
    tokens.id(from - 1) === 0 &&
    tokens.kind(from - 1) === WORD &&
    !COMMON_WATERS.has(tokens.word(from - 1))
  )
    from -= 1;
  if (from === head || tokens.word(from - 1) !== 'the' || tokens.gap(from) !== GAP.blank) return null;
  return { from, to: head + 1, name: written(tokens, from, head + 1) };
}

/** Whether a state's name names a state here, and is not the first word of another name: “Mexico City”, “Niger Basin”. */
export function isStateMention(ground: Ground, hit: NameHit): boolean {
  const { tokens } = ground;
  const after = tokens.word(hit.to);
  // “New Guinea”
  if (tokens.word(hit.from - 1) === 'new' && (!tokens.cased || tokens.isCapital(hit.from - 1))) return false;
  if (!tokens.cased) return !WATERS.has(after) && !(after === 'city');
  if (tokens.isCapital(hit.to) && tokens.gap(hit.to) === GAP.blank && WATERS.has(after)) return false;
  return !(after === 'city' && tokens.isCapital(hit.to));
}
