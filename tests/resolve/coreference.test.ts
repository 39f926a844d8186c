/** Which mentions are about one agreement: rows of what a phrase leads to, and the phrase. */
import { describe, expect, it } from 'vitest';
import type { AgreementKind } from '../../graph/vocabulary.ts';
import type { AgreementDraft, AgreementFacts, Anaphor, InstrumentDraft } from '../../src/extract/draft.ts';
import { resolveAgreements } from '../../src/resolve/coreference.ts';

type Phrase = Readonly<Partial<AgreementDraft>> & Readonly<{ next?: true }>;
/** Titles that a phrase leads to; `null` for nothing, `?` before those that it might be. */
type Row = readonly [answer: string | null, phrase: Phrase];

/** A mention with a name: `named('B', { kind: 'treaty' })`; its core is its title unless it is given. */
function named(title: string, facts: AgreementFacts = {}, more: Phrase = {}): Phrase {
  return { via: 'title', facts: [{ title, core: title, kind: 'agreement', ...facts }], ...more };
}
function several(...titles: string[]): Phrase {
  const facts = titles.map((title): AgreementFacts => ({ title, core: title, kind: 'agreement' }));
  return { via: 'description', facts };
}
function pointing(
  reach: Anaphor['reach'],
  count: Anaphor['count'] = 1,
  kinds: readonly AgreementKind[] = [],
  more: Partial<Anaphor> = {},
): Phrase {
  return { via: 'anaphor', facts: [], anaphor: { reach, count, kinds, ...more } };
}
const that = (...kinds: AgreementKind[]) => pointing('before', 1, kinds);
const both = pointing('before', 2);
const them = pointing('before', 'all');
const former = pointing('former');
const latter = pointing('latter');
const this_ = pointing('own');
const heading: Phrase = { via: 'title', facts: [], own: true };
/** The same phrase, a sentence later. */
const later = (phrase: Phrase): Phrase => ({ ...phrase, next: true });

/** Ten units a phrase, a sentence for each run of phrases up to one that is `next`. */
function answers(phrases: readonly Phrase[], instrument: InstrumentDraft | null): (string | null)[] {
  const starts = phrases.flatMap((phrase, i) => (phrase.next === true || i === 0 ? [i * 10] : []));
  const sentences = starts.map((start, i) => ({ start, end: starts[i + 1] ?? phrases.length * 10 }));
  const drafts = phrases.map(({ next: _next, ...phrase }, i): AgreementDraft => {
    const base = { type: 'agreement', start: i * 10, end: i * 10 + 9, rule: 'test', confidence: 1 } as const;
    return { ...base, via: 'title', facts: [], ...phrase };
  });
  const { references } = resolveAgreements({ drafts, cues: [], instrument, sentences });
  return phrases.map((_, i) => {
    const reference = references[i];
    const titles = (list: readonly { facts: AgreementFacts }[]) =>
      list.map(({ facts }) => facts.title).join(' ');
    if (reference && reference.clusters.length > 0) return titles(reference.clusters);
    expect(reference?.unresolved).toMatch(/./);
    const candidates = titles(reference?.candidates ?? []);
    return candidates === '' ? null : `?${candidates}`;
  });
}

const A = named('A');
const B = named('B');
const C = named('C');
const T = named('T', { kind: 'treaty' });

