import { describe, expect, it } from 'vitest';
import { checkCypher } from '../../src/web/editor/check.ts';

describe('names that the graph does not have', () => {
  it.each([
    ['MATCH (a:Agreemnt) RETURN a', ['label Agreemnt → Agreement']],
    ['MATCH (a:agreement) RETURN a', ['label agreement → Agreement']],
    ['MATCH (a)-[r:REAFIRMS]->(b) RETURN r', ['type REAFIRMS → REAFFIRMS']],
    ['MATCH (a)-[:CITES|AMEND*1..2]->(b) RETURN b', ['type AMEND → AMENDS']],
    [
      'MATCH (a:Agreement)-[r]->() RETURN a.titel, r.evidnce',
      ['property titel → title', 'property evidnce → evidence'],
    ],
    ['MATCH (n) WHERE n:Stat RETURN n', ['label Stat → State']],
    ['MATCH (n:Zzzzz) RETURN n.qqqq', ['label Zzzzz → ', 'property qqqq → ']],
    ['MATCH (a:Agreement {tite: 1}) RETURN a', []],
  ])('%s', (cypher, expected) => {
    const found = checkCypher(cypher);
    expect(found.map(({ kind, name, nearest }) => `${kind} ${name} → ${nearest ?? ''}`)).toEqual(expected);
    for (const { from, to, name } of found) expect(cypher.slice(from, to)).toBe(name);
  });

  it.each([
    "MATCH (a:Agreement) WHERE a.title CONTAINS ':Nothing' RETURN a.title // (b:Nothing) b.nothing",
    'MATCH (a)-[:CITES*1..3]->(b:Agreement:Agreement) /* [x:NOTHING] */ RETURN {year: b.signed, Nothing: 1} AS m',
    'WITH date() AS d RETURN d.year, d.nothing',
    'MATCH p = (a)-[r:CITES]->(b) RETURN size(r.documents), toUpper(a.name), labels(a)[0]',
    'MATCH (n:`Own label`) RETURN n.`own property`',
    'UNWIND [1, 2] AS x RETURN x, CASE WHEN x = 1 THEN 2 END',
    '',
  ])('are none in: %s', (cypher) => {
    expect(checkCypher(cypher)).toEqual([]);
  });

  it('are found in a long text in no time', () => {
    const long = `MATCH ${'(a:Agreement)-[:CITES]->('.repeat(4000)} '${'\\'.repeat(4001)} /*${'*'.repeat(4000)}`;
    const start = performance.now();
    expect(checkCypher(long)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
