import { describe, expect, it } from 'vitest';
import type { AgreementFacts } from '../../src/extract/draft.ts';
import { agreementId, dateId, namedId, provisionId, stateId } from '../../src/resolve/identity.ts';

const FACTS: AgreementFacts = {
  title: '中俄贸易协定',
  core: '贸易协定',
  kind: 'agreement',
  signed: '1992-03-05',
  parties: ['CHN', 'RUS'],
};

const id = (facts: AgreementFacts, document = 'doc:a', index = 0) =>
  agreementId(null, facts, document, index);

describe('the id of an agreement', () => {
  it('is its authority’s key', () => {
    expect(agreementId('npt-1968', FACTS, 'doc:a', 3)).toBe('agr:npt-1968');
  });

  it.each<[string, AgreementFacts, boolean]>([
    ['its title as another text has it', { ...FACTS, title: '贸易协定' }, true],
    ['its parties in another order', { ...FACTS, parties: ['RUS', 'CHN'] }, true],
    ['what it says beside', { ...FACTS, place: '北京', keys: ['x'] }, true],
    ['another date', { ...FACTS, signed: '1992-03-06' }, false],
    ['other parties', { ...FACTS, parties: ['CHN', 'KAZ'] }, false],
    ['another kind', { ...FACTS, kind: 'protocol' }, false],
    ['another core', { ...FACTS, core: '渔业协定' }, false],
  ])('%s', (_, facts, isSame) => {
    expect(id(facts, 'doc:b', 7) === id(FACTS)).toBe(isSame);
  });

  it('without a date is the document’s', () => {
    const { signed: _, ...undated } = FACTS;
    expect(id(undated, 'doc:b')).not.toBe(id(undated, 'doc:a'));
    expect(id(undated, 'doc:a', 7)).toBe(id(undated, 'doc:a', 0));
  });

  it('without a name is its place in the document', () => {
    expect(id({ signed: '1992' }, 'doc:a', 1)).not.toBe(id({ signed: '1992' }, 'doc:a', 2));
    expect(id({ signed: '1992' }, 'doc:a', 1)).not.toBe(id({ signed: '1992' }, 'doc:b', 1));
  });
});

describe('other ids', () => {
  it('are readable', () => {
    expect([stateId('CHN'), dateId('1994-09'), provisionId('agr:x', 'article-1')]).toEqual([
      'state:CHN',
      'date:1994-09',
      'provision:agr:x#article-1',
    ]);
    expect(namedId('org', 'un', 'United Nations')).toBe('org:un');
  });

  it.each([
    ['Court of Arbitration', 'court  of\narbitration', true],
    ['ＡＢＣ', 'abc', true],
    ['Court of Arbitration', 'Court of Appeal', false],
  ])('of %j and %j are one: %s', (one, other, isSame) => {
    expect(namedId('org', null, one) === namedId('org', null, other)).toBe(isSame);
    expect(namedId('org', null, one)).not.toBe(namedId('place', null, one));
  });
});
