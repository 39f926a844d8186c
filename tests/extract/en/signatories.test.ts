/** Who signed for whom, by the layouts that signature blocks have. */
import { describe, expect, test } from 'vitest';
import { ownOf, read } from '../read.ts';

const SMALL = 'protocol on ponds source: the parties agree. done at bonn, 9 december 1991.';
const CAPITAL = 'Agreement on Ponds\n\nThe Parties agree.\nDONE at Rome on 3 May 1996.\n';

/** “NOR jo dahl, DNK x” */
function signatories(text: string): string {
  const own = ownOf(read(text, 'en'));
  return (own?.signatories ?? []).map(({ person, party }) => `${party} ${person}`).join(', ');
}

describe('in small letters', () => {
  test.each<[string, string]>([
    [
      'for the government of norway: jo dahlfor the government of japan:haruki morita[ed: signature removed]for denmark: w. j. jordan',
      'NOR jo dahl, JPN haruki morita, DNK w. j. jordan',
    ],
    [
      'for the russian federation: sokolovfor the republic of armenia: ra pmfor the government of ukraine: bondar (with reservation)for norway:',
      'RUS sokolov, ARM ra pm, UKR bondar',
    ],
    [
      'for norway: klaus sundnes gunnar rolfsen olav liennes for denmark: maria jose holm torp lund for sweden: nils berg',
      'NOR klaus sundnes, NOR gunnar rolfsen, NOR olav liennes, DNK maria jose holm torp lund, SWE nils berg',
    ],
    [
      'for norway: (signed) j. w. beyen (signed) j. luns for denmark: h. baels. g. gilson.',
      'NOR j. w. beyen, NOR j. luns, DNK h. baels, DNK g. gilson',
    ],
    [
      'for norway: a. t. a. dobson a. j. aglen for denmark: w. m. chapman hilary j. deason for sweden: [l. s.] hector holm',
      'NOR a. t. a. dobson, NOR a. j. aglen, DNK w. m. chapman, DNK hilary j. deason, SWE hector holm',
    ],
    [
      'for the government of belgium: pour le gouvernement de la belgique: j. de witte for the government of denmark: pour le gouvernement du danemark: nils holm',
      'BEL j. de witte, DNK nils holm',
    ],
    [
      'for canada: c. s. a. heron march 13th, 1966 for denmark: torben holm march 1st, 1966',
      'CAN c. s. a. heron, DNK torben holm',
    ],
    [
      'for the government of norway: [signed by odd l. dahl, jr.]for the government of denmark: [signed by hans holm]',
      'NOR odd l. dahl, jr., DNK hans holm',
    ],
    [
      'in the name of australia:in the name of comoros: siti kassimin the name of france: charles millonin the name of japan:',
      'COM siti kassim, FRA charles millon',
    ],
    [
      'on behalf of norway: p. c. walwa in and on behalf of denmark: l. lubowa on behalf of the league of atlantis: x. y. zet',
      'NOR p. c. walwa, DNK l. lubowa',
    ],
    [
      'federal republic of cameroon: m. abena republic of the ivory coast: koffi yaonderepublic of guinea: camarafederal republic of nigeria: t. o. bellorepublic of mali: t. o. keita',
      'CMR m. abena, CIV koffi yaonde, GIN camara, NGA t. o. bello, MLI t. o. keita',
    ],
    [
      'walter k. terning for the government of canada einar kl. holmsen for the government of iceland entry into force may 16, 1973',
      'CAN walter k. terning, ISL einar kl. holmsen',
    ],
  ])('%s', (block, expected) => {
    expect(signatories(SMALL + block)).toBe(expected);
  });

  test.each<[string, string]>([
    ['a state that was not read', 'for denmark: socialist republic ofatlantis for norway:'],
    [
      'what a text says of states far below',
      `${'ponds are clean. '.repeat(40)}norway: ten ducks. denmark: two ducks.`,
    ],
    ['annexes', 'for norway for denmark ANNEX 1 protected areas of the sea'],
    ['a sentence', 'for norway: this protocol enters into force for denmark: the seal is kept.'],
  ])('no names out of %s', (_, block) => {
    expect(signatories(SMALL + block)).toBe('');
  });

  test('a second page of signatures, far behind, is of another text', () => {
    const page = 'for norway: jo dahl. for denmark: nils holm. ';
    expect(signatories(`${SMALL}${page}${'ponds are clean. '.repeat(60)}${page}`)).toBe(
      'NOR jo dahl, DNK nils holm',
    );
  });
});

