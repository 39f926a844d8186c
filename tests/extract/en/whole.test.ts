/** Headings, short forms, pointers and cues: what needs more than one line. */
import { describe, expect, test } from 'vitest';
import { en } from '../../../src/extract/languages/en/index.ts';
import { found, read } from './read.ts';

describe('headings', () => {
  test.each<[string, string, string]>([
    [
      'ADDITIONAL PROTOCOL NO. 3\nto the Revised Convention for Rhine Navigation\nTHE FEDERAL REPUBLIC OF GERMANY,\nTHE KINGDOM OF BELGIUM,\nCONSIDERING',
      'ADDITIONAL PROTOCOL NO. 3 to the Revised Convention for Rhine Navigation',
      'supplements convention rhine navigation',
    ],
    [
      'amendments to annex i of the convention on wetlandssource: the parties,noting',
      'amendments to annex i of the convention on wetlands',
      'amends convention wetlands',
    ],
    [
      'protocol to amend the convention on wetlandssrc: the contracting parties',
      'protocol to amend the convention on wetlands',
      'amends convention wetlands',
    ],
    [
      'Protocol extending the Agreement on Fishing\n\nThe Parties',
      'Protocol extending the Agreement on Fishing',
      'extends agreement fishing',
    ],
    [
      'convention on the removal of wrecks (london, 18 may 2007)source: preamble',
      'convention on the removal of wrecks',
      '',
    ],
    ['Convention on Fishing\nDone at Rome, 3 May 1967\nThe Parties', 'Convention on Fishing', ''],
    [
      'PROTOCOL ON FISHING IN LAKES At the moment of signing the Convention on Ports the undersigned agree',
      'PROTOCOL ON FISHING IN LAKES',
      '',
    ],
    [
      'amendment to annex ii of the convention on ponds in relation to the end of ponds source: the council',
      'amendment to annex ii of the convention on ponds in relation to the end of ponds',
      'amends convention ponds',
    ],
  ])('%s', (text, title, parent) => {
    const { instrument } = read(text);
    expect(instrument?.title).toBe(title);
    expect((instrument?.parents ?? []).map(({ relation, core }) => `${relation} ${core}`).join()).toBe(
      parent,
    );
  });

  test.each([
    ['The Board met. It noted the Convention on Fishing and went on.'],
    ['Recalling the Convention on Fishing,'],
    ['The Convention on Fishing was signed at Rome on 2 February 1971.'],
    ['Resolution 2625 (XXV) of 24 October 1970 is recalled.'],
    ['the agreement between norway and denmark on ponds was terminated on 3 may 1999.'],
    [''],
  ])('none: %s', (text) => {
    expect(read(text).instrument).toBeNull();
  });
});

const PROTOCOL = `Protocol on Ports
The Kingdom of Denmark and the Kingdom of Norway,
Being Parties to the Convention on Fishing, done at London on 1 June 1967 (hereinafter referred to as "the Convention"),
Recalling the Agreement of 3 May 1960 on Tolls,
Have agreed:
Article 1
Article 2 of the Convention is amended. The said Agreement shall cease to have effect. This Protocol replaces the Treaty on Docks.
In accordance with the Charter of the United Nations this Protocol is open.
Done at Rome, 17 October 1979.
For the Kingdom of Denmark: (signed) P. HARTLING
For the Kingdom of Norway: (signed) N. ERKENS
`;

describe('a whole text', () => {
  const reading = read(PROTOCOL);

  test('mentions', () => {
    expect(found(PROTOCOL, 'agreement')).toEqual([
      'Protocol on Ports',
      'Convention on Fishing',
      'the Convention',
      'the Agreement of 3 May 1960 on Tolls',
      'the Convention',
      'The said Agreement',
      'This Protocol',
      'Treaty on Docks',
      'Charter of the United Nations',
      'this Protocol',
    ]);
  });

  test('instrument', () => {
    expect(reading.instrument).toMatchObject({
      title: 'Protocol on Ports',
      kind: 'protocol',
      signed: '1979-10-17',
      place: 'Rome',
      parties: ['DNK', 'NOR'],
      signatories: [
        { person: 'P. HARTLING', party: 'DNK' },
        { person: 'N. ERKENS', party: 'NOR' },
      ],
    });
  });

  test('cues', () => {
    const { text } = en.fold(PROTOCOL);
    const said = reading.cues.map(({ draft, type }) => {
      const mention = reading.drafts[draft];
      return `${type} ${text.slice(mention?.start, mention?.end)}`;
    });
    expect(said).toEqual([
      'supplements Convention on Fishing',
      'amends the Convention',
      'terminates The said Agreement',
      'supersedes Treaty on Docks',
      'based_on Charter of the United Nations',
    ]);
  });
});

describe('what is done to a part is done to the whole in part', () => {
  test.each([
    ['Article 26 of the Convention on Fishing shall be replaced by the following', 'amends'],
    ['This Protocol replaces the Convention on Fishing.', 'supersedes'],
    ['The Convention on Fishing may be amended by the Board.', ''],
    ['The following shall be inserted after Article 3 of the Convention on Fishing:', 'amends'],
    ['Article 3 of the Convention on Fishing shall read as follows:', 'amends'],
    ['The Board may adopt the amendments to the Convention on Fishing.', ''],
    [
      'The Board hereby adopts, by this decision, the following amendments to the Convention on Fishing.',
      'amends',
    ],
    ['Calls upon States to consider becoming party to the Convention on Fishing', 'calls_for'],
    ['nothing shall not amend the Convention on Fishing', ''],
    ['The Parties shall accede to the Convention on Fishing.', 'calls_for'],
    ['an instrument of ratification of or accession to the Convention on Fishing', ''],
    ['on the basis of the Judgment of the Court by the Convention on Fishing', ''],
  ])('%s', (text, expected) => {
    const { cues } = read(`Protocol on Ports\n\n${text}`);
    expect(cues.map(({ type }) => type).join()).toBe(expected);
  });
});

describe('folding', () => {
  test.each([
    ['\ufeffthe Conven-\r\ntion on  Fishing', 'the Convention on Fishing'],
    ['a\rb\r\nc\n\n\nd', 'a\nb\nc\n\nd'],
    ['the parties to the\n12\nconvention', 'the parties to the\nconvention'],
    ['as follows:\n12\nships', 'as follows:\n12\nships'],
  ])('%j', (text, folded) => {
    const view = en.fold(text);
    expect(view.text).toBe(folded);
    const span = view.toOriginal(0, view.text.length);
    expect(text.slice(span.start, span.end).endsWith(folded.slice(-3))).toBe(true);
  });
});

describe('time grows with length alone', () => {
  test.each([
    ['the Convention on '],
    ['Article 1 of '],
    ['("the '],
    ['Agreement between Norway and '],
    ['1 May '],
    ['(((('],
    ['hereinafter '],
    ['resolutions AB1.2, AB1.3, and '],
    ['For Norway: (signed) A. B. Cdef\n'],
    ['amending the Convention, '],
    ['the committee of '],
  ])(
    'nothing but %j',
    (piece) => {
      /** Of the processor, the best of three: other work on the machine slows some. */
      const time = (count: number) => {
        const text = piece.repeat(count);
        const times = [1, 2, 3].map(() => {
          const start = process.cpuUsage();
          read(text);
          const { user, system } = process.cpuUsage(start);
          return (user + system) / 1000;
        });
        return Math.min(...times);
      };
      // Sixteen times the text: linear is 16, quadratic 256.
      const short = Math.max(time(1_000), 2);
      expect(time(16_000)).toBeLessThan(short * 80);
    },
    30_000,
  );
});
