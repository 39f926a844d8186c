/** What the gate lets pass and what it refuses. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StemmaError } from '../../src/errors.ts';
import { tokenize } from '../../src/store/cypher-tokens.ts';
import { refuseUnlessRead } from '../../src/store/gate.ts';
import { BROKEN, READING, REFUSED, SERVER_READING } from './gate-table.ts';

describe('lets pass', () => {
  test.each([...READING, ...SERVER_READING].map((cypher) => [cypher]))('%s', (cypher) => {
    expect(() => refuseUnlessRead(cypher)).not.toThrow();
  });
});

describe('refuses', () => {
  test.each(REFUSED)('%s', (cypher, message) => {
    expect(codeAndMessage(cypher)).toEqual(['QUERY_REFUSED', expect.stringMatching(message)]);
  });

  // Every writing clause at the end of everything that may be read.
  test.each([
    'CREATE (x)',
    'MERGE (x)',
    'DELETE x',
    'SET x.y = 1',
    'REMOVE x.y',
    'FOREACH (y IN [1] | CREATE ())',
  ])('anything followed by %s', (clause) => {
    for (const cypher of [...READING, ...SERVER_READING]) {
      const base = cypher.replace(/;?\s*(\/\/ done\s*)?$/, '');
      for (const joint of [' ', '\n', '/**/', ' WITH * ', ' ; '])
        expect(codeAndMessage(`${base}${joint}${clause}`)[0], `${base}${joint}${clause}`).toBe(
          'QUERY_REFUSED',
        );
    }
  });
});

test.each(BROKEN.map((cypher) => [cypher]))('is no query: %s', (cypher) => {
  expect(codeAndMessage(cypher)[0]).toBe('BAD_QUERY');
});

const MARKS = Array.from(' \n/*\'"`\\aA1.$()[]{}:;,=中é');

test('tokens stand where they say', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...MARKS) }), (text) => {
      try {
        for (const token of tokenize(text)) expect(text.startsWith(token.text, token.at)).toBe(true);
      } catch (error) {
        expect((error as Error).message).toMatch(/not closed|belong|comment/);
      }
    }),
  );
});

test('any text is answered with a yes or a clear no', () => {
  const pieces = fc.constantFrom(
    ...'MATCH (n) RETURN n CREATE CALL { } [ ] | . : ; , * db.labels UNION IN \' " ` // /* */ \\u0043 $x 1 EXISTS'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
      try {
        refuseUnlessRead(words.join(' '));
        // The word may only have passed inside a string, a comment or a quoted name.
        const bare = tokenize(words.join(' ')).filter(({ kind, key }) => kind === 'word' && key === 'CREATE');
        for (const { at } of bare) expect(words.join(' ').slice(0, at)).toMatch(/[.:{,]\s*$/);
      } catch (error) {
        expect(error).toBeInstanceOf(StemmaError);
      }
    }),
    { numRuns: 2000 },
  );
});

function codeAndMessage(cypher: string): [string, string] {
  try {
    refuseUnlessRead(cypher);
    return ['passed', cypher];
  } catch (error) {
    if (error instanceof StemmaError) return [error.code, error.message];
    throw error;
  }
}
