/** Queries that were run in this browser, the last first. */
const KEY = 'stemma.asked';
const KEPT = 30;

export type Asked = Readonly<{ cypher: string; params: string }>;

/** Reads the list; what somebody else wrote there is no list. Pure. */
export function parseAsked(json: string | null): readonly Asked[] {
  try {
    const value: unknown = JSON.parse(json ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.flatMap((one: unknown) => {
      if (typeof one !== 'object' || one === null || !('cypher' in one) || !('params' in one)) return [];
      const { cypher, params } = one;
      return typeof cypher === 'string' && typeof params === 'string' ? [{ cypher, params }] : [];
    });
  } catch {
    return [];
  }
}

/** The list with one more at its head; the same query stands once. Pure. */
export function withAsked(list: readonly Asked[], one: Asked): readonly Asked[] {
  const others = list.filter((other) => other.cypher !== one.cypher || other.params !== one.params);
  return [one, ...others].slice(0, KEPT);
}

export function readAsked(): readonly Asked[] {
  try {
    return parseAsked(localStorage.getItem(KEY));
  } catch {
    return [];
  }
}

export function keepAsked(one: Asked): readonly Asked[] {
  const list = withAsked(readAsked(), one);
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // A browser that keeps nothing still asks.
  }
  return list;
}

const DRAFT = 'stemma.draft';

/** What is written and not asked yet, in this tab; `asked` is the query that the address holds. */
export function keepDraft(asked: string | null, draft: Asked): void {
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify([asked ?? '', draft]));
  } catch {
    // A browser that keeps nothing still asks.
  }
}

/** The draft that was written over this query; null when there is none. */
export function readDraft(asked: string | null): Asked | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(DRAFT) ?? 'null');
    if (!Array.isArray(kept) || kept[0] !== (asked ?? '')) return null;
    return parseAsked(JSON.stringify([kept[1]]))[0] ?? null;
  } catch {
    return null;
  }
}

/** A JSON object of parameters; null when it is none. Empty is no parameters. Pure. */
export function parseParameters(json: string): Readonly<Record<string, unknown>> | null {
  if (json.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { ...value } : null;
  } catch {
    return null;
  }
}
