import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/web/editor/cypher.ts';
import { parseAsked, parseParameters, withAsked } from '../../src/web/state/asked.ts';

const one = { cypher: 'RETURN 1', params: '' };
const two = { cypher: 'RETURN 2', params: '{"a":1}' };

describe('what was asked before', () => {
  it('keeps the last first, and each once', () => {
    expect(withAsked(withAsked([one], two), one)).toEqual([one, two]);
    expect(
      withAsked(
        Array.from({ length: 40 }, (_, i) => ({ cypher: `${i}`, params: '' })),
        one,
      ),
    ).toHaveLength(30);
  });
  it.each([null, '', '{', '7', '{"a":1}', '[1,null,{"cypher":1}]'])('reads %j as nothing', (json) => {
    expect(parseAsked(json)).toEqual([]);
  });
  it('reads what was kept', () => expect(parseAsked(JSON.stringify([one, two]))).toEqual([one, two]));
});

it.each([
  ['', {}],
  [' {"year": 1994} ', { year: 1994 }],
  ['[1]', null],
  ['1', null],
  ['{year: 1994}', null],
])('parameters %j are %j', (json, expected) => expect(parseParameters(json)).toEqual(expected));

it.each([
  ['', 'start'],
  ['mat', 'start'],
  ['MATCH (a:', 'label'],
  ['MATCH (a:Agr', 'label'],
  ['MATCH (a)-[r:', 'type'],
  ['MATCH (a)-[r:CITES|REA', 'type'],
  ['MATCH (a)-[r]->(b:', 'label'],
  ['MATCH (a) WHERE a.', 'property'],
  ['MATCH (a) WHERE a.ti', 'property'],
  ['MATCH (a {title:', 'word'],
  ['MATCH (a) RET', 'word'],
  ['RETURN 1.', 'property'],
])('after %j comes a %s', (before, place) => expect(placeOf(before)).toBe(place));
