/** What a text is called and between whom it is, by the lines that it begins with. */
import { describe, expect, test } from 'vitest';
import { ownOf, read } from '../read.ts';

describe('the title', () => {
  test.each<[string, string]>([
    [
      'PROTOCOL AMENDING ARTICLE 1 (a) OF THE AGREEMENT ON PONDS BY ROAD THE PARTIES TO THE PRESENT PROTOCOL, agree.',
      'PROTOCOL AMENDING ARTICLE 1 (a) OF THE AGREEMENT ON PONDS BY ROAD',
    ],
    [
      '120 United Nations — Treaty Series • Nations Unies — Recueil des Traités 1985 INTERNATIONAL POND AGREEMENT, 1983 PREAMBLE  The Parties agree.',
      'INTERNATIONAL POND AGREEMENT, 1983',
    ],
    [
      'Royal Crest\n\nPartnership, Trade and Cooperation\nAgreement\n\nbetween Norway and\nthe Kingdom of Denmark\n\nOslo, 3 December 2020\n\nThey agree.',
      'Partnership, Trade and Cooperation Agreement between Norway and the Kingdom of Denmark',
    ],
    [
      'TRADE AGREEMENT\nBETWEEN\nNORWAY\nAND\nDENMARK\nIII\nPREAMBLE\nNorway and Denmark agree.',
      'TRADE AGREEMENT BETWEEN NORWAY AND DENMARK',
    ],
    [
      'Treaty on Ponds, Annex Protocol\nIII\nArticle 1\nPonds are clean.',
      'Treaty on Ponds, Annex Protocol III',
    ],
    [
      'Agreement between the European Economic Community, of the one part, and Norway, of the other part\nTHE EUROPEAN COMMUNITY of the one part, and NORWAY agree.',
      'Agreement between the European Economic Community, of the one part, and Norway, of the other part',
    ],
    [
      'Agreement between Norway and Denmark on Ponds in the Area, 11 November 1997\n\nThey agree.',
      'Agreement between Norway and Denmark on Ponds in the Area',
    ],
    [
      'Declaration on Ponds Proclaimed by General Assembly resolution 3447 of 9 December 1975\nThe General Assembly,\nRecalling it, agrees.',
      'Declaration on Ponds',
    ],
    [
      'Norway-Denmark Trade Agreement (http://ponds.example)\n\nThey agree.',
      'Norway-Denmark Trade Agreement',
    ],
    [
      'agreement on ponds [as amended by the pond council at its first session (may 1963)] source: they agree.',
      'agreement on ponds',
    ],
    [
      'amendments to annex ii [rules for ponds] of the protocol on ducks source: they agree.',
      'amendments to annex ii [rules for ponds] of the protocol on ducks',
    ],
    [
      'agreement on the waters of the pond. signed at rome, february 10, 1941 source: they agree.',
      'agreement on the waters of the pond',
    ],
    [
      'exchange of notes constituting an agreement on ponds. warsaw, 28 and 30 june 1972 source: excellency, i agree.',
      'exchange of notes constituting an agreement on ponds',
    ],
  ])('%j', (text, title) => {
    expect(ownOf(read(text, 'en'))).toMatchObject({ title });
  });
});

describe('the parties', () => {
  test.each<[string, string[]]>([
    [
      'TRADE AGREEMENT BETWEEN THE EFTA STATES AND DENMARK\n\nIceland, Norway (hereinafter called the EFTA States) and Denmark,\nRecalling ponds, agree.',
      ['ISL', 'NOR', 'DNK'],
    ],
    [
      'framework agreement on ponds (rome, 21 may 2003)source: the government of the kingdom of norway, the government of denmark and the european union, desiring ponds, agree.',
      ['NOR', 'DNK', 'org:eu'],
    ],
    [
      'third arrangement on ponds source: pursuant to the pond agreement, wherein the parties agreed to it, the republic of kiribati, the republic of nauru, palau and tuvalu,have agreed as follows:',
      ['KIR', 'NRU', 'PLW', 'TUV'],
    ],
    [
      'protocol on forestry source: preamblewe, the heads of state of:the republic of angolathe republic of botswanathe kingdom of lesothorecalling ponds, agree.',
      ['AGO', 'BWA', 'LSO'],
    ],
    [
      'Protocol setting out the fishing opportunities provided for in the Agreement between Norway and the Kingdom of Denmark on fishing off the coast\n\nArticle 1\nThey fish.',
      ['NOR', 'DNK'],
    ],
    [
      'Partnership Agreement in the fisheries sector between the Caribbean Community (CARICOM) and the Union of the Comoros\n\nThey agree.',
      ['org:caricom', 'COM'],
    ],
    [
      'CONVENTION ON PONDS\n\nHis MAJESTY THE KING OF THE BELGIANS; THE PRESIDENT OF THE SPANISH REPUBLIC; THE SWISS FEDERAL COUNCIL,\nHave agreed.',
      ['BEL', 'ESP', 'CHE'],
    ],
    [
      'Complementation Agreement No. 5 entered into between MERCOSUR and Denmark\n\nThe plenipotentiaries of Norway and Sweden, members of MERCOSUR, agree.',
      ['org:mercosur', 'DNK'],
    ],
    [
      'TRADE AGREEMENT BETWEEN DENMARK AND THE STATES OF THE EUROPEAN FREE TRADE ASSOCIATION\n\nDenmark, and Iceland and Norway, Members of the European Free Trade Association,\nRecalling ponds, agree.',
      ['DNK', 'ISL', 'NOR'],
    ],
    ['TRADE AGREEMENT BETWEEN EFTA AND DENMARK\n\nThey agree.', ['org:efta', 'DNK']],
    [
      'exchange of notes constituting an agreement between canada and norway on ponds source: note i. excellency, ponds are clean.',
      ['CAN', 'NOR'],
    ],
    [
      'Association Agreement\nbetween the European Community and its Member States, of the one part, and Norway, of the other part\n\nTHE KINGDOM OF BELGIUM,\nTHE KINGDOM OF DENMARK,\nContracting Parties to the Treaty on Ponds, hereinafter “the Member States”, of the one part, and Norway, of the other part, agree.',
      ['BEL', 'DNK', 'NOR', 'org:eec'],
    ],
  ])('%j', (text, parties) => {
    expect(ownOf(read(text, 'en'))).toMatchObject({ parties });
  });

  test('none where one of a list cannot be read', () => {
    const text =
      'CONVENTION ON PONDS\n\nTHE KING OF NORWAY; TIlE KlNG OF TItE GREEKLINGS; THE KING OF SWEDEN,\nHave agreed.';
    expect(ownOf(read(text, 'en'))).not.toHaveProperty('parties');
  });

  test('none of notes that name a third state', () => {
    const text =
      'exchange of notes on ponds source: excellency, i have the honour to refer to norway, sweden and denmark.';
    expect(ownOf(read(text, 'en'))).not.toHaveProperty('parties');
  });
});