describe('without an instrument', () => {
  it.each<[string, readonly Row[]]>([
    [
      'one title twice is one',
      [
        ['A', A],
        ['B', B],
        ['A', A],
      ],
    ],
    [
      'the nearest',
      [
        ['A', A],
        ['B', B],
        ['B', that()],
      ],
    ],
    [
      'the nearest of its kind',
      [
        ['T', T],
        ['B', B],
        ['T', that('treaty')],
      ],
    ],
    [
      'none of its kind',
      [
        ['A', A],
        [null, that('treaty')],
      ],
    ],
    [
      'nothing before it',
      [
        [null, that()],
        ['A', A],
      ],
    ],
    [
      'what was pointed at stays near',
      [
        ['T', T],
        ['A', A],
        ['T', that('treaty')],
        ['T', that()],
      ],
    ],
    [
      'both',
      [
        ['A', A],
        ['B', B],
        ['A B', both],
      ],
    ],
    [
      'both, each once',
      [
        ['A', A],
        ['B', B],
        ['B', B],
        ['A B', both],
      ],
    ],
    [
      'both of one',
      [
        ['A', A],
        ['?A', both],
      ],
    ],
    [
      'all of the sentence',
      [
        ['A', A],
        ['B', later(B)],
        ['T', T],
        ['B T', them],
      ],
    ],
    [
      'one of two that were named together',
      [
        ['A B', several('A', 'B')],
        ['?A B', that()],
      ],
    ],
    [
      'four documents, again',
      [
        ['A B C', several('A', 'B', 'C')],
        ['T', later(T)],
        ['A B C', pointing('before', 3)],
      ],
    ],
    [
      'the former and the latter',
      [
        ['A', A],
        ['B', { ...B, joined: true }],
        ['A', former],
        ['B', latter],
      ],
    ],
    [
      'the latter alone',
      [
        ['A', A],
        ['B', B],
        ['B', latter],
      ],
    ],
    [
      'the former of one',
      [
        ['A', A],
        [null, former],
      ],
    ],
    [
      'the pair that was joined, not the last two',
      [
        ['A', A],
        ['B', { ...B, joined: true }],
        ['A', later(former)],
      ],
    ],
    [
      'the former and the latter of three in one breath',
      [
        ['A', A],
        ['B', { ...B, joined: true }],
        ['C', { ...C, joined: true }],
        ['A', later(former)],
        ['C', latter],
      ],
    ],
    [
      'the latter of a pair whose first was named again',
      [
        ['A', A],
        ['B', { ...B, joined: true }],
        ['A', later(A)],
        ['B', latter],
      ],
    ],
    [
      'the former and the latter of a list, whose items are sentences',
      [
        ['A', A],
        ['B', later(B)],
        ['A', later(former)],
        ['B', latter],
      ],
    ],
    [
      'the former, too far from what was named',
      [
        ['A', A],
        ['B', B],
        [null, later(this_)],
        [null, later(this_)],
        [null, later(former)],
      ],
    ],
    [
      'this, of none',
      [
        ['A', A],
        [null, this_],
      ],
    ],
    [
      'what is too far',
      [
        ['A', A],
        ...Array.from({ length: 13 }, (): Row => [null, later(pointing('own'))]),
        [null, later(that())],
      ],
    ],
    [
      'by its noun rather than the nearer one',
      [
        ['框架协定', named('框架协定')],
        ['B', later(B)],
        ['框架协定', pointing('before', 1, ['agreement'], { noun: '框架协定' })],
      ],
    ],
    [
      'by its noun alone, however far, where nothing else will do',
      [
        ['第二协定', named('第二协定')],
        ...Array.from({ length: 13 }, (): Row => ['B', later(B)]),
        ['第二协定', later(pointing('before', 1, ['agreement'], { noun: '第二协定', strict: true }))],
        [null, pointing('before', 1, ['agreement'], { noun: '第三协定', strict: true })],
      ],
    ],
    [
      'by its date',
      [
        ['X', named('X', { signed: '1972-11-16' })],
        ['Y', named('Y', { signed: '2003' })],
        ['X', pointing('before', 1, ['agreement'], { signed: '1972' })],
        [null, pointing('before', 1, ['agreement'], { signed: '1973' })],
        [null, pointing('before', 1, ['treaty'], { signed: '1972' })],
      ],
    ],
    [
      'of two of one date, neither',
      [
        ['X', named('X', { signed: '1972-11-16' })],
        ['Y', named('Y', { signed: '1972-03-01' })],
        [null, pointing('before', 1, ['agreement'], { signed: '1972' })],
      ],
    ],
    [
      'the first two and the last two',
      [
        ['A B C', several('A', 'B', 'C')],
        ['A B', pointing('former', 2)],
        ['B C', pointing('latter', 2)],
      ],
    ],
    [
      'the first two of one',
      [
        ['A', A],
        ['?A', pointing('former', 2)],
      ],
    ],
    [
      'its protocol is a new one',
      [
        ['A', A],
        ['A议定书', pointing('before', 1, [], { child: { kind: 'protocol', title: '%议定书' } })],
        ['A', that('agreement')],
        ['A议定书', that('protocol')],
      ],
    ],
    [
      'a short form',
      [
        ['A', A],
        ['A', { via: 'definition', alias: 'the Convention', aliasOf: 0 }],
        ['B', B],
        ['A', { via: 'definition', alias: 'the Convention' }],
      ],
    ],
    [
      'a short form that was never defined is what it points at',
      [
        ['A', A],
        ['A', { ...that(), alias: 'the Convention' }],
      ],
    ],
  ])('%s', (_, rows) => {
    expect(
      answers(
        rows.map(([, phrase]) => phrase),
        null,
      ),
    ).toEqual(rows.map(([answer]) => answer));
  });
});

