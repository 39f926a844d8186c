/** Classes of words. A word may be in several. */
export const FLAG = {
  /** Ends a walk to the left of a noun: articles, prepositions, conjunctions, pronouns. */
  FUNCTION: 1 << 0,
  /** A finite verb or auxiliary: a title never goes on over one. */
  FINITE: 1 << 1,
  MONTH: 1 << 2,
  /** third, twenty-first; as a day of the month. */
  ORDINAL: 1 << 3,
  /** one, twenty, hundred, sixty-seven. */
  NUMERAL: 1 << 4,
  /** Begins the subject of a title: on, concerning, for the … */
  TOPIC: 1 << 5,
  /** signed, done, concluded: begins what is said of an agreement, not its title. */
  DONE: 1 << 6,
  /** said, present, aforementioned: points back or at the text itself. */
  POINTER: 1 << 7,
  /** any, such, other, bilateral: no one agreement is meant. */
  GENERIC: 1 << 8,
  PROVISION: 1 << 9,
  /** organization, commission: may head the name of a body. */
  BODY: 1 << 10,
  /** Begins the name of something that an authority or the pack lists. */
  NAME: 1 << 11,
  /** which, who, whose, when. */
  RELATIVE: 1 << 12,
  /** Ordinary words before an agreement's noun that make no name of it. */
  PLAIN: 1 << 13,
  DETERMINER: 1 << 14,
  /** A verb in a form that may govern an agreement. */
  CUE: 1 << 15,
  /** Mr, Dr, Sir. */
  STYLE: 1 << 16,
  /** Begins a phrase that names a kind of agreement. */
  KIND: 1 << 17,
  /** Present participles that begin a recital. */
  RECITAL: 1 << 18,
  /** Words that may stand in a list of parties between their names. */
  PARTY: 1 << 19,
  /** sea, river: in the name of a place. */
  WATER: 1 << 20,
  /** hereinafter, an opening bracket: a short form may be introduced. */
  DEFINES: 1 << 21,
  /** Of a token of a text, not of a word: digits, a mark, a capital at the beginning. */
  NUMBER: 1 << 22,
  MARK: 1 << 23,
  CAPITAL: 1 << 24,
  /** Of a token at which a date, a listed name or a noun of an agreement was found to begin. */
  DATE_FOUND: 1 << 25,
  NAME_FOUND: 1 << 26,
  KIND_FOUND: 1 << 27,
  /** The same for an agreement's mention, a person and a place of signing. */
  MENTION_FOUND: 1 << 28,
  PERSON_FOUND: 1 << 29,
  PLACE_FOUND: 1 << 30,
  /** Of a token behind an empty line. */
  PARAGRAPH: 1 << 31,
} as const;
