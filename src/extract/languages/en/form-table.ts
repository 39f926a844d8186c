/** Forms of words by two hashes of their units: all that the scan of a text asks of one is in one line of the memory. */
import { randomInt } from 'node:crypto';

/** What stands at a place of the table: the two hashes, the form's number with what is said of it, its flags. */
export const AT = { hash: 0, check: 1, form: 2, flags: 3 } as const;
export const WIDTH = 4;

/** The form's number, and bits above it. */
export const FORM = {
  number: (1 << 20) - 1,
  /** A word of three units or more; one with a capital before a small letter. */
  judged: 1 << 20,
  titled: 1 << 21,
  /** Whether it may be several words without blanks between them. */
  parts: 1 << 22,
} as const;

/** Nobody knows these beforehand: no text can be made in which other forms have the hashes of known ones. */
export const CHECK_START = randomInt(1 << 30);
const CHECK_BASE = randomInt(1 << 28) * 4 + 3;

/** The second hash, which has nothing to do with the first: both are the same for one pair of forms in 10¹⁹. */
export function checkUnit(check: number, unit: number): number {
  return Math.imul(((check << 5) | (check >>> 27)) ^ unit, CHECK_BASE);
}

export class FormTable {
  /** Open addressing, at most half full, and a place behind all others for a form that is not kept. */
  places = new Int32Array((1 << 14) + WIDTH);

  /** Where a form is, or where it is to be written. */
  placeOf(hash: number, check: number): number {
    const { places, mask } = this;
    let place = firstPlace(hash, mask);
    while (places[place + AT.form] !== 0 && (places[place] !== hash || places[place + AT.check] !== check))
      place = (place + WIDTH) & mask;
    return place;
  }

  /** Whether no form is at a place. */
  isFree(place: number): boolean {
    return this.places[place + AT.form] === 0;
  }

  /** Makes any number a place of the table. */
  get mask(): number {
    return this.places.length - 2 * WIDTH;
  }

  /** Writes a form with the next number, or one that is not kept, with 0; says where. */
  add(hash: number, check: number, form: number, flags: number): number {
    const number = form & FORM.number;
    if (number * 2 * WIDTH > this.places.length) this.#grow();
    const place = number === 0 ? this.places.length - WIDTH : this.placeOf(hash, check);
    this.places.set([hash, check, form, flags], place);
    return place;
  }

  #grow(): void {
    const old = this.places;
    this.places = new Int32Array((old.length - WIDTH) * 2 + WIDTH);
    for (let at = 0; at < old.length - WIDTH; at += WIDTH)
      if (old[at + AT.form] !== 0)
        this.places.set(old.subarray(at, at + WIDTH), this.placeOf(old[at] ?? 0, old[at + AT.check] ?? 0));
  }
}

/** Shifted, as a product with `WIDTH` would be worked out in floating point. */
export function firstPlace(hash: number, mask: number): number {
  return ((hash ^ (hash >>> 15)) << 2) & mask;
}