describe('in the text of a protocol to A', () => {
  const own: InstrumentDraft = {
    title: 'P',
    core: 'P',
    kind: 'protocol',
    parents: [{ title: 'A', core: 'A', kind: 'convention', relation: 'amends', rule: 'test', confidence: 1 }],
  };

  it.each<[string, readonly Row[]]>([
    [
      'this',
      [
        ['P', heading],
        ['B', B],
        ['P', this_],
      ],
    ],
    [
      'that protocol, with no other',
      [
        ['P', heading],
        ['P', that('protocol')],
      ],
    ],
    [
      'that convention is what the heading names',
      [
        ['P', heading],
        ['A', that('convention')],
      ],
    ],
    [
      'the latter is never the text itself',
      [
        ['P', heading],
        ['A', named('A', { kind: 'convention' })],
        ['A', latter],
      ],
    ],
    [
      'the following, above the text',
      [
        ['P', heading],
        ['P', pointing('after', 1, ['protocol'])],
      ],
    ],
    [
      'the following of another kind',
      [
        ['P', heading],
        [null, pointing('after', 1, ['treaty'])],
      ],
    ],
  ])('%s', (_, rows) => {
    expect(
      answers(
        rows.map(([, phrase]) => phrase),
        own,
      ),
    ).toEqual(rows.map(([answer]) => answer));
  });
});

describe('two of one name', () => {
  const statement = (signed: string | undefined, parties?: readonly string[]) =>
    named('S', { ...(signed === undefined ? {} : { signed }), ...(parties ? { parties } : {}) });

  const count = (...phrases: Phrase[]) => {
    const drafts = phrases.map(
      (phrase, i): AgreementDraft => ({
        type: 'agreement',
        start: i * 10,
        end: i * 10 + 9,
        rule: 'test',
        confidence: 1,
        via: 'title',
        facts: [],
        ...phrase,
      }),
    );
    const reading = {
      drafts,
      cues: [],
      instrument: null,
      sentences: [{ start: 0, end: phrases.length * 10 }],
    };
    return resolveAgreements(reading).clusters.map(({ facts }) => facts);
  };

  it('and different dates are two', () => {
    expect(count(statement('1992-12-18'), statement('1994-09-03'))).toHaveLength(2);
  });
  it('and different parties are two', () => {
    expect(count(statement(undefined, ['CHN', 'RUS']), statement(undefined, ['CHN', 'KAZ']))).toHaveLength(2);
  });
  it('and different kinds are two', () => {
    expect(count(named('S', { kind: 'treaty' }), named('S', { kind: 'protocol' }))).toHaveLength(2);
  });
  it('and dates that agree are one, with the sharper', () => {
    expect(count(statement('1994'), statement('1994-09-03'))).toMatchObject([{ signed: '1994-09-03' }]);
    expect(count(statement('1994-09-03'), statement('1994'))).toMatchObject([{ signed: '1994-09-03' }]);
  });
  it('by one key of an authority are one, whatever they are called', () => {
    expect(count(named('S', { keys: ['k'] }), named('R', { keys: ['k'] }))).toHaveLength(1);
  });
  it('of which one has no date are one', () => {
    expect(count(statement('1994-09-03'), statement(undefined))).toHaveLength(1);
  });
  it('and as many different dates are as many, in time that grows with their number', () => {
    // Each compared with each takes more than a minute.
    const dates = Array.from({ length: 40_000 }, (_, i) => {
      const [year, month, day] = [1700 + Math.floor(i / 336), (Math.floor(i / 28) % 12) + 1, (i % 28) + 1];
      return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
    });
    expect(count(...dates.flatMap((date) => [statement(date), statement(undefined)]))).toHaveLength(40_000);
  }, 15_000);
});
