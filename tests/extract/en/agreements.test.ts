import { describe, expect, test } from 'vitest';
import { found, read } from './read.ts';

/** A first line, so that no row is taken for a heading. */
const HEAD = 'Report of the Board\n\nIn this year the following was noted. ';

describe('titles end by structure', () => {
  test.each<[string, string[]]>([
    [
      'the Convention on the Law of the Sea, done at London on 3 May 1967,',
      ['Convention on the Law of the Sea'],
    ],
    [
      'BEING PARTIES to the International Convention for the Safety of Life at Sea, 1974, done at London on 1 November 1974,',
      ['International Convention for the Safety of Life at Sea, 1974'],
    ],
    [
      'the Revised\nConvention for Rhine Navigation of 17 October 1868 in the version of\n20 November 1963 to developments',
      ['Revised Convention for Rhine Navigation of 17 October 1868 in the version of 20 November 1963'],
    ],
    [
      "in the Convention of 14 December 1922 regarding Rhine boatmasters' certificates;",
      ["the Convention of 14 December 1922 regarding Rhine boatmasters' certificates"],
    ],
    [
      'refer to the exchange of notes dated January 22, 1964, between the Government of Canada and the Government of the United States regarding the Columbia River Treaty.',
      [
        'the exchange of notes dated January 22, 1964, between the Government of Canada and the Government of the United States regarding the Columbia River Treaty',
      ],
    ],
    [
      'the Agreement concluded at Rome on 3 May 1967 shall',
      ['the Agreement concluded at Rome on 3 May 1967'],
    ],
    [
      'the Convention on the Prohibition of the Development, Production and Stockpiling of Weapons and on Their Destruction shall apply',
      [
        'Convention on the Prohibition of the Development, Production and Stockpiling of Weapons and on Their Destruction',
      ],
    ],
    [
      'the Convention on Wetlands and the Protocol on Water, which entered',
      ['Convention on Wetlands', 'Protocol on Water'],
    ],
    [
      'the Treaty between the Kingdom of Denmark and the Federal Republic of Germany concerning the delimitation of the continental shelf;',
      [
        'Treaty between the Kingdom of Denmark and the Federal Republic of Germany concerning the delimitation of the continental shelf',
      ],
    ],
    [
      'RECALLING the Treaty between Norway and Denmark concerning Sea and Seabed Boundaries between the two countries and Related Matters, signed at Rome on 25 January, 1989.',
      [
        'Treaty between Norway and Denmark concerning Sea and Seabed Boundaries between the two countries and Related Matters',
      ],
    ],
    ['the 1974 Convention on Fishing applies', ['1974 Convention on Fishing']],
    ['By Council Decision No. 12 of 1972 (8th November, 1972) it', ['Council Decision No. 12 of 1972']],
    [
      'in General Assembly resolution 2625 (XXV) of 24 October 1970,',
      ['General Assembly resolution 2625 (XXV) of 24 October 1970'],
    ],
    ['the Liechtenstein Protocol is', ['Liechtenstein Protocol']],
    ['of the Charter of the United Nations.', ['Charter of the United Nations']],
    ['the Treaty of Rome was', ['the Treaty of Rome']],
    [
      "shall replace the Agreement of March 14, 1968,' between the two Governments on river questions, and the Agreements of April 30, 1970,3 and of May 11, 1972,4 which",
      [
        "the Agreement of March 14, 1968,' between the two Governments on river questions",
        'the Agreements of April 30, 1970,3 and of May 11, 1972',
      ],
    ],
    [
      'by the Agreement between Norway and Denmark in regard to Rivers of Mutual Interest, which',
      ['Agreement between Norway and Denmark in regard to Rivers of Mutual Interest'],
    ],
    [
      'the Agreement between Norway and Denmark in respect of Article 3',
      ['Agreement between Norway and Denmark'],
    ],
    [
      'the Protocols opened for signature on 3 May 1967 and 4 June 1970 are',
      ['the Protocols opened for signature on 3 May 1967 and 4 June 1970'],
    ],
    [
      'the Treaty opened for signature at Oslo on 3 May 1967 and',
      ['the Treaty opened for signature at Oslo on 3 May 1967'],
    ],
    [
      'the Treaty signed at Oslo on 3 May 1967 and in force since 4 June 1970 is',
      ['the Treaty signed at Oslo on 3 May 1967'],
    ],
    ['Recalling the Declaration of Rome, and', ['the Declaration of Rome']],
    [
      'Recalling resolutions WHA63.15 on ponds and WHA64.12 on lakes, and',
      ['resolutions WHA63.15 on ponds', 'WHA64.12 on lakes'],
    ],
    [
      'the Europe Agreement between the European Communities, of the one part, and Norway, of the other part, and the Protocol on Water',
      [
        'Europe Agreement between the European Communities, of the one part, and Norway, of the other part',
        'Protocol on Water',
      ],
    ],
    [
      'the agreement of 1 August 1961[1] between Iceland and Denmark on fishing is',
      ['the agreement of 1 August 1961[1] between Iceland and Denmark on fishing'],
    ],
    ['the Agreement was adopted at Rome on 3 May 1967', []],
    [
      'Recalling resolutions PWA28.81 and PB63.R30 concerning, respectively, ponds and lakes,',
      ['resolutions PWA28.81', 'PB63.R30'],
    ],
    ['as this amended Agreement and the amended Agreement say', ['this amended Agreement']],
    [
      'resolutions PWA36.12 on ducks: national policies and programmes, PWA42.20 on hares and PWA57.16 on ponds: see above, and',
      [
        'resolutions PWA36.12 on ducks: national policies and programmes',
        'PWA42.20 on hares',
        'PWA57.16 on ponds',
      ],
    ],
    [
      'by Agreement entered into at Rome and dated the 22nd day of June, 1926, it was settled',
      ['Agreement entered into at Rome and dated the 22nd day of June, 1926'],
    ],
    [
      'the agreement signed at Rome on 3 May 1967 between Norway and Denmark concerning fishing in ponds applies',
      ['the agreement signed at Rome on 3 May 1967 between Norway and Denmark concerning fishing in ponds'],
    ],
    [
      'in the Code of Conduct for Responsible Pond Fisheries called for in the Declaration of Rome,',
      ['Code of Conduct for Responsible Pond Fisheries', 'the Declaration of Rome'],
    ],
    ['in the Code of Conduct for Arbitrators', []],
    [
      'recalling that Recommendation 17/11 of the Pond Board applies',
      ['Recommendation 17/11 of the Pond Board'],
    ],
    [
      'under Pond Conventions Nos. 29, 105 and 138, and the Night Rest (Ducks) Convention (Revised), 1948 (No. 89), and the Safety in Ponds Convention, 1995,',
      [
        'Pond Conventions Nos. 29',
        '105',
        '138',
        'Night Rest (Ducks) Convention (Revised), 1948 (No. 89)',
        'Safety in Ponds Convention, 1995',
      ],
    ],
    [
      'the Convention on a Common Pond Market, and an agreement on a matter of ponds, and the Agreement on a given day',
      ['Convention on a Common Pond Market'],
    ],
    [
      'the agreement signed at London on 3 May 1967 concerning protection of the Ponds, hereinafter',
      ['agreement signed at London on 3 May 1967 concerning protection of the Ponds'],
    ],
    [
      'within the framework of the Charter of the League of Ponds and the principles of the trade,',
      ['Charter of the League of Ponds'],
    ],
    [
      'under the Protocol to the Introduction of Amendments and Additions to the Agreement on Ponds of 2 April 1999 and',
      ['Protocol to the Introduction of Amendments and Additions to the Agreement on Ponds of 2 April 1999'],
    ],
    ['Within the framework of the Pond Convention 1972 and its rules', ['Pond Convention 1972']],
    [
      'To ratify the Free Trade Agreement between the Government of Norway and the\nGovernment of Denmark\nThe Parliament has resolved.',
      ['Free Trade Agreement between the Government of Norway and the Government of Denmark'],
    ],
    [
      'to the PROTOCOL ON BOATS AND OTHER DEVICES (Protocol II)\nGuidelines on recording\nWhenever',
      ['PROTOCOL ON BOATS AND OTHER DEVICES (Protocol II)'],
    ],
    [
      'parties to the Convention on Ponds apply, in conformity with that agreement, its rules',
      ['Convention on Ponds', 'that agreement'],
    ],
  ])('%s', (text, expected) => {
    expect(found(HEAD + text, 'agreement')).toEqual(expected);
  });
});

