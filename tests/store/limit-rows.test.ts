/** Where a LIMIT may be added without changing what a query means. */
import { expect, test } from 'vitest';
import { limited } from '../../src/store/limit-rows.ts';

test.each<[string, string]>([
  ['MATCH (n) RETURN n', 'MATCH (n) RETURN n\nLIMIT 9'],
  ['MATCH (n) RETURN n;', 'MATCH (n) RETURN n\nLIMIT 9'],
  ['RETURN 1 AS x // all', 'RETURN 1 AS x // all\nLIMIT 9'],
  ['MATCH (n) RETURN n ORDER BY n.id SKIP 3', 'MATCH (n) RETURN n ORDER BY n.id SKIP 3\nLIMIT 9'],
  ['WITH * RETURN *', 'WITH * RETURN *\nLIMIT 9'],
  ['MATCH (n) WITH n LIMIT 3 RETURN n', 'MATCH (n) WITH n LIMIT 3 RETURN n\nLIMIT 9'],
  ['CALL { MATCH (n) RETURN n LIMIT 2 } RETURN n', 'CALL { MATCH (n) RETURN n LIMIT 2 } RETURN n\nLIMIT 9'],
  ["RETURN '\\u4e2d' AS x;", "RETURN '\\u4e2d' AS x\nLIMIT 9"],
  ['RETURN n.limit AS x', 'RETURN n.limit AS x'],
])('adds it: %s', (cypher, expected) => {
  // A name that is spelled like the keyword is taken for it: nothing is added, and nothing is lost.
  expect(limited(cypher, 9)).toBe(expected);
});

test.each([
  'MATCH (n) RETURN n LIMIT 100',
  'RETURN 1 AS x UNION RETURN 2 AS x',
  'UNWIND [1] AS x RETURN x UNION ALL UNWIND [2] AS x RETURN x',
  'CALL db.labels()',
  'CALL db.labels() YIELD label',
])('leaves it alone: %s', (cypher) => {
  expect(limited(cypher, 9)).toBe(cypher);
});
