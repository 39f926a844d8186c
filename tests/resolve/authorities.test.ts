import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../graph/vocabulary.ts';
import { StemmaError } from '../../src/errors.ts';
import {
  type AuthorityFile,
  checkAuthorities,
  describeSource,
  parseAuthorities,
  preferredName,
} from '../../src/resolve/authorities.ts';
import { FILES, SEED } from './seed.ts';

describe('the seed authorities', () => {
  it('have no problems', () => {
    expect(checkAuthorities(FILES)).toEqual([]);
  });

  it.each([
    ['zh', '核不扩散条约', 'agreement', 'npt-1968'],
    ['zh', '不扩散核武器条约', 'agreement', 'npt-1968'],
    ['zh', '全面禁止核试验条约', 'agreement', 'ctbt-1996'],
    ['zh', '全面禁止核子试验条约', 'agreement', 'ctbt-1996'],
    ['zh', '化学武器公约', 'agreement', 'cwc-1993'],
    ['zh', '禁止生物武器公约', 'agreement', 'bwc-1972'],
    ['zh', '联合国宪章', 'agreement', 'un-charter-1945'],
    ['zh', '中苏国界东段协定', 'agreement', 'sino-soviet-border-east-1991'],
    ['zh', '中俄国界西段协定', 'agreement', 'sino-russian-border-west-1994'],
    ['zh', '关于在边境地区加强军事领域信任的协定', 'agreement', 'shanghai-agreement-1996'],
    ['zh', '发展纲领', 'agreement', 'agenda-for-development-1997'],
    ['zh', '保护臭氧层维也纳公约', 'agreement', 'vienna-ozone-1985'],
    ['zh', '公民权利和政治权利国际公约', 'agreement', 'iccpr-1966'],
    ['zh', '联合国海洋法公约', 'agreement', 'unclos-1982'],
    ['zh', '上海公报', 'agreement', 'china-us-shanghai-1972'],
    ['zh', '中日和平友好条约', 'agreement', 'china-japan-treaty-1978'],
    ['zh', '亚太经济合作组织', 'organization', 'apec'],
    ['zh', '东盟地区论坛', 'organization', 'asean-regional-forum'],
    ['zh', '联合国安理会', 'organization', 'un-security-council'],
    ['zh', '俄罗斯联邦', 'state', 'RUS'],
    ['zh', '苏联', 'state', 'SUN'],
    ['zh', '德意志联邦共和国', 'state', 'DEU'],
    ['zh', '民主德国', 'state', 'DDR'],
    ['zh', '扎伊尔', 'state', 'COD'],
    ['zh', '暹罗', 'state', 'THA'],
    ['zh', '台湾', 'place', 'twn'],
    ['zh', '科索沃', 'place', 'xkk'],
    ['zh', '车臣', 'place', 'chechnya'],
    ['en', 'Treaty on the Non-Proliferation of Nuclear Weapons', 'agreement', 'npt-1968'],
    ['en', 'International Convention for the Prevention of Pollution from Ships', 'agreement', 'marpol-1973'],
    ['en', 'International Agreement for the Regulation of Whaling', 'agreement', 'whaling-agreement-1937'],
    ['en', 'International Convention for the Regulation of Whaling', 'agreement', 'icrw-1946'],
    ['en', 'Convention on Long-Range Transboundary Air Pollution', 'agreement', 'lrtap-1979'],
    ['en', 'Agreement on Technical Barriers to Trade', 'agreement', 'wto-tbt-1994'],
    ['en', 'Charter of the United Nations', 'agreement', 'un-charter-1945'],
    ['en', 'Vienna Convention on the Law of Treaties', 'agreement', 'vclt-1969'],
    ['en', 'Asia-Pacific Economic Cooperation', 'organization', 'apec'],
    ['en', 'Inter-Governmental Maritime Consultative Organization', 'organization', 'imo'],
    ['en', 'European Free Trade Association', 'organization', 'efta'],
    ['en', 'Norway', 'state', 'NOR'],
    ['en', 'Kingdom of Norway', 'state', 'NOR'],
    ['en', 'Swiss Confederation', 'state', 'CHE'],
    ['en', 'Burma', 'state', 'MMR'],
    ['en', 'Czechoslovak Socialist Republic', 'state', 'CSK'],
    ['en', 'Holy See', 'state', 'VAT'],
    ['en', 'Beijing', 'place', 'beijing'],
    ['en', 'Greenland', 'place', 'grl'],
    ['en', 'North Sea', 'place', 'north-sea'],
    ['ru', 'Договор о нераспространении ядерного оружия', 'agreement', 'npt-1968'],
    ['ru', 'Устав Организации Объединенных Наций', 'agreement', 'un-charter-1945'],
    ['ru', 'Содружество Независимых Государств', 'organization', 'cis'],
    ['ru', 'Республика Казахстан', 'state', 'KAZ'],
    ['ru', 'Пекин', 'place', 'beijing'],
    ['fr', 'Charte des Nations Unies', 'agreement', 'un-charter-1945'],
    ['fr', 'Convention révisée pour la navigation du Rhin', 'agreement', 'mannheim-1868'],
    ['fr', 'Confédération suisse', 'state', 'CHE'],
    ['fr', 'Genève', 'place', 'geneva'],
    ['es', 'Carta de las Naciones Unidas', 'agreement', 'un-charter-1945'],
    ['es', 'Organización de los Estados Americanos', 'organization', 'oas'],
    ['es', 'República del Paraguay', 'state', 'PRY'],
    ['es', 'Londres', 'place', 'london'],
  ] as const)('in %s know %s as %s %s', (language, name, type, key) => {
    const found = SEED.namesOf(language).filter((entry) => entry.name === name && !entry.ambiguous);
    expect(found).toMatchObject([{ type, key }]);
  });

  it.each([
    ['zh', '中俄联合声明'],
    ['zh', '日内瓦公约'],
    ['zh', '大会'],
    ['zh', '联合公报'],
    ['en', 'Geneva Convention'],
    ['en', 'the Charter'],
    ['en', 'International Convention for the Safety of Life at Sea'],
    ['en', 'General Agreement on Tariffs and Trade'],
    ['en', 'Congo'],
    ['en', 'Korea'],
    ['en', 'General Assembly'],
  ] as const)('in %s leave %s to the context', (language, name) => {
    const found = SEED.namesOf(language).filter((entry) => entry.name === name);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((entry) => entry.ambiguous)).toBe(true);
  });

  it('tell joint statements of one title apart by date', () => {
    const found = SEED.namesOf('zh').filter((entry) => entry.name === '中俄联合声明');
    expect(found.every((entry) => entry.ambiguous)).toBe(true);
    const dates = found.map((entry) => SEED.agreements.get(entry.key)?.signed);
    expect(dates).toEqual(expect.arrayContaining(['1992-12-18', '1994-09-03', '1996-04-25']));
  });

  it('name every present state in every language, and some by one character', () => {
    for (const state of SEED.states.values())
      if (state.until === undefined)
        for (const language of LANGUAGES)
          expect(preferredName(state, language), `${state.code} ${language}`).not.toBe('');
    expect(SEED.states.get('RUS')?.abbreviation?.zh).toBe('俄');
  });

  it('name their sources in words', () => {
    expect(describeSource(SEED, 'mtdsg:XXVI-4')).toBe(
      'United Nations, Multilateral Treaties Deposited with the Secretary-General, index of the titles, XXVI-4',
    );
  });

  it('tell what preceded and followed what the seed text names', () => {
    const related = (key: string) =>
      SEED.agreements.get(key)?.relations?.map(({ type, to }) => `${type} ${to}`);
    expect(related('sino-russian-border-east-2004')).toContain('supplements sino-soviet-border-east-1991');
    expect(related('border-forces-reduction-1997')).toContain('supplements shanghai-agreement-1996');
    expect(SEED.agreements.get('npt-1968')?.depositary).toEqual(['GBR', 'USA', 'SUN']);
  });

  it('give no code of ISO 3166-3 to two states', () => {
    const former = [...SEED.states.values()].flatMap((state) => state.former_codes ?? []);
    expect(new Set(former).size).toBe(former.length);
    expect(former.filter((code) => SEED.states.has(code))).toEqual([]);
    expect(SEED.states.get('MMR')?.former_codes).toEqual(['BUR']);
  });

  it('are more than 300 agreements and 150 organizations, most of them checked', () => {
    const agreements = [...SEED.agreements.values()];
    expect(agreements.filter((entry) => entry.unverified !== true).length).toBeGreaterThan(300);
    expect(SEED.organizations.size).toBeGreaterThan(150);
  });

  it('change their hash with their contents', () => {
    const changed = [...FILES, { name: 'more.json', json: { places: [{ key: 'x', names: { en: ['X'] } }] } }];
    expect(parseAuthorities(changed).hash).not.toBe(SEED.hash);
    expect(parseAuthorities([...FILES].reverse()).hash).toBe(SEED.hash);
  });

  it('load in less than 100 ms of processor time', () => {
    const times = [0, 1, 2].map(() => {
      const start = process.cpuUsage();
      parseAuthorities(FILES);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });
});

describe('authority files with a fault', () => {
  const agreement = {
    key: 'a-1990',
    kind: 'treaty',
    names: { en: ['Treaty A'] },
    sources: ['list'],
  } as const;
  const file = (content: object) => [
    { name: 'mine.json', json: { sources: [{ key: 'list', title: 'A list' }], ...content } },
  ];

  it('are told apart from one without', () => {
    expect(checkAuthorities(file({ agreements: [agreement] }))).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a date that is none', { ...agreement, signed: '1990-02-30' }, 'a-1990: signed must be a real date'],
    ['a kind that is none', { ...agreement, kind: 'deal' }, 'a-1990: kind must be one of'],
    ['a field that is none', { ...agreement, date: '1990' }, 'a-1990: date is unknown'],
    ['no kind', { key: 'a', names: {}, sources: ['list'] }, 'a: kind is missing'],
    ['no name', { ...agreement, names: {} }, 'a-1990: names is empty'],
    ['a language that is none', { ...agreement, names: { de: ['Vertrag A'] } }, 'has the language ‘de’'],
    ['no source', { ...agreement, sources: [] }, 'a-1990: sources is empty'],
    ['an unknown source', { ...agreement, sources: ['elsewhere:3'] }, 'source elsewhere is not among'],
    ['dates unchecked', { ...agreement, signed: '1990', unverified: true }, 'gives no dates'],
    ['an end before its day', { ...agreement, signed: '1990-05-01', ended: '1989' }, 'ended 1989 is before'],
    ['an unknown party', { ...agreement, parties: ['XXX'] }, 'parties: XXX is no state code'],
    ['an unknown place', { ...agreement, place: 'atlantis' }, 'place atlantis is not among the places'],
    [
      'a dangling link',
      { ...agreement, relations: [{ type: 'amends', to: 'b', source: 'list' }] },
      'relations: b is not among the agreements',
    ],
    [
      'a link to itself',
      { ...agreement, relations: [{ type: 'amends', to: 'a-1990', source: 'list' }] },
      'lead back to itself',
    ],
  ])('%s', (_fault, entry, problem) => {
    const problems = checkAuthorities(file({ agreements: [entry] }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(problems[0]).toContain('mine.json: agreements: ');
  });

  it.each<[string, AuthorityFile, string]>([
    ['two of one key', { agreements: [agreement, agreement] }, 'the key is there already'],
    [
      'unsorted',
      { agreements: [agreement, { ...agreement, key: 'a', names: { en: ['B'] } }] },
      'sort the list',
    ],
    [
      'two of one name',
      { agreements: [agreement, { ...agreement, key: 'b', names: { en: ['treaty a'] } }] },
      '‘treaty a’ is a name of mine.json: agreements: a-1990 too',
    ],
    [
      'a circle of states',
      { states: [{ code: 'SUN', names: {}, successors: ['SUN'] }] },
      'lead back to itself',
    ],
  ])('%s', (_fault, content, problem) => {
    expect(checkAuthorities(file(content)).join('\n')).toContain(problem);
  });

  it('are refused in one line', () => {
    const files = [{ name: 'mine.json', json: [] }];
    expect(() => parseAuthorities(files)).toThrow(StemmaError);
    expect(() => parseAuthorities(files)).toThrow(/^mine\.json: must be an object with some of sources/);
  });
});
