import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../graph/vocabulary.ts';
import { extract } from '../../src/pipeline.ts';
import type { Entity } from '../../src/records.ts';
import { linkName } from '../../src/resolve/name-index.ts';
import { keysOf } from '../../src/resolve/name-keys.ts';
import { AGREEMENTS, type LinkRow, ORGANIZATIONS, PLACES, STATES, UNLINKED } from './link-table.ts';
import { SEED } from './seed.ts';

/** A sentence that names something; languages without a pack have none. */
const SENTENCES: Readonly<Record<string, (name: string) => string>> = {
  zh: (name) => `双方回顾了${name}，并就此交换了意见。`,
  en: (name) => `The Governments met in Lima. They spoke of ${name}, and of other matters.`,
};

/** What the pack of a language links in a sentence around the name, by type of entity. */
function linkedIn(sentence: string, language: string): string[] {
  const document = { id: 'doc:0000000000000000', source: 'row', sha256: '', language, text: sentence };
  return extract(document, SEED).entities.flatMap((entity) => {
    const answer = answerOf(entity);
    return answer === undefined ? [] : [`${entity.type} ${answer}`];
  });
}

function answerOf(entity: Entity): string | undefined {
  if (entity.type === 'state') return entity.code;
  return 'authority' in entity ? entity.authority : undefined;
}

const KINDS: readonly (readonly [type: string, rows: readonly LinkRow[]])[] = [
  ['agreement', AGREEMENTS],
  ['organization', ORGANIZATIONS],
  ['state', STATES],
  ['place', PLACES],
];
/** Chinese rows may hold what stands before the name: 1994年9月3日签署的. */
const isBare = (name: string) => !/^\d{4}年.*?的(?=《)/u.test(name);

describe.each(KINDS)('names of one %s', (type, rows) => {
  for (const [language, name, answer, facts] of rows) {
    const title = `${language}: ${name}${facts ? ` ${JSON.stringify(facts)}` : ''} is ${answer}`;
    if (isBare(name))
      it(title, () => {
        expect(linkName(name, language, facts ?? {}, SEED)).toEqual({ type, key: answer });
      });
    const sentence = facts ? undefined : SENTENCES[language]?.(name);
    if (sentence !== undefined)
      it(`${title} in a text`, () => {
        expect(linkedIn(sentence, language)).toContain(`${type} ${answer}`);
      });
  }
});

describe('names of none, or of more than one', () => {
  for (const [language, name, why, facts] of UNLINKED) {
    const title = `${language}: ${name}${facts ? ` ${JSON.stringify(facts)}` : ''} (${why})`;
    it(title, () => {
      expect(linkName(name, language, facts ?? {}, SEED)).toBeNull();
    });
    const sentence = facts ? undefined : SENTENCES[language]?.(name);
    if (sentence !== undefined)
      it(`${title} in a text`, () => {
        const linked = linkedIn(sentence, language);
        expect(linked.filter((answer) => answer.startsWith('agreement '))).toEqual([]);
      });
  }
});

describe('names in the register', () => {
  it.each(LANGUAGES)('in %s mean one entry each, however they are written', (language) => {
    const owners = new Map<string, string>();
    for (const { type, key, name, ambiguous } of SEED.namesOf(language)) {
      if (ambiguous) continue;
      const written = keysOf(name, language).exact;
      expect(owners.get(written) ?? `${type} ${key}`, name).toBe(`${type} ${key}`);
      owners.set(written, `${type} ${key}`);
    }
  });
});

describe('the table', () => {
  it('is long enough, in all five languages', () => {
    const rows = [...AGREEMENTS, ...ORGANIZATIONS, ...STATES, ...PLACES];
    expect(rows.length).toBeGreaterThanOrEqual(200);
    expect(UNLINKED.length).toBeGreaterThanOrEqual(60);
    for (const list of [rows, UNLINKED])
      expect(new Set(list.map(([language]) => language))).toEqual(new Set(['zh', 'en', 'ru', 'fr', 'es']));
  });
});