describe('with capitals', () => {
  test.each<[string, string]>([
    [
      'Odd Dahl\n____\nFor the Kingdom of Norway\nMinister Hans Holm\n____\nFor the Kingdom of Denmark\n',
      'NOR Odd Dahl, DNK Hans Holm',
    ],
    [
      '(Odd Dahl)\nMinister\n(Anand Holm)\nMinister of\nSupplies\nFor the Kingdom of Norway For the Kingdom of Denmark\n',
      'NOR Odd Dahl, DNK Anand Holm',
    ],
    [
      'For the Government of the\nKingdom of Norway\nMinister of Industry and Ponds\nOdd Dahl\nFor the Government of The Kingdom of\nDenmark\nMinister of Ponds\nHans Holm.\n',
      'NOR Odd Dahl, DNK Hans Holm',
    ],
    [
      'For the Kingdom of\nNorway\nFor the Republic of\nFinland\nFor Denmark\nO. Dahl A. Lien Berg H. Holm\n',
      'NOR O. Dahl, FIN A. Lien Berg, DNK H. Holm',
    ],
    ['For the Kingdom of\nNorway\nFor the Republic of\nFinland\nFor Denmark\nO. Dahl A. Lien\n', ''],
    [
      '(Odd Dahl) (A. Hans Holm)\nMinister of Trade Minister for Ponds\nGovernment of the Kingdom of Norway Government of Denmark\n',
      'NOR Odd Dahl, DNK A. Hans Holm',
    ],
    [
      'On behalf of the Kingdom of Norway on behalf of Denmark\nOdda Dahl Hans Holm\nPrime Minister Prime Minister\n',
      'NOR Odda Dahl, DNK Hans Holm',
    ],
    ['For Norway:\nOdd Dahl\nFor Denmark:\n[Signed by Hans Holm]\n', 'NOR Odd Dahl, DNK Hans Holm'],
  ])('%j', (block, expected) => {
    expect(signatories(CAPITAL + block)).toBe(expected);
  });

  test.each<[string, string]>([
    [
      'names below a column of parties',
      'For Norway:\nFor Denmark:\nFor Sweden:\nODD DAHL\nHANS HOLM\nBO BERG\n',
    ],
    [
      'parties over two columns and lines',
      'For the Government of Norway For the Pond Liberation\nKingdom of Ponds Organization for Ponds\n',
    ],
    ['crosses', 'For Norway\nXXX\n'],
  ])('no names out of %s', (_, block) => {
    expect(signatories(CAPITAL + block)).toBe('');
  });
});

describe('full powers in the preamble', () => {
  test.each<[string, string]>([
    [
      'Convention on Ponds\n\nNorway and Finland have appointed as their Plenipotentiaries\nHis MAJESTY THE KING OF NORWAY:\nM. Halvdan LIEN, Minister for Foreign Affairs;\nTHE PRESIDENT OF THE REPUBLIC OF FINLAND :\nMonsieur Julio L6PEZ, Envoy to His Majesty the King of Norway;\nWho have agreed.',
      'NOR Halvdan LIEN, FIN Julio L6PEZ',
    ],
    [
      'Convention on Ponds\n\nThey appointed the following as their Plenipotentiaries:\nFOR THE GOVERNMENT OF THE REPUBLIC OF FINLAND :\nA. AHONEN,\nP. J. HELLSTEN,\nFOR THE KINGDOM OF NORWAY:\nS. M. BERGMAN,\nwho have agreed.',
      'FIN A. AHONEN, FIN P. J. HELLSTEN, NOR S. M. BERGMAN',
    ],
    [
      'convention on ponds source: they have named as their plenipotentiaries:the government of norway:the honourable don c. ames, envoy.the honourable odd c. dahl, special assistant for fisheries.the government of canada:the honourable james porter minister of fisheries.who have agreed.',
      'NOR don c. ames, NOR odd c. dahl, CAN james porter',
    ],
    [
      'convention on ponds source: they have named as their plenipotentiaries:his majesty the king of denmark, the honourable sir walter strand, knight of his order, and m. leo orbin, envoy at oslo;his britannic majesty, lord paul reed, envoy, and the president of the french republic, louis derand, secretary of state;who have agreed.',
      'DNK walter strand, DNK leo orbin, GBR paul reed, FRA louis derand',
    ],
    [
      'Convention on Ponds\n\nThey have named as their Plenipotentiaries:\nHis Majesty the King of Denmark, the Right Honourable Sir Walter Strand, Knight, and M. Leo Orbin, Envoy at Oslo;\nThe President of the French Republic, Louis Derand, Secretary of State, in whose name he speaks;\nWho have agreed.',
      'DNK Walter Strand, DNK Leo Orbin, FRA Louis Derand',
    ],
  ])('%j', (text, expected) => {
    expect(signatories(text)).toBe(expected);
  });

  test('signatures below go before them', () => {
    const powers =
      'they have named as their plenipotentiaries: the king of norway: jo holm, envoy. who have agreed.';
    expect(
      signatories(`convention on ponds source: ${powers} done at bonn, 9 december 1991.for norway: odd dahl`),
    ).toBe('NOR odd dahl');
  });

  test('none out of full powers that are only spoken of', () => {
    expect(
      signatories('convention on ponds source: plenipotentiaries were appointed. the king of norway: ponds.'),
    ).toBe('');
  });
});

describe('notes that are exchanged', () => {
  const end = 'Accept, Sir, the assurances of my highest consideration.';
  const notes = (one: string, other: string) =>
    `EXCHANGE OF NOTES CONSTITUTING AN AGREEMENT BETWEEN CANADA AND NORWAY\n\nNote I\n${one}\nNote II\n${other}\n`;
  test.each<[string, string]>([
    [
      notes(
        `The Secretary of State to the Norwegian Ambassador\nI have the honour.\n${end}\nFor the Acting Secretary of State:\nPM TOWE PM Towe`,
        `I have the honour.\n${end}\nHans HOLM\nAmbassador`,
      ),
      'CAN PM TOWE, NOR Hans HOLM',
    ],
    [
      notes('EMBASSY OF NORWAY\nI have the honour.', `I have the honour.\n${end}\nPaul Martin\n`),
      'CAN Paul Martin',
    ],
    [notes('EMBASSY OF NORWAY\nPonds are clean. Highest consideration.\nOTTAWA', 'Ponds are kept.'), ''],
    [
      notes(
        `Your Excellency,\nI have the honour.\n${end}\n(Signed) J.B. Mills\nAmbassador of Norway`,
        `I have the honour.\n${end}\nH. Lang\n`,
      ),
      'NOR J.B. Mills, CAN H. Lang',
    ],
    [notes(`I have the honour.\n${end}\nHans HOLM`, 'I have the honour.'), ''],
  ])('%j', (text, expected) => {
    expect(signatories(text)).toBe(expected);
  });
});