describe('titles in small letters', () => {
  test.each<[string, string[]]>([
    [
      'the convention on ducks applies. a state that is not a party to the convention with respect to trade in the species concerned is one to the 1992 clc protocol',
      ['convention on ducks', 'the convention', '1992 clc protocol'],
    ],
    [
      'to the arrangements for the regulation of pond whaling, signed at london on 6th june, 1962; and arrangements for ponds',
      ['arrangements for the regulation of pond whaling'],
    ],
    [
      'being parties to the convention on fishing and conservation of the living resources of the high seas, considering that',
      ['convention on fishing and conservation of the living resources of the high seas'],
    ],
    ['statements in the declaration of rome, resulting from the summit', ['the declaration of rome']],
    ['under the act of rome relating to ponds and reeds,', ['act of rome relating to ponds and reeds']],
    [
      'under the agreement relating to the pond commission and to navigation on ponds, and to sign the agreement relating to the duck commission and to promote it',
      [
        'agreement relating to the pond commission and to navigation on ponds',
        'agreement relating to the duck commission',
      ],
    ],
    [
      'the convention on ponds and article iv. of the convention of rome of 3 may 1960, respecting the hunting of ducks, apply',
      ['convention on ponds', 'the convention of rome of 3 may 1960, respecting the hunting of ducks'],
    ],
    [
      'changes to the agreements establishing the pond commissions for the lakes, and the agreements on ponds, apply',
      ['agreements establishing the pond commissions for the lakes'],
    ],
    [
      'the trilateral agreement on a common secretariat for ponds of 23 october 1987, and an agreement on a reciprocal basis,',
      ['trilateral agreement on a common secretariat for ponds of 23 october 1987'],
    ],
    [
      'under article ii of an arrangement implementing the lake agreement setting forth terms of access, or an arrangement on ponds,',
      ['arrangement implementing the lake agreement setting forth terms of access'],
    ],
    [
      'under the convention of saint-remy-en-haye of 10th september 1919',
      ['the convention of saint-remy-en-haye of 10th september 1919'],
    ],
    ['the convention on wetlands, done at rome on 2 february 1971,', ['convention on wetlands']],
    [
      'according to agreement on shared management of water adopted by heads of state on 18th february 1992',
      ['agreement on shared management of water'],
    ],
    [
      'the 1974 convention on the protection of the marine environment of the baltic sea area, and the role of the commission',
      ['1974 convention on the protection of the marine environment of the baltic sea area'],
    ],
  ])('%s', (text, expected) => {
    expect(found(HEAD.toLowerCase() + text, 'agreement')).toEqual(expected);
  });
});

