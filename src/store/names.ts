/** Finds nodes by any of their names, in any language and script; the same on every store. */
import { NODE_LABELS, type NodeLabel } from '../../graph/vocabulary.ts';
import { compareText } from './content.ts';
import { foldName } from './fold-name.ts';
import { fetchNodes } from './lookup.ts';
import { pinyinFit, type Typed, typedName, typedQuery } from './pinyin.ts';
import type { QueryValue, SearchHit, Store } from './port.ts';
import { LABELS } from './schema.ts';
import { countSlips, forgiven } from './typos.ts';
import { asText, asTexts } from './values.ts';

/** What a search looks through: everything that has a name of its own, so no mentions. */
const SEARCHED = LABELS.filter((label) => label !== 'Mention');

/** How well a name fits, best first; the numbers are the scores. */
const FIT = { exact: 1, prefix: 0.8, word: 0.6, inside: 0.4, scattered: 0.2 } as const;
/** Less than the distance between two fits: agreements come first among equals, then the shorter name. */
const AGREEMENT = 0.1;
const COVERAGE = 0.05;
/** Pinyin comes after names that hold the letters themselves. */
const PINYIN = 0.9;
/** Slips are forgiven where so few names fit; each costs. */
const FEW = 3;
const NEARLY = { first: 0.15, each: 0.05 } as const;

type Entry = Readonly<{ id: string; label: NodeLabel; names: readonly Name[] }>;
type Name = {
  readonly written: string;
  readonly folded: string;
  /** Which letters it has, of 30 groups of them. */
  readonly letters: number;
  /** As it is typed in pinyin; made when it is first asked for. */
  typed?: Typed | null;
};
type Key = readonly [entry: Entry, written: string];
type Fit = Readonly<{ entry: Entry; matched: string; score: number }>;

export class NameIndex {
  readonly #entries: readonly Entry[];
  /** By small letters: ids, codes, authorities' keys and aliases, with their entries. */
  readonly #keys: ReadonlyMap<string, readonly Key[]>;

  private constructor(entries: readonly Entry[], keys: ReadonlyMap<string, readonly Key[]>) {
    this.#entries = entries;
    this.#keys = keys;
  }

  /** Reads every name of the store. */
  static async read(store: Pick<Store, 'read'>): Promise<NameIndex> {
    const entries: Entry[] = [];
    const keys = new Map<string, Key[]>();
    for (const label of SEARCHED) {
      const has = NODE_LABELS[label].properties;
      const columns = ['title', 'code', 'authority', 'aliases', 'label', 'sources'].map((name) =>
        name in has ? `n.${name} AS ${name}` : `null AS ${name}`,
      );
      const { rows } = await store.read(
        `MATCH (n:${label}) RETURN n.id AS id, n.name AS name, n.names AS names, ${columns.join(', ')}`,
      );
      for (const row of rows) {
        const entry = toEntry(label, row);
        entries.push(entry);
        for (const key of keysOf(row)) {
          const small = key.toLowerCase();
          keys.set(small, [...(keys.get(small) ?? []), [entry, key]]);
        }
      }
    }
    return new NameIndex(
      entries.sort((a, b) => compareText(a.id, b.id)),
      keys,
    );
  }

  /** The nodes whose names fit best, fetched from the store. */
  async search(store: Pick<Store, 'read'>, text: string, limit: number): Promise<readonly SearchHit[]> {
    const best = this.#find(text).slice(0, Math.max(0, limit));
    const nodes = await fetchNodes(
      store,
      best.map(({ entry }) => entry),
    );
    return best.flatMap(({ entry, matched, score }) => {
      const node = nodes.get(entry.id);
      return node ? [{ node, matched, score }] : [];
    });
  }

