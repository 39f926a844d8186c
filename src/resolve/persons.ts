/** Persons of one text that are called by initials here and by given names there: “P. M. Towe” is “Peter M. Towe”. */

/** A name in parts: “pm” and “towe”; whether its given names are initials alone. */
type Parts = Readonly<{ initials: string; surname: string; isShort: boolean }>;

export class Persons {
  readonly #bySurname = new Map<string, { parts: Parts; name: string }[]>();

  /** The first name of the text for the person of this name; itself where none or several fit. */
  nameOf(name: string): string {
    const parts = partsOf(name);
    const others = this.#bySurname.get(parts.surname) ?? [];
    if (others.length === 0) this.#bySurname.set(parts.surname, others);
    const same = others.filter((other) => isSame(parts, other.parts));
    const [only] = same;
    if (only && same.length === 1) return only.name;
    others.push({ parts, name });
    return name;
  }
}

function isSame(one: Parts, other: Parts): boolean {
  return one.isShort !== other.isShort && one.initials === other.initials;
}

function partsOf(name: string): Parts {
  const words = name.split(/[\s.]+/u).filter((word) => word !== '');
  const given = words.slice(0, -1);
  const initials = given.map((word) => (isInitials(word) ? word : word.slice(0, 1))).join('');
  return {
    initials: initials.toLowerCase(),
    surname: (words.at(-1) ?? '').toLowerCase(),
    isShort: given.length > 0 && given.every(isInitials),
  };
}

/** “P”, “PM” */
function isInitials(word: string): boolean {
  return (
    word.length === 1 || (word.length === 2 && word === word.toUpperCase() && word !== word.toLowerCase())
  );
}
