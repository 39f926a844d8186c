/** What a text does to an agreement, by the words that govern its name. */
import { describe, expect, test } from 'vitest';
import { read, related } from '../read.ts';

const HEAD = 'JOINT STATEMENT OF NORWAY AND DENMARK\n\nThe two sides met in Oslo on 3 May 1999. ';

/** Relation types, with `planned` before what is prospective, each once. */
function typesIn(text: string): string[] {
  const { relations } = read(text, 'en');
  return [...new Set(relations.map(({ type, prospective }) => `${prospective ? 'planned ' : ''}${type}`))];
}

/** By what is done. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  reaffirms: [
    'Both sides reaffirm the principles contained in the Treaty on Friendship of 3 May 1967.',
    'They reaffirmed their commitment to the Treaty on Friendship between Norway and Denmark, signed on 3 May 1967.',
    'The two Governments confirmed their commitment to respect fully the principles of the Charter of the United Nations.',
    'Both sides reiterated their adherence to the Convention on Wetlands of 2 February 1971.',
    'The two sides reiterated the importance of the Convention on Wetlands of 2 February 1971.',
    'Both sides underlined their commitment to the Convention on Wetlands of 2 February 1971.',
    'The two sides stressed the need to observe strictly the Treaty on Friendship of 3 May 1967.',
    'The Parties shall abide by the Convention on Wetlands of 2 February 1971.',
    'The sides will strictly adhere to the Treaty on Friendship of 3 May 1967.',
    'The Parties remain committed to the Convention on Wetlands of 2 February 1971.',
    'The Parties recommitted themselves to the Convention on Wetlands of 2 February 1971.',
    'Reaffirming the importance of the Treaty on Friendship of 3 May 1967, the Parties agree.',
    'Both sides pledged to honour the Treaty on Friendship of 3 May 1967.',
  ],
  implements: [
    'Both sides expressed satisfaction with the implementation of the Agreement on Trade of 4 June 1992.',
    'The two sides agreed to implement fully the Agreement on Trade of 4 June 1992.',
    'In implementation of the Agreement on Trade of 4 June 1992 the Parties agree.',
    'For the purpose of implementing the Agreement on Trade of 4 June 1992 the Parties agree.',
    'With a view to giving effect to the Agreement on Trade of 4 June 1992 the Parties agree.',
    'In order to give effect to Article 3 of the Agreement on Trade of 4 June 1992 the Parties agree.',
    'Desiring to carry out the provisions of the Agreement on Trade of 4 June 1992, the Parties agree.',
    'In execution of Article 19 of the Treaty on Friendship of 3 May 1967 the Parties agree.',
    'In application of Article 5 of the Treaty on Friendship of 3 May 1967 the Parties agree.',
    'For the application of Article 5 of the Treaty on Friendship of 3 May 1967 the Parties agree.',
  ],
  based_on: [
    'The Parties agreed to fulfil their obligations under the Convention on Wetlands of 2 February 1971.',
    'In pursuance of Article 19 of the Treaty on Friendship of 3 May 1967 the Parties agree.',
    'On the basis of the Treaty on Friendship of 3 May 1967 the Parties agree.',
    'Acting on the basis of Article 4 of the Treaty on Friendship of 3 May 1967 the Parties agree.',
    'As provided for in Article 5 of the Treaty on Friendship of 3 May 1967, the Commission meets.',
    'As required by Article 5 of the Convention on Wetlands of 2 February 1971, the Parties meet.',
    'Proceeding from the Treaty on Friendship of 3 May 1967, the Parties agree.',
    'Guided by the Charter of the United Nations, the Parties agree.',
    'Being guided by the purposes and principles of the Charter of the United Nations, the Parties agree.',
    'Taking as a basis the Treaty on Friendship of 3 May 1967, the Parties agree.',
    'Within the framework of the Agreement on Trade of 4 June 1992 the Parties cooperate.',
    'In line with the Convention on Wetlands of 2 February 1971 the Parties cooperate.',
    'In conformity with Article 3 of the Convention on Wetlands of 2 February 1971 the Parties cooperate.',
    'Consistent with the Convention on Wetlands of 2 February 1971 the Parties cooperate.',
    'In compliance with the Convention on Wetlands of 2 February 1971 the Parties cooperate.',
    'Pursuant to the Agreement on Trade of 4 June 1992 the Parties cooperate.',
    'By virtue of Article 4 of the Agreement on Trade of 4 June 1992 the Parties cooperate.',
    'Having regard to the Convention on Wetlands of 2 February 1971 the Parties agree.',
    'The rights under the Convention on Wetlands of 2 February 1971 are not affected.',
    'The Parties may suspend benefits under the Treaty on Friendship of 3 May 1967.',
    'They noted the progress made under the Treaty on Friendship of 3 May 1967.',
    'They called on Sweden to fulfil its obligations under the Convention on Wetlands of 2 February 1971.',
    'They urged full compliance with the Convention on Wetlands of 2 February 1971.',
  ],
  supports: [
    'They welcomed the Agreement on Trade signed on 4 June 1992.',
    'They welcomed the signing of the Agreement on Trade of 4 June 1992.',
    'The two leaders welcomed the conclusion of the Agreement on Trade of 4 June 1992.',
    'They noted with satisfaction the entry into force of the Agreement on Trade of 4 June 1992.',
    'The two sides highly appreciated the Agreement on Trade of 4 June 1992.',
    'Both Ministers expressed support for the Convention on Wetlands of 2 February 1971.',
    'They expressed their full support for the Convention on Wetlands of 2 February 1971.',
    'Recognizing the importance of the Treaty on Friendship of 3 May 1967, the Parties agree.',
    'They attached great importance to the Treaty on Friendship of 3 May 1967.',
    'They welcomed the entry into force on 1 May 1998 of the Treaty on Friendship of 3 May 1967.',
    "They welcomed Norway's accession to the Treaty on Friendship of 3 May 1967.",
    'They welcomed the decision of Denmark to join the Treaty on Friendship of 3 May 1967.',
  ],
  calls_for: [
    'The Parties shall accede to the Convention on Wetlands of 2 February 1971.',
    'The two sides call for the ratification of the Convention on Wetlands of 2 February 1971.',
    'The two sides called on all States to ratify the Convention on Wetlands of 2 February 1971.',
    'They urged all States to accede to the Convention on Wetlands of 2 February 1971.',
    'They called for the early entry into force of the Convention on Wetlands of 2 February 1971.',
    'They called for universal adherence to the Convention on Wetlands of 2 February 1971.',
    'They expressed the hope that all States would join the Convention on Wetlands of 2 February 1971.',
    'The Norwegian side declared its intention to ratify the Convention on Wetlands of 2 February 1971.',
    'They supported the early entry into force of the Convention on Wetlands of 2 February 1971.',
    'They stressed the need for universal accession to the Convention on Wetlands of 2 February 1971.',
    'They hoped that the Convention on Wetlands of 2 February 1971 would soon enter into force.',
  ],
  'planned calls_for': [
    'Both sides agreed to speed up negotiations on a Convention on the Protection of Ponds.',
    'They called for the early conclusion of a Convention on the Protection of Ponds.',
  ],
  amends: [
    'This Agreement amends the Agreement on Trade of 4 June 1992.',
    'The Agreement on Trade of 4 June 1992 shall be amended as follows.',
    'The Agreement on Trade of 4 June 1992 is modified as follows.',
    'Article 3 of the Agreement on Trade of 4 June 1992 shall be replaced by the following.',
    'Article 3 of the Agreement on Trade of 4 June 1992 is deleted.',
    'In Article 3 of the Agreement on Trade of 4 June 1992 the words “ten years” shall be replaced by “five years”.',
    'The following paragraph shall be added to Article 3 of the Agreement on Trade of 4 June 1992.',
    'The Parties agree to amend Article 3 of the Agreement on Trade of 4 June 1992.',
    'Desirous of amending the Treaty on Friendship of 3 May 1967, the Parties agree.',
    'Considering it desirable to revise the Treaty on Friendship of 3 May 1967, the Parties agree.',
    'The word “ponds” in Article 4 of the Treaty on Friendship of 3 May 1967 is deleted.',
    'Annex II to the Treaty on Friendship of 3 May 1967 is replaced by the Annex to this Agreement.',
    'A new Article 5 bis shall be inserted in the Treaty on Friendship of 3 May 1967.',
    'Article 5 of the Treaty on Friendship of 3 May 1967 shall be worded as follows.',
    'Article 5 of the Treaty on Friendship of 3 May 1967 shall have the following wording.',
    'The following new paragraph is added after paragraph 2 of Article 5 of the Treaty on Friendship of 3 May 1967:',
  ],
  'planned amends': [
    'They noted that the Treaty on Friendship of 3 May 1967 should be amended.',
    'The Norwegian side proposed to amend the Treaty on Friendship of 3 May 1967.',
  ],
  'planned extends': [
    'They expressed the wish to renew the Treaty on Friendship of 3 May 1967.',
    'They discussed the possibility of extending the Treaty on Friendship of 3 May 1967.',
    'The Danish side was ready to consider extending the Treaty on Friendship of 3 May 1967.',
  ],
  supplements: [
    'This Agreement is supplementary to the Agreement on Trade of 4 June 1992.',
    'This Agreement supplements the Agreement on Trade of 4 June 1992.',
    'This Agreement shall form an integral part of the Agreement on Trade of 4 June 1992.',
    'This Protocol shall constitute an integral part of the Agreement on Trade of 4 June 1992.',
    'The Agreement on Trade of 4 June 1992 shall be supplemented as follows.',
    'The Treaty on Friendship of 3 May 1967 shall be read and interpreted together with this Agreement.',
    'This Agreement and the Treaty on Friendship of 3 May 1967 shall be read as one single instrument.',
    'Desiring to supplement the Treaty on Friendship of 3 May 1967, the Parties agree.',
  ],
  extends: [
    'The Agreement on Trade of 4 June 1992 shall remain in force until 31 December 2001.',
    'The validity of the Agreement on Trade of 4 June 1992 is extended until 31 December 2001.',
    'The Agreement on Trade of 4 June 1992 shall be extended for a further period of five years.',
    'The Agreement on Trade of 4 June 1992 is renewed for one year.',
    'The Parties agree to extend the Agreement on Trade of 4 June 1992 for one year.',
    'The Agreement on Trade of 4 June 1992 shall continue in force for one year.',
    'The period of validity of the Agreement on Trade of 4 June 1992 shall be prolonged.',
    'By exchange of notes the Parties shall extend the Treaty on Friendship of 3 May 1967 for five years.',
    'Wishing to extend the Treaty on Friendship of 3 May 1967, the Parties agree.',
  ],
  supersedes: [
    'This Agreement replaces the Agreement on Trade of 4 June 1992.',
    'This Agreement shall replace the Agreement on Trade of 4 June 1992.',
    'This Agreement supersedes and replaces the Agreement on Trade of 4 June 1992.',
    'From the date of its entry into force this Agreement shall supersede the Agreement on Trade of 4 June 1992.',
    'The Treaty on Friendship of 3 May 1967 is superseded by this Agreement.',
    'The Treaty on Friendship of 3 May 1967 shall be replaced by this Agreement.',
    'This Agreement, which replaces the Treaty on Friendship of 3 May 1967, shall be ratified.',
    'This Agreement shall enter into force on 1 May 2000 and shall replace the Treaty on Friendship of 3 May 1967.',
    'As between the Parties, this Agreement shall take the place of the Treaty on Friendship of 3 May 1967.',
    'This Agreement is concluded in replacement of the Treaty on Friendship of 3 May 1967.',
  ],
  terminates: [
    'Upon its entry into force cease to have effect the Agreement on Trade of 4 June 1992 and the Protocol on Trade of 4 June 1993.',
    'The Convention on Wetlands of 2 February 1971 is and remains abrogated.',
    'Upon the entry into force of this Agreement, the Agreement on Trade of 4 June 1992 shall terminate.',
    'Upon the entry into force of this Agreement, the Agreement on Trade of 4 June 1992 shall cease to be in force.',
    'With the entry into force of this Agreement, the Agreement on Trade of 4 June 1992 shall be terminated.',
    'On the entry into force of this Agreement the Agreement on Trade of 4 June 1992 shall lapse.',
    'The Agreement on Trade of 4 June 1992 shall no longer be in force.',
    'The Agreement on Trade of 4 June 1992 shall expire on the entry into force of this Agreement.',
    'The Agreement on Trade of 4 June 1992 is hereby terminated.',
    'The Agreement on Trade of 4 June 1992 is hereby suspended.',
    'The application of the Agreement on Trade of 4 June 1992 shall be suspended.',
    'The Treaty on Friendship of 3 May 1967 shall cease to apply between the Parties.',
    'The Treaty on Friendship of 3 May 1967 shall be considered terminated.',
    'The Treaty on Friendship of 3 May 1967 shall be deemed to have been terminated.',
    'The Treaty on Friendship of 3 May 1967 is null and void.',
  ],
  cites: [
    'The Protocol on Ponds of 4 June 1999 will supersede the Treaty on Friendship of 3 May 1967 upon its entry into force.',
    'They recalled the Joint Declaration of 4 June 1992.',
    'Recalling the Treaty on Friendship of 3 May 1967, the Parties agree.',
    'Taking into account the Convention on Wetlands of 2 February 1971 the Parties agree.',
    'Without prejudice to the Convention on Wetlands of 2 February 1971 the Parties agree.',
    'Nothing in this Agreement shall affect the Convention on Wetlands of 2 February 1971.',
    'This Agreement does not amend the Agreement on Trade of 4 June 1992.',
    'They note the revised Annex I of the Convention on Wetlands of 2 February 1971 (revised Annex II of the Convention on Wetlands of 2 February 1971).',
    'If the Convention on Wetlands of 2 February 1971 should cease to be in force, Article 5 applies.',
    'This Agreement shall not replace the Agreement on Trade of 4 June 1992.',
    'This Agreement shall not be construed as terminating the Agreement on Trade of 4 June 1992.',
    'Convinced that the Convention on Wetlands of 2 February 1971 has been useful, the Parties agree.',
    'Being Parties to the Convention on Wetlands of 2 February 1971, the Parties agree.',
    'Considering that the Agreement on Trade of 4 June 1992 was terminated by the Protocol on Peace of 3 May 1999, the Parties agree.',
    'The Agreement on Trade of 4 June 1992, as amended by the Protocol on Peace of 3 May 1999, applies.',
    'Either Party may terminate the Treaty on Friendship of 3 May 1967.',
    'The Board has the right to amend the Treaty on Friendship of 3 May 1967.',
    'They intend to exchange the instruments of ratification of the Treaty on Friendship of 3 May 1967.',
    'The 1999 Protocol on Ponds replaced the Treaty on Friendship of 3 May 1967.',
    'The Protocol on Ponds of 4 June 1999 amended the Treaty on Friendship of 3 May 1967.',
    'Nothing in this Agreement shall be interpreted to amend the Treaty on Friendship of 3 May 1967.',
    'The two sides agreed to begin negotiations on the revision of the Treaty on Friendship of 3 May 1967.',
    'The two sides spoke highly of the Treaty on Friendship of 3 May 1967.',
    'They were of the view that the Treaty on Friendship of 3 May 1967 is the basis of their relations.',
    'They condemned violations of the Convention on Wetlands of 2 February 1971.',
    'Disputes concerning the interpretation or application of the Treaty on Friendship of 3 May 1967 go to the Board.',
    'Subject to the provisions of the Treaty on Friendship of 3 May 1967 the Parties agree.',
    'Notwithstanding the Treaty on Friendship of 3 May 1967 the Parties agree.',
    'The provisions of the Treaty on Friendship of 3 May 1967 shall continue to apply.',
    'The Treaty on Friendship of 3 May 1967 shall remain in force.',
    'The provisions of the Treaty on Friendship of 3 May 1967 remain unaffected.',
    'The Treaty on Friendship of 3 May 1967 shall apply mutatis mutandis.',
  ],
};

test('a note changes what it says should be changed', () => {
  const note =
    'EXCHANGE OF NOTES CONSTITUTING AN AGREEMENT BETWEEN NORWAY AND DENMARK\n\nI have the honour to propose that ';
  const text = `${note}the Treaty on Friendship of 3 May 1967 should be terminated on 1 May 1970.`;
  expect(related(read(text, 'en'))).toEqual(['terminates Treaty on Friendship']);
});

test('a statement adds nothing to the treaty that it is about', () => {
  const text = `JOINT STATEMENT OF NORWAY AND DENMARK ON THE TREATY ON LAKES\n\nThey will implement the Treaty on Lakes.`;
  expect(related(read(text, 'en'))).toEqual(['implements Treaty on Lakes']);
});

describe('each of a list', () => {
  test.each<[string, string[]]>([
    [
      'Determined to implement the Convention on Ponds, and specifically its Article VII, the Treaty on Lakes, signed at Oslo on 3 May 1967, and the Protocol on Rivers of 4 June 1999, they agree.',
      ['implements Convention on Ponds', 'implements Treaty on Lakes', 'implements Protocol on Rivers'],
    ],
    [
      'They act in accordance with the Convention on Ponds (hereinafter referred to as “the Pond Convention”) and the Treaty on Lakes.',
      ['based_on Convention on Ponds', 'based_on Treaty on Lakes'],
    ],
    [
      'They reaffirmed the Convention on Ponds; the Treaty on Lakes was discussed, and so was the Protocol on Rivers.',
      ['reaffirms Convention on Ponds', 'cites Treaty on Lakes', 'cites Protocol on Rivers'],
    ],
    [
      'They replaced the Convention on Ponds and met in Oslo for the signing of the Treaty on Lakes.',
      ['supersedes Convention on Ponds', 'cites Treaty on Lakes'],
    ],
    [
      'Norway shall accede to the following multilateral Conventions on ponds:\n- Paris Act (1971) of the Convention on Ducks,\n- Treaty on Lakes,\n- Protocol on Rivers.\n\nThe Convention on Canals was discussed.',
      [
        'calls_for Convention on Ducks',
        'calls_for Treaty on Lakes',
        'calls_for Protocol on Rivers',
        'cites Convention on Canals',
      ],
    ],
    [
      'They confirm the importance they attach to the obligations arising from the following conventions:\n(a) the Convention on Ducks;\n(b) the Treaty on Lakes.\n\nArticle 3\nThe Convention on Canals is another.',
      ['reaffirms Convention on Ducks', 'reaffirms Treaty on Lakes', 'cites Convention on Canals'],
    ],
    [
      'Norway shall accede to the following multilateral Conventions. The Board named:\n- Convention on Ducks.',
      ['cites Convention on Ducks'],
    ],
  ])('%s', (text, expected) => {
    expect(related(read(HEAD + text, 'en'))).toEqual(expected);
  });
});

describe.each(Object.entries(SAID))('%s', (type, texts) => {
  test.each(texts.map((text) => [text]))('%s', (text) => {
    expect(typesIn(HEAD + text)).toEqual([type]);
    expect(typesIn((HEAD + text).toLowerCase())).toEqual([type]);
  });
});

test('what an agreement was amended by is not what is replaced', () => {
  const said =
    'The Convention on Ponds of 3 May 1960, as amended by the Additional Protocol of 8 March 1964 and by the Protocol of 6 May 1983, shall be amended as follows.';
  expect(related(read(HEAD + said, 'en'))).toEqual([
    'amends Convention on Ponds',
    'cites Additional Protocol of 8 March 1964',
    'cites Protocol of 6 May 1983',
  ]);
});
