/** The language's own words, by class. Names come from the authorities. */
import { CALLS } from './calls.ts';
import { GROUNDS } from './grounds.ts';
import { FLAG, Lexicon } from './lexicon.ts';
import { VERBS } from './verbs.ts';

export const MONTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    january: 1,
    february: 2,
    march: 3,
    april: 4,
    may: 5,
    june: 6,
    july: 7,
    august: 8,
    september: 9,
    october: 10,
    november: 11,
    december: 12,
    jan: 1,
    feb: 2,
    mar: 3,
    apr: 4,
    jun: 6,
    jul: 7,
    aug: 8,
    sept: 9,
    sep: 9,
    oct: 10,
    nov: 11,
    dec: 12,
  }),
);

const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const ORDINAL_UNITS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );

/** Values of number words, hyphenated ones too: sixty-seven is 67. */
export const NUMERALS: ReadonlyMap<string, number> = makeNumerals();
/** Days of a month in words: third is 3, twenty-first 21, thirtieth 30. */
export const ORDINALS: ReadonlyMap<string, number> = makeOrdinals();

function makeNumerals(): ReadonlyMap<string, number> {
  const values = new Map<string, number>(UNITS.map((word, i) => [word, i + 1]));
  for (const [tens, value] of Object.entries(TENS)) {
    values.set(tens, value);
    for (const [i, unit] of UNITS.slice(0, 9).entries()) values.set(`${tens}-${unit}`, value + i + 1);
  }
  return values.set('hundred', 100).set('thousand', 1000);
}

function makeOrdinals(): ReadonlyMap<string, number> {
  const values = new Map<string, number>(ORDINAL_UNITS.map((word, i) => [word, i + 1]));
  values.set('twentieth', 20).set('thirtieth', 30);
  for (const [tens, value] of [
    ['twenty', 20],
    ['thirty', 30],
  ] as const)
    for (const [i, unit] of ORDINAL_UNITS.slice(0, 9).entries()) values.set(`${tens}-${unit}`, value + i + 1);
  return values;
}

const FUNCTION = `see cf more using used of to in on at by with from for as into upon under between among amongst against through during before after
  about above below over within without toward towards until till since per via and or but nor not no if than then so because
  although though while where there here thereof thereto therein thereby therefor thereafter thereunder hereof hereto herein
  hereby hereinafter hereafter hereunder herewith it he she they we you i them us him her me who whom which what whose when
  also only either neither both whether however moreover further furthermore whereas therefore thus accordingly all each every
  some anyone e g etc viz ie pursuant according concerning regarding including excluding except save unless notwithstanding
  following due subject respect accordance conformity virtue behalf view order case terms light
  account note provided given having being recalling considering whereof hence nevertheless always never already out up down off away
  itself themselves himself et al`;

const FINITE = `is are was were be been am shall will would should may might must can could cannot has have had do does did
  applies apply provides provide provided enters enter entered constitutes constitute contains contain contained remains remain
  stipulates requires require required becomes become became came comes takes take took gives give given made makes make
  establishes creates applied entitled includes include refers refer agree agrees agreed undertake undertakes
  recognizes recognize ceases cease ceased replaces replace replaced supersedes abrogates decides decide decided
  adopts adopt declares declare recommends recommend invites urges considers expires expired
  permits prohibits exists intend intends desire desires notify notifies notified
  reserves reserve consists consist stands stand lapses lapse incorporates incorporate comprises comprise forms regulates govern governs continues continue continued expresses hereby wishes wish ensure ensures`;

const TOPIC = `on concerning regarding relating relative for respecting establishing creating amending supplementing to
  supplementary additional modifying extending providing prohibiting instituting implementing governing about against with
  constituting revising replacing terminating renewing prolonging approving instituting setting placing laying banning
  regulating defining determining effecting effected pertaining facilitating granting designed protecting containing
  abolishing suspending fixing specifying stipulating adjusting authorizing authorising controlling dealing adopting abating combating`;

const DONE = `sign executed finalized finalised written drawn signed done concluded proclaimed issued adopted created open opened dated ratified approved deposited registered initialled made held
  accepted amended modified revised hereinafter hereafter annexed attached appended referred mentioned called known entered`;

const POINTER = `said present above aforesaid aforementioned abovementioned above-mentioned afore-mentioned before-mentioned above-named
  latter former same foregoing preceding following aforenamed last-mentioned first-mentioned above-cited below-mentioned
  unamended undermentioned under-mentioned former-mentioned above-said hereinbefore-mentioned aforecited mentioned two three four five both`;