  #find(text: string): readonly Fit[] {
    const wanted = foldName(text);
    if (wanted === '') return [];
    const words = wanted.split(' ');
    const typed = typedQuery(wanted);
    const keyed = new Map(this.#keys.get(text.trim().toLowerCase()));
    const fits: Fit[] = [];
    for (const entry of this.#entries) {
      const fit = fitOf(entry, keyed.get(entry), wanted, words);
      const spoken = typed === null ? undefined : spokenFit(entry, typed);
      const best = fit && spoken ? (fit.score >= spoken.score ? fit : spoken) : (fit ?? spoken);
      if (best) fits.push(best);
    }
    if (fits.length < FEW) fits.push(...this.#nearly(wanted, new Set(fits.map(({ entry }) => entry.id))));
    return fits.sort((a, b) => b.score - a.score || compareText(a.entry.id, b.entry.id));
  }

  /** Names that fit but for a slip or two. */
  #nearly(wanted: string, found: ReadonlySet<string>): readonly Fit[] {
    const most = forgiven(wanted);
    if (most === 0) return [];
    const letters = lettersOf(wanted);
    const near = this.#entries.flatMap((entry) =>
      found.has(entry.id)
        ? []
        : entry.names.filter((name) => lacks(name, letters) <= most).map((name) => ({ entry, name })),
    );
    const counts = countSlips(
      wanted,
      near.map(({ name }) => name.folded),
      most,
    );
    const fits = near.flatMap(({ entry, name: { written, folded } }, at) => {
      const count = counts[at] ?? most + 1;
      if (count > most) return [];
      const coverage = COVERAGE * Math.min(1, wanted.length / folded.length);
      const score = rounded(NEARLY.first - NEARLY.each * count + coverage);
      return [{ entry, matched: written, score }];
    });
    return bestOfEach(fits);
  }
}

/** A bit for each group of letters that the text has. */
function lettersOf(folded: string): number {
  let letters = 0;
  for (let at = 0; at < folded.length; at++) letters |= 1 << (folded.charCodeAt(at) % 30);
  return letters;
}

/** How many of these groups a name has nothing of: each costs a slip. */
function lacks({ letters }: Name, wanted: number): number {
  let count = 0;
  for (let rest = wanted & ~letters; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Fits of one entry stand together. */
function bestOfEach(fits: readonly Fit[]): readonly Fit[] {
  const best: Fit[] = [];
  for (const fit of fits) {
    const last = best.at(-1);
    if (last?.entry !== fit.entry) best.push(fit);
    else if (fit.score > last.score) best[best.length - 1] = fit;
  }
  return best;
}

/** To four places. */
function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

function toEntry(label: NodeLabel, row: readonly QueryValue[]): Entry {
  const [id, name, names, title, , , , written, sources] = row;
  const texts = new Set([name, title, written, ...asTexts(names), ...asTexts(sources)].filter(isText));
  return {
    id: asText(id),
    label,
    names: [...texts]
      .map((written) => ({ written, folded: foldName(written) }))
      .filter(({ folded }) => folded !== '')
      .map((each) => ({ ...each, letters: lettersOf(each.folded) })),
  };
}

function keysOf([id, , , , code, authority, aliases]: readonly QueryValue[]): readonly string[] {
  return [id, code, authority, ...asTexts(aliases)].filter(isText);
}

/** The best fit among an entry's names and the key that was met, which fits as a whole. */
function fitOf(
  entry: Entry,
  key: string | undefined,
  wanted: string,
  words: readonly string[],
): Fit | undefined {
  const bonus = entry.label === 'Agreement' ? AGREEMENT : 0;
  let best: Fit | undefined =
    key === undefined ? undefined : { entry, matched: key, score: FIT.exact + bonus };
  for (const { written, folded } of entry.names) {
    const fit = fitOfName(folded, wanted, words);
    if (fit === undefined) continue;
    const coverage = Math.min(1, wanted.length / folded.length);
    const score = rounded(fit + bonus + COVERAGE * coverage);
    if (!best || score > best.score) best = { entry, matched: written, score };
  }
  return best;
}

/** The best fit among an entry's names of what was typed as pinyin. */
function spokenFit(entry: Entry, query: string): Fit | undefined {
  const bonus = entry.label === 'Agreement' ? AGREEMENT : 0;
  let best: Fit | undefined;
  for (const name of entry.names) {
    if (name.typed === undefined) name.typed = typedName(name.folded);
    const fit = name.typed && pinyinFit(name.typed, query);
    if (!name.typed || !fit) continue;
    const coverage = COVERAGE * Math.min(1, query.length / name.typed.full.length);
    const score = rounded(FIT[fit] * PINYIN + bonus + coverage);
    if (!best || score > best.score) best = { entry, matched: name.written, score };
  }
  return best;
}

function fitOfName(name: string, wanted: string, words: readonly string[]): number | undefined {
  const at = name.indexOf(wanted);
  if (at === 0) return name.length === wanted.length ? FIT.exact : FIT.prefix;
  if (at > 0) return name.includes(` ${wanted}`) ? FIT.word : FIT.inside;
  return words.length > 1 && words.every((word) => name.includes(word)) ? FIT.scattered : undefined;
}

function isText(value: QueryValue | undefined): value is string {
  return typeof value === 'string' && value !== '';
}
