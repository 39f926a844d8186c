import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NODE_LABELS,
  type NodeLabel,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../graph/vocabulary.ts';
import {
  type Address,
  DEFAULT_ADDRESS,
  FORMS,
  formatAddress,
  LISTS,
  parseAddress,
  VIEWS,
} from '../../src/web/state/address.ts';
import { WAYS } from '../../src/web/state/graph.ts';
import { LANES } from '../../src/web/state/lanes.ts';

const id = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
const ids = fc.uniqueArray(id, { maxLength: 3 });
const year = fc.option(fc.integer({ min: -9999, max: 9999 }));
const address: fc.Arbitrary<Address> = fc.record({
  view: fc.constantFrom(...VIEWS),
  node: fc.oneof(id, fc.constant(null), fc.constant(undefined)),
  root: fc.option(id),
  steps: fc.option(fc.integer({ min: 1, max: 9 })),
  way: fc.constantFrom(...WAYS),
  lanes: fc.constantFrom(...LANES),
  labels: fc.option(fc.subarray(Object.keys(NODE_LABELS) as NodeLabel[], { minLength: 0 })),
  hidden: fc.subarray(Object.keys(RELATIONSHIP_TYPES) as RelationshipType[]),
  years: fc.record({ from: year, to: year }),
  parties: ids,
  documents: ids,
  pinned: ids,
  without: ids,
  opened: fc.array(fc.record({ id, count: fc.integer({ min: 1, max: 9999 }) }), { maxLength: 3 }),
  path: fc.option(fc.record({ from: id, to: id })),
  embed: fc.boolean(),
  coloring: fc.constantFrom('label' as const, 'community' as const),
  whole: fc.boolean(),
  dates: fc.constantFrom('text' as const, 'all' as const),
  list: fc.constantFrom(...LISTS),
  sort: fc.option(fc.constantFrom('name', '-cited')),
  rowText: fc.string({ maxLength: 20 }),
  document: fc.option(id),
  at: fc.option(fc.record({ start: fc.nat(999_999), end: fc.nat(999_999) })),
  cypher: fc.option(fc.string({ minLength: 1, maxLength: 60 })),
  form: fc.constantFrom(...FORMS),
  params: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
  language: fc.constantFrom('zh' as const, 'en' as const),
});

describe('the address', () => {
  it('holds everything: what is written is read again', () => {
    fc.assert(
      fc.property(address, (given) => {
        expect(parseAddress(formatAddress(given), 'en')).toEqual(given);
      }),
    );
  });

  it('says nothing of what is default', () => {
    expect(formatAddress({ ...DEFAULT_ADDRESS, language: 'zh' })).toBe('?lang=zh');
  });

  it.each(['?view=nonsense', '?steps=many&from=x&to=', '?at=5', '?show=Nothing,', '?lang=xx', '?%%%'])(
    'reads %s without trouble',
    (search) => {
      const read = parseAddress(search, 'zh');
      expect(read).toMatchObject({ view: 'lineage', steps: 1, at: null, language: 'zh' });
      expect(read.years).toEqual({ from: null, to: null });
    },
  );
});
