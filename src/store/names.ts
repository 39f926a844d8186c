/** Finds nodes by any of their names, in any language and script; the same on every store. */
import { NODE_LABELS, type NodeLabel } from '../../graph/vocabulary.ts';
import { compareText } from './content.ts';
import { foldName } from './fold-name.ts';
import { fetchNodes } from './lookup.ts';
import { pinyinFit, type Typed, typedName, typedQuery } from './pinyin.ts';
import type { QueryValue, SearchHit, Store } from './port.ts';
import { LABELS } from './schema.ts';
import { forgiven, slips } from './typos.ts';
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

type Entry = Readonly<{ id: string; label: NodeLabel; names: readonly Name[]; keys: readonly string[] }>;
type Name = Readonly<{ written: string; folded: string }>;
type Fit = Readonly<{ entry: Entry; matched: string; score: number }>;

export class NameIndex {
  readonly #entries: readonly Entry[];
  /** Pinyin of folded names, made when it is first asked for. */
  readonly #typed = new Map<string, Typed | null>();

  private constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  /** Reads every name of the store. */
  static async read(store: Pick<Store, 'read'>): Promise<NameIndex> {
    const entries: Entry[] = [];
    for (const label of SEARCHED) {
      const has = NODE_LABELS[label].properties;
      const columns = ['title', 'code', 'authority', 'aliases', 'label', 'sources'].map((name) =>
        name in has ? `n.${name} AS ${name}` : `null AS ${name}`,
      );
      const { rows } = await store.read(
        `MATCH (n:${label}) RETURN n.id AS id, n.name AS name, n.names AS names, ${columns.join(', ')}`,
      );
      for (const row of rows) entries.push(toEntry(label, row));
    }
    return new NameIndex(entries.sort((a, b) => compareText(a.id, b.id)));
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
    const fits = this.#entries.flatMap((entry) => {
      const fit = fitOf(entry, text.trim(), wanted, words);
      const spoken = typed === null ? undefined : this.#spoken(entry, typed);
      return (fit && spoken ? (fit.score >= spoken.score ? fit : spoken) : (fit ?? spoken)) ?? [];
    });
    if (fits.length < FEW) fits.push(...this.#nearly(wanted, new Set(fits.map(({ entry }) => entry.id))));
    return fits.sort((a, b) => b.score - a.score || compareText(a.entry.id, b.entry.id));
  }

  /** The best fit of what was typed as pinyin. */
  #spoken(entry: Entry, query: string): Fit | undefined {
    const bonus = entry.label === 'Agreement' ? AGREEMENT : 0;
    return bestOf(
      entry.names.flatMap(({ written, folded }) => {
        const typed = this.#typedOnce(folded);
        const fit = typed && pinyinFit(typed, query);
        if (!typed || !fit) return [];
        const coverage = COVERAGE * Math.min(1, query.length / typed.full.length);
        return [
          { entry, matched: written, score: Number((FIT[fit] * PINYIN + bonus + coverage).toFixed(4)) },
        ];
      }),
    );
  }

  #typedOnce(folded: string): Typed | null {
    const known = this.#typed.get(folded);
    if (known !== undefined) return known;
    const typed = typedName(folded);
    this.#typed.set(folded, typed);
    return typed;
  }

  /** Names that fit but for a slip or two. */
  #nearly(wanted: string, found: ReadonlySet<string>): readonly Fit[] {
    const most = forgiven(wanted);
    if (most === 0) return [];
    return this.#entries.flatMap((entry) => {
      if (found.has(entry.id)) return [];
      const fits = entry.names.flatMap(({ written, folded }) => {
        const count = slips(wanted, folded, most);
        if (count > most) return [];
        const coverage = COVERAGE * Math.min(1, wanted.length / folded.length);
        const score = NEARLY.first - NEARLY.each * count + coverage;
        return [{ entry, matched: written, score: Number(score.toFixed(4)) }];
      });
      return bestOf(fits) ?? [];
    });
  }
}

/** The best of some fits; undefined of none. */
function bestOf(fits: readonly Fit[]): Fit | undefined {
  return fits.reduce<Fit | undefined>(
    (best, fit) => (best && best.score >= fit.score ? best : fit),
    undefined,
  );
}

function toEntry(label: NodeLabel, row: readonly QueryValue[]): Entry {
  const [id, name, names, title, code, authority, aliases, written, sources] = row;
  const texts = new Set([name, title, written, ...asTexts(names), ...asTexts(sources)].filter(isText));
  return {
    id: asText(id),
    label,
    names: [...texts]
      .map((text) => ({ written: text, folded: foldName(text) }))
      .filter(({ folded }) => folded !== ''),
    keys: [id, code, authority, ...asTexts(aliases)].filter(isText),
  };
}

/** The best fit among an entry's names and keys; a key fits as a whole or not at all. */
function fitOf(entry: Entry, text: string, wanted: string, words: readonly string[]): Fit | undefined {
  const bonus = entry.label === 'Agreement' ? AGREEMENT : 0;
  const key = entry.keys.find((each) => each.toLowerCase() === text.toLowerCase());
  let best: Fit | undefined =
    key === undefined ? undefined : { entry, matched: key, score: FIT.exact + bonus };
  for (const { written, folded } of entry.names) {
    const fit = fitOfName(folded, wanted, words);
    if (fit === undefined) continue;
    const coverage = Math.min(1, wanted.length / folded.length);
    const score = Number((fit + bonus + COVERAGE * coverage).toFixed(4));
    if (!best || score > best.score) best = { entry, matched: written, score };
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
