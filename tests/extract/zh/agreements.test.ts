/** Agreements by title, name, description, short form and anaphor. */
import { describe, expect, it } from 'vitest';
import { cited, read, said } from '../read.ts';

describe('agreements are read', () => {
  it.each<[string, string[]]>([
    // Titles.
    ['双方遵守《中俄国界西段协定》。', ['《中俄国界西段协定》 → sino-russian-border-west-1994']],
    [
      '《关于修改〈中日渔业协定〉的议定书》已经生效。',
      ['《关于修改〈中日渔业协定〉的议定书》 → 关于修改〈中日渔业协定〉的议定书'],
    ],
    [
      '制定《国家履行〈关于持久性有机污染物的斯德哥尔摩公约〉方案》。',
      ['〈关于持久性有机污染物的斯德哥尔摩公约〉 → stockholm-pops-2001'],
    ],
    // Names.
    ['双方遵守联合国宪章。', ['联合国宪章 → un-charter-1945']],
    ['缔约国遵守聯合國憲章。', ['聯合國憲章 → un-charter-1945']],
    ['双方重申中哈国界协定的意义。', ['中哈国界协定 → china-kazakhstan-border-1994']],
    ['双方执行联合国安理会第1540号决议。', ['联合国安理会第1540号决议 → unsc-1540-2004']],
    ['双方执行联合国安理会第97531号决议。', ['联合国安理会第97531号决议 → 联合国安理会第97531号决议']],
    ['双方对延长核不扩散条约表示欢迎。', ['核不扩散条约 → npt-1968']],
    // Descriptions.
    [
      '中俄两国政府关于预防危险军事活动的协定具有重要意义。',
      ['中俄两国政府关于预防危险军事活动的协定 → sino-russian-dangerous-military-1994'],
    ],
    [
      '双方认为，签署在边境地区加强军事领域信任的协定具有重大意义。',
      ['在边境地区加强军事领域信任的协定 → 在边境地区加强军事领域信任的协定'],
    ],
    [
      '双方恪守一九九四年九月三日中华人民共和国主席和俄罗斯联邦总统关于不将本国战略核武器瞄准对方的联合声明。',
      [
        '中华人民共和国主席和俄罗斯联邦总统关于不将本国战略核武器瞄准对方的联合声明 → 关于不将本国战略核武器瞄准对方的联合声明',
      ],
    ],
    [
      '研究修订1992年3月13日签署的关于鼓励和相互保护投资协定。',
      ['关于鼓励和相互保护投资协定 → 关于鼓励和相互保护投资协定'],
    ],
    ['一九八〇年十月二日簽署之特權、免稅暨豁免協定有效。', ['特權、免稅暨豁免協定 → 特權、免稅暨豁免協定']],
    ['一九七二年八月九日两国政府签订的贸易协定有效。', ['贸易协定 → 贸易协定']],
    ['1925年2月19日在日内瓦签订之国际鸦片公约有效。', ['国际鸦片公约 → 国际鸦片公约']],
    ['双方续签了两国文化合作谅解备忘录。', ['两国文化合作谅解备忘录 → 两国文化合作谅解备忘录']],
    ['双方执行两国政府间的贸易协定。', ['两国政府间的贸易协定 → 两国政府间的贸易协定']],
    ['双方执行两国间贸易协定。', ['两国间贸易协定 → 两国间贸易协定']],
    ['欢迎五核国会议联合公报。', ['五核国会议联合公报 → 五核国会议联合公报']],
    [
      '双方就相互促进和保护投资协定和避免双重征税协定达成一致。',
      ['相互促进和保护投资协定 → 相互促进和保护投资协定', '避免双重征税协定 → 避免双重征税协定'],
    ],
    ['双方将早日缔结对日和约。', ['对日和约 → 对日和约']],
    ['双方遵守《续议界务专条附章》。', ['《续议界务专条附章》 → 续议界务专条附章']],
    ['赞赏《金砖国家经济伙伴战略》。', ['《金砖国家经济伙伴战略》 → 金砖国家经济伙伴战略']],
    // Anaphors.
    [
      '双方遵守《中泰引渡条约》。该条约已经生效。',
      ['《中泰引渡条约》 → 中泰引渡条约', '该条约 → 中泰引渡条约'],
    ],
    [
      '双方签署了《中哈渔业协定》和《中哈贸易协定》。上述两协定自签字之日起生效。',
      [
        '《中哈渔业协定》 → 中哈渔业协定',
        '《中哈贸易协定》 → 中哈贸易协定',
        '上述两协定 → 中哈渔业协定 中哈贸易协定',
      ],
    ],
    [
      '双方签署了《中哈渔业协定》和《中哈引渡条约》。前者涉及渔业，后者涉及引渡。',
      [
        '《中哈渔业协定》 → 中哈渔业协定',
        '《中哈引渡条约》 → 中哈引渡条约',
        '前者 → 中哈渔业协定',
        '后者 → 中哈引渡条约',
      ],
    ],
    [
      '《中哈引渡条约》生效后，双方又签署了《中哈渔业协定》。该条约继续有效。',
      ['《中哈引渡条约》 → 中哈引渡条约', '《中哈渔业协定》 → 中哈渔业协定', '该条约 → 中哈引渡条约'],
    ],
    [
      '双方批准了《中泰引渡条约》及其议定书。',
      ['《中泰引渡条约》 → 中泰引渡条约', '其议定书 → 中泰引渡条约议定书'],
    ],
    // Short forms.
    [
      '双方遵守《中泰引渡条约》（以下简称“《条约》”）。《条约》第三条规定引渡。',
      ['《中泰引渡条约》 → 中泰引渡条约', '《条约》 → 中泰引渡条约', '《条约》 → 中泰引渡条约'],
    ],
    [
      '中国参加的《伯尔尼保护文学和艺术作品公约》(以下称伯尔尼公约)。伯尔尼公约成员国国民受保护。',
      [
        '《伯尔尼保护文学和艺术作品公约》 → berne-copyright-1886',
        '伯尔尼公约 → berne-copyright-1886',
        '伯尔尼公约 → berne-copyright-1886',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(said(read(text), 'agreement')).toEqual(expected);
  });
});

describe('numbers and groups', () => {
  it.each<[string, string[]]>([
    [
      '双方执行联合国安理会第97531（2006）号决议。',
      ['联合国安理会第97531（2006）号决议 → 联合国安理会第97531（2006）号决议'],
    ],
    [
      '双方执行联合国安理会第97531号和第97532号决议。',
      ['联合国安理会第97531号和第97532号决议 → 联合国安理会第97531号决议 联合国安理会第97532号决议'],
    ],
    [
      '双方遵守《甲乙声明》、《甲乙条约》、《甲乙宣言》和《甲乙公报》。双方重申四个政治文件的原则。',
      [
        '《甲乙声明》 → 甲乙声明',
        '《甲乙条约》 → 甲乙条约',
        '《甲乙宣言》 → 甲乙宣言',
        '《甲乙公报》 → 甲乙公报',
        '四个政治文件 → 甲乙声明 甲乙条约 甲乙宣言 甲乙公报',
      ],
    ],
    [
      '双方回顾1972年2月28日发表的《上海公报》、1978年12月16日发表的《中美建交公报》和1982年8月17日发表的《八·一七公报》，重申中美三个联合公报的原则。',
      [
        '《上海公报》 → china-us-shanghai-1972',
        '《中美建交公报》 → china-us-relations-1978',
        '《八·一七公报》 → china-us-august-1982',
        '中美三个联合公报 → china-us-shanghai-1972 china-us-relations-1978 china-us-august-1982',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(said(read(text), 'agreement')).toEqual(expected);
  });

  it('takes three that were just published for new ones', () => {
    const [last] = read('双方遵守《甲条约》和《乙条约》，并发表了三个联合公报。').mentions.slice(-1);
    expect(last?.entities).toHaveLength(3);
  });
});

describe('no agreements are', () => {
  it.each([
    '双方遵守有效的国际条约。',
    '根据《中华人民共和国著作权法》，制定本规定。',
    '据《人民日报》报道',
    '双方基本协议如下：',
    '双方声明如下：',
    '数据库中的条约信息',
    '条约国应当合作。',
    '两国政府签订有关协定。',
    '双方本着平等互利的原则',
    '国务院关于加强管理的决定',
    '双方将缔结新的条约。',
  ])('%s', (text) => {
    expect(said(read(text), 'agreement').filter((line) => !line.endsWith('?'))).toEqual([]);
  });
});

describe('a noun that points at nothing is no agreement', () => {
  it.each([
    ['《中哈渔业协定》已签署。该条约已经生效。', '该条约'],
    ['《中哈引渡条约》已签署。上述两协定自签字之日起生效。', '上述两协定'],
    ['《中哈渔业协定》已签署。前者涉及渔业。', '前者'],
    ['该条约已经生效。', '该条约'],
  ])('%s', (text, noun) => {
    expect(read(text).mentions.filter((mention) => mention.text === noun)).toEqual([]);
  });
});

describe('what cannot be told is said to be so, with what it might be', () => {
  it.each([
    ['《中哈渔业协定》已签署。上述三个协定均已生效。', '上述三个协定', ['中哈渔业协定']],
    [
      '双方签署了关于文化交流和环境保护的两个协定。该协定已经生效。',
      '该协定',
      ['关于文化交流的协定', '关于环境保护的协定'],
    ],
  ])('%s', (text, anaphor, titles) => {
    const { mentions, entities } = read(text);
    const mention = mentions.find((one) => one.text === anaphor);
    expect(mention).toMatchObject({ entities: [], unresolved: expect.stringMatching(/./) as string });
    const titleOf = (id: string) => {
      const entity = entities.find((one) => one.id === id);
      return entity?.type === 'agreement' ? entity.title : id;
    };
    expect(mention?.candidates?.map(titleOf)).toEqual(titles);
  });
});

describe('what the words say of an agreement', () => {
  it.each([
    [
      '双方遵守一九九四年九月三日签署的《中俄国界西段协定》。',
      { kind: 'agreement', signed: '1994-09-03', parties: ['CHN', 'RUS'], status: 'concluded' },
    ],
    [
      '双方于二〇〇一年七月十六日在莫斯科签署的《中华人民共和国和俄罗斯联邦睦邻友好合作条约》有效。',
      { kind: 'treaty', signed: '2001-07-16', parties: ['CHN', 'RUS'], place: '莫斯科' },
    ],
    [
      '双方遵守《中泰引渡条约》（1993年8月26日）。',
      { kind: 'treaty', signed: '1993-08-26', parties: ['CHN', 'THA'] },
    ],
    ['双方将尽快制定在边境地区相互裁减军事力量的协定。', { status: 'prospective', kind: 'agreement' }],
    ['双方将努力尽早缔结全面禁止核试验条约。', { status: 'prospective', authority: 'ctbt-1996' }],
    ['双方签署了《中泰引渡条约》。', { status: 'concluded' }],
    [
      '双方遵守1972年《中日联合声明》。',
      { signed: '1972', parties: ['CHN', 'JPN'], kind: 'joint-statement' },
    ],
    ['双方遵守《中苏国界东段协定》。', { parties: ['CHN', 'SUN'] }],
    ['双方遵守《维也纳外交关系公约》。', { kind: 'convention', authority: 'vienna-diplomatic-1961' }],
  ])('%s', (text, facts) => {
    expect(cited(read(text))).toMatchObject([facts]);
  });

  it('of several in one breath, each its own date', () => {
    const text =
      '双方遵守一九七二年九月二十九日和一九七八年八月十二日分别签署的《中日联合声明》和《中日和平友好条约》。';
    expect(cited(read(text)).map(({ signed }) => signed)).toEqual(['1972-09-29', '1978-08-12']);
  });

  it.each(['双方遵守《甲乙公约》。', '双方签署《中俄贸易协定》，二〇〇一年是友好年。'])(
    'and nothing is filled in: %s',
    (text) => {
      for (const agreement of cited(read(text))) expect(agreement.signed).toBeUndefined();
    },
  );
});