describe('no mention', () => {
  test.each([
    ['by agreement between the Parties'],
    ['international agreements in force'],
    ['any convention on fishing'],
    ['a bilateral agreement shall be concluded'],
    ['within the Convention Area'],
    ['in agreement with the Council'],
    ['under existing treaties'],
    ['such agreements or arrangements'],
    ['the agreement of the Parties'],
    ['no decision was taken'],
    ['these agreements shall'],
    ['Protocol 3'],
    ['as set out in Protocol No. 3'],
    ['of goods named in Protocol II'],
    ['the Agreements concluded between the Parties'],
  ])('%s', (text) => {
    expect(found(HEAD + text, 'agreement')).toEqual([]);
  });
});

describe('what a mention says', () => {
  test.each<[string, Record<string, unknown>]>([
    [
      'the Convention on Fishing, signed at London on 1 June 1967, is',
      { kind: 'convention', signed: '1967-06-01', place: 'London', core: 'convention fishing' },
    ],
    ['the 1967 Convention on Fishing is', { signed: '1967', core: 'convention fishing' }],
    [
      'the Agreement between Norway and Denmark concerning Fishing is',
      { kind: 'agreement', parties: ['NOR', 'DNK'], core: 'agreement fishing' },
    ],
    [
      'the Protocol of 3 May 1967 is',
      { kind: 'protocol', signed: '1967-05-03', core: 'protocol of 1967-05-03' },
    ],
    ['the Charter of the United Nations is', { kind: 'charter', keys: ['un-charter-1945'] }],
    [
      'the Convention on Fishing, of December 2, 1961, provides',
      { signed: '1961-12-02', core: 'convention fishing' },
    ],
    [
      'the Framework Agreement on Fishing between the Government of Norway and the Government of Denmark of 28 May 1996,',
      { signed: '1996-05-28', parties: ['NOR', 'DNK'] },
    ],
    ['of Council Decision No. 12 of 1972 (8th November, 1972)', { signed: '1972-11-08' }],
    [
      'by the "Agreement between Norway and Denmark on Rivers", 1964, to',
      { signed: '1964', parties: ['NOR', 'DNK'] },
    ],
    ['the Agreement on Ponds was signed on 3 May 1967 at London', { signed: '1967-05-03' }],
    ['the Agreement on Ecology in Ponds February 8, 1992 ceases', { signed: '1992-02-08' }],
    [
      'the Convention, between Norway and Denmark, for the Preservation of Ponds applies',
      { parties: ['NOR', 'DNK'] },
    ],
  ])('%s', (text, expected) => {
    const [draft] = read(HEAD + text).drafts.filter((one) => one.type === 'agreement');
    expect(draft?.type === 'agreement' ? draft.facts[0] : undefined).toMatchObject(expected);
  });

  test('one for each of several', () => {
    const [draft] = read(`${HEAD}the Conventions of 1949 and 1951 are`).drafts.filter(
      (one) => one.type === 'agreement',
    );
    expect(draft?.type === 'agreement' && draft.facts.map(({ signed }) => signed)).toEqual(['1949', '1951']);
  });

  test.each<[string, string[]]>([
    ['the Protocols signed at Rome on 3 May 1967 and on 4 June 1970 are', ['1967-05-03', '1970-06-04']],
    ['the Protocol signed at Rome between 3 May 1967 and 4 June 1970 is', ['1967-05-03']],
    ['the Convention on Ducks, opened for signature on 3 May 1967, is', ['1967-05-03']],
  ])('a day for each: %s', (text, expected) => {
    const [draft] = read(HEAD + text).drafts.filter((one) => one.type === 'agreement');
    expect(draft?.type === 'agreement' && draft.facts.map(({ signed }) => signed)).toEqual(expected);
  });
});