const GENERIC = `current recent most any such other others another existing future relevant applicable bilateral multilateral international similar several various
  certain many some no every each separate subsequent further new previous earlier prior older later possible appropriate necessary
  specific individual particular different subsidiary related global regional subregional sub-regional national domestic binding
  mutual common full general prior written formal informal express tacit explicit comprehensive collective commercial private
  contractual such-like standard
  interim provisional corresponding proposed draft special detailed definitive initial own respective entire whole unanimous
  wide broad reciprocal amicable`;

const PLAIN = `parties party contracting member members state states government governments article articles annex chapter section
  paragraph date entry force text provisions provision amendment amendments conclusion signature purposes purpose implementation
  ratification application meeting conference secretariat depositary council commission committee title model signatory
  non-party host parent mother base main principal original first second third`;

const PROVISION = `article articles art arts paragraph paragraphs para paras subparagraph subparagraphs sub-paragraph sub-paragraphs
  chapter chapters annex annexes annexe appendix appendices section sections part parts point points rule rules regulation
  regulations schedule schedules clause clauses title titles item items`;

const BODY = `sub-committee subcommittee organization organisation commission committee council authority conference assembly agency union community
  communities association court tribunal bank fund institute board bureau federation group league forum programme
  centre center parliament meeting organizations organisations commissions agencies body panel`;

const RECITAL = `considering recalling recognizing recognising desiring reaffirming affirming noting convinced conscious mindful
  desirous bearing having acknowledging aware wishing determined resolved believing emphasizing emphasising stressing welcoming
  concerned realizing realising anxious confirming guided referring taking observing declaring expressing whereas mindful`;

/** Verbs that no table of what is done to agreements has, and that begin no name either. */
const CUE = 'recalling recall recalls denounce denounced adopt annul fulfilled';

const STYLE =
  'jonkheer baron count mr mrs ms miss dr sir lord lady madam madame prof professor messrs mm excellency honourable honorable hon';

const PARTY = `the government governments of and republic kingdom union his her its their majesty excellency king queen emperor empress president
  people's peoples on one other the part hand behalf member states state federal represented by respectively as well party parties
  both high contracting former united royal`;

/** Before an agreement's noun these are part of its title, in small letters too. */
export const TITLE_MODIFIERS: ReadonlySet<string> = new Set(
  `international additional supplementary supplemental revised framework optional final amending basic general european african american
  inter-american asian arab nordic benelux joint free trade partnership association cooperation fisheries fishery fishing
  customs cultural economic technical scientific consular extradition peace boundary frontier commercial commerce air transport
  preferential interim universal collective quadripartite tripartite trilateral bilateral multilateral first second third fourth
  fifth sixth seventh eighth ninth tenth unilateral special europe whaling maritime monetary defence defense security friendship
  arbitration settlement administrative complementary intergovernmental inter-governmental provisional agricultural environmental
  investment tax taxation payments stabilization stabilisation comprehensive regional cooperative co-operative explanatory concluding
  procès proces world mutual integral global strategic assistance common code`.split(/\s+/),
);

export const DETERMINERS: ReadonlySet<string> = new Set(
  'the this that these those a an its their our your his said any such each every no another other all both some'.split(
    ' ',
  ),
);

export function makeLexicon(): Lexicon {
  const lexicon = new Lexicon();
  lexicon.addAll(FUNCTION, FLAG.FUNCTION);
  lexicon.addAll(FINITE, FLAG.FINITE);
  lexicon.addAll([...MONTHS.keys()].join(' '), FLAG.MONTH);
  lexicon.addAll([...ORDINALS.keys()].join(' '), FLAG.ORDINAL);
  lexicon.addAll([...NUMERALS.keys()].join(' '), FLAG.NUMERAL);
  lexicon.addAll(TOPIC, FLAG.TOPIC);
  lexicon.addAll(DONE, FLAG.DONE);
  lexicon.addAll(POINTER, FLAG.POINTER);
  lexicon.addAll(GENERIC, FLAG.GENERIC);
  lexicon.addAll(PLAIN, FLAG.PLAIN);
  lexicon.addAll(PROVISION, FLAG.PROVISION);
  lexicon.addAll(BODY, FLAG.BODY);
  lexicon.addAll(RECITAL, FLAG.RECITAL);
  for (const words of [CUE, ...VERBS, ...GROUNDS, ...CALLS]) lexicon.addAll(words, FLAG.CUE);
  lexicon.addAll(STYLE, FLAG.STYLE);
  lexicon.addAll(PARTY, FLAG.PARTY);
  lexicon.addAll('which who whose whom that when where whereby if unless until because', FLAG.RELATIVE);
  for (const word of DETERMINERS) lexicon.add(word, FLAG.DETERMINER | FLAG.FUNCTION);
  for (const mark of ',.;:()[]"\'-/*') lexicon.add(mark);
  lexicon.addAll('hereinafter hereafter (', FLAG.DEFINES);
  lexicon.addAll('st nd rd th d day year lord grace source src no number nr', 0);
  return lexicon;
}
