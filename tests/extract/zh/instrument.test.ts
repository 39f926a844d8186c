/** The text's own instrument: heading, date, place, who signed for whom. */
import { describe, expect, it } from 'vitest';
import { ownOf, read, said } from '../read.ts';
import { toTraditional } from '../traditional.ts';

const BODY = '\n\n中华人民共和国和俄罗斯联邦（以下简称“双方”）宣布如下。\n\n双方重申本声明的各项原则。\n\n';

describe('the heading', () => {
  it.each([
    ['中 俄 联 合 声 明', '中俄联合声明', 'joint-statement', ['CHN', 'RUS']],
    ['中俄联合声明', '中俄联合声明', 'joint-statement', ['CHN', 'RUS']],
    [
      '中华人民共和国和哈萨克斯坦共和国\n关于深化睦邻友好合作的联合声明',
      '中华人民共和国和哈萨克斯坦共和国关于深化睦邻友好合作的联合声明',
      'joint-statement',
      ['CHN', 'KAZ'],
    ],
    [
      '中华人民共和国政府和蒙古国政府\n关于边境口岸的\n\n协定',
      '中华人民共和国政府和蒙古国政府关于边境口岸的协定',
      'agreement',
      ['CHN', 'MNG'],
    ],
    ['首页 >> 条约\n免责声明\n\n中俄联合公报', '中俄联合公报', 'joint-communique', ['CHN', 'RUS']],
    ['上海合作组织成立宣言', '上海合作组织成立宣言', 'declaration', undefined],
    ['新华社河内5月8日电  中越联合公报', '中越联合公报', 'joint-communique', ['CHN', 'VNM']],
    ['五国外长\n关于防止扩散的联合声明', '五国外长关于防止扩散的联合声明', 'joint-statement', undefined],
    ['条约汇编\n关于防止扩散的联合声明', '关于防止扩散的联合声明', 'joint-statement', undefined],
    [
      '关于防止扩散的联合声明\n中华人民共和国、法兰西共和国和俄罗斯联邦认为，扩散有害。',
      '关于防止扩散的联合声明',
      'joint-statement',
      ['CHN', 'FRA', 'RUS'],
    ],
    ['新華社河内5月8日電\n中越联合公报', '中越联合公报', 'joint-communique', ['CHN', 'VNM']],
    ['外交部关于中英联合声明的声明', '外交部关于中英联合声明的声明', 'declaration', undefined],
    [
      '大河流域渔业协定\n泰王国、老挝人民民主共和国政府，\n忆及以往的合作，',
      '大河流域渔业协定',
      'agreement',
      ['THA', 'LAO'],
    ],
    [
      '《中华人民共和国政府和新加坡共和国政府贸易协定》第三议定书',
      '《中华人民共和国政府和新加坡共和国政府贸易协定》第三议定书',
      'protocol',
      ['CHN', 'SGP'],
    ],
    ['威尼斯宪章：国际古迹保护与修复宪章', '威尼斯宪章：国际古迹保护与修复宪章', 'charter', undefined],
    ['水城宣言\n——关于古建筑周边环境的保护', '水城宣言——关于古建筑周边环境的保护', 'declaration', undefined],
    ['关于历史地区的保护及其当代作用的建议', '关于历史地区的保护及其当代作用的建议', 'other', undefined],
    ['联合国安理会主席声明1998年第1号', '联合国安理会主席声明1998年第1号', 'declaration', undefined],
    ['條約\n\n中蒙貿易協定(蒙古1994.04.29)', '中蒙貿易協定', 'agreement', ['CHN', 'MNG']],
    ['中泰引渡条约 (2013年)', '中泰引渡条约', 'treaty', ['CHN', 'THA']],
    ['中泰引渡条约（附英文）', '中泰引渡条约', 'treaty', ['CHN', 'THA']],
    [
      '中华人民共和国代表团和泰王国代表团会谈纪要',
      '中华人民共和国代表团和泰王国代表团会谈纪要',
      'other',
      ['CHN', 'THA'],
    ],
    ['中泰行动计划（2007-2011）（摘要）', '中泰行动计划（2007-2011）', 'programme', ['CHN', 'THA']],
    ['安全理事会\n第97531（2006）号决议', '第97531（2006）号决议', 'resolution', undefined],
    [
      '中国政府和泰王国政府联合公报 自由的文库',
      '中国政府和泰王国政府联合公报',
      'joint-communique',
      ['CHN', 'THA'],
    ],
    ['中泰引渡条约（中译本）', '中泰引渡条约', 'treaty', ['CHN', 'THA']],
    [
      '全国人民代表大会常务委员会关于批准中泰引渡条约的决议\n\n中泰引渡条约',
      '中泰引渡条约',
      'treaty',
      ['CHN', 'THA'],
    ],
    ['外交部 > 双边条约 > 文化\n中泰文化协定', '中泰文化协定', 'agreement', ['CHN', 'THA']],
    ['第 4 号\n中泰文化协定', '中泰文化协定', 'agreement', ['CHN', 'THA']],
    [
      '现行条约选\n中华人民共和国和泰王国引渡条约',
      '中华人民共和国和泰王国引渡条约',
      'treaty',
      ['CHN', 'THA'],
    ],
    [
      '中華民國（台灣）政府與貝里斯政府間經濟合作協定',
      '中華民國（台灣）政府與貝里斯政府間經濟合作協定',
      'agreement',
      ['CHN', 'BLZ'],
    ],
    ['馬關新約', '馬關新約', 'treaty', undefined],
    ['中日修好條規', '中日修好條規', 'treaty', ['CHN', 'JPN']],
    [
      '中美公布建立外交关系的联合公报\n\n联合公报的全文如下：\n\n中华人民共和国和美利坚合众国关于建立外交关系的联合公报',
      '中华人民共和国和美利坚合众国关于建立外交关系的联合公报',
      'joint-communique',
      ['CHN', 'USA'],
    ],
    ['\ufeff中泰引渡条约', '中泰引渡条约', 'treaty', ['CHN', 'THA']],
  ])('%j', (heading, title, kind, parties) => {
    const own = ownOf(read(`${heading}${BODY}`));
    expect(own).toMatchObject({ title, kind });
    expect(own?.parties).toEqual(parties);
  });

  it.each([
    ['a law', '中华人民共和国著作权法\n\n第一条 为保护著作权，根据《伯尔尼公约》制定本法。\n'],
    ['news', '两国外长举行会谈\n\n新华社北京电 双方回顾了《中俄联合声明》。\n'],
    ['a notice', '关于履行《关于汞的水俣公约》有关事项的公告\n\n一、禁止生产。\n'],
    ['an approval', '全国人民代表大会常务委员会关于批准中泰引渡条约的决议\n\n决定批准。\n'],
    ['a meeting’s report', '甲乙论坛第九届会议通过《安宁宣言》和《执行计划》\n\n会议发表了两份文件。\n'],
    ['a report in short', '中法发联合声明 谈判完成\n\n双方举行会谈。\n'],
    ['a report', '中法发表联合声明\n\n新华社巴黎电 双方举行会谈。\n'],
    ['a provision', '实施国际著作权条约的规定\n\n第一条 为实施国际著作权条约，制定本规定。\n'],
    ['prose', '双方签署了协定。双方表示满意。\n'],
  ])('of %s is none', (_, text) => {
    const extraction = read(text);
    expect(extraction.instrument).toBeNull();
    for (const { from } of extraction.relations) expect(from).toBe(extraction.document.id);
  });
});

describe('date and place', () => {
  it.each([
    ['in the last line', `中俄联合声明${BODY}一九九六年四月二十五日于北京\n`, '1996-04-25', '北京'],
    ['under the heading', `中俄联合声明\n（一九九六年四月二十五日，北京）${BODY}`, '1996-04-25', '北京'],
    [
      'said by the text',
      `中俄联合声明${BODY}本声明于二〇〇七年八月十八日在阿斯塔纳签署，一式两份。\n`,
      '2007-08-18',
      '阿斯塔纳',
    ],
    ['订于', `关于文化财产的公约\n1970年11月17日訂於巴黎${BODY}`, '1970-11-17', '巴黎'],
    [
      'of adoption, above a preamble',
      `水城宣言\n国际古迹遗址理事会第15届大会于2005年10月21日在西安通过${BODY}`,
      '2005-10-21',
      '西安',
    ],
    ['said before 以下公约', `甲乙公约${BODY}大会于1999年6月17日通过以下公约：\n`, '1999-06-17', undefined],
    ['the year of adoption', `甲乙宪章\n（1964年第二届国际会议通过）${BODY}`, '1964', undefined],
    [
      'under a label',
      `中美航空協定\n\n簽訂日期：民國 100 年 06 月 14 日\n生效日期：民國 100 年 7 月 1 日${BODY}`,
      '2011-06-14',
      undefined,
    ],
    [
      'in brackets of a label',
      `甲乙公约\n【发布日期】1973年3月3日签订于华盛顿${BODY}`,
      '1973-03-03',
      '华盛顿',
    ],
    [
      'of three calendars',
      `馬關新約\n\n一八九五年四月十七日，光緒二十一年三月二十三日，馬關。${BODY}`,
      '1895-04-17',
      '马关',
    ],
    [
      '订于, in a sentence',
      `中西引渡条约${BODY}本条约于二〇〇五年十一月十四日订于马德里，一式两份。\n`,
      '2005-11-14',
      '马德里',
    ],
    [
      '订于, before an annex',
      `中苏条约${BODY}一九五〇年二月十四日订于莫斯科，共两份，每份均以中文与俄文书就。\n\n附件一\n\n一九四九年一月一日、一九四九年二月一日、一九四九年三月一日的清单。\n`,
      '1950-02-14',
      '莫斯科',
    ],
    [
      'behind what a website wrote',
      `联合国安理会第1985号决议\n← | 1984 | S/RES/1985 |\n1986 |\n联合国 | S/RES/1985 |\n安全理事会 | Distr.: General |\n第1985号决议\n2011年6月10日安全理事会第6553次会议通过\n安全理事会，${BODY}`,
      '2011-06-10',
      undefined,
    ],
    ['in a bracket behind the heading', `中蒙贸易协定（蒙古1994.04.29）${BODY}`, '1994-04-29', undefined],
    [
      'of two labels in one line',
      `中蒙贸易协定\n签订日期1991年5月4日 生效日期1991年6月9日\n中华人民共和国政府和蒙古国政府，鉴于两国的友谊，达成协议。\n`,
      '1991-05-04',
      undefined,
    ],
    [
      'of a note, not of what it refers to',
      `中日两国政府关于渔船的换文\n根据1974年4月20日签订的协定，双方同意：\n允许渔船入港。\n1979年8月29日于北京\n`,
      '1979-08-29',
      '北京',
    ],
    [
      'of the meeting that issues it',
      `三国领导人宣言\n三国领导人于2003年10月7日在雅加达举行会议，并发表宣言如下：\n三国加强合作。\n`,
      '2003-10-07',
      '雅加达',
    ],
    [
      'of the meeting that its first sentence tells of, not of the page',
      '环境部长会议联合声明\n发布日期：2011-07-08 10:21 来源：新华社\n1．环境部长会议于2011年7月5日以视频方式举行。\n',
      '2011-07-05',
      undefined,
    ],
    [
      'behind the number of copies',
      `中泰农业备忘录${BODY}本备忘录以英文缮制两份，于2009年3月2日在曼谷签署。\n`,
      '2009-03-02',
      '曼谷',
    ],
    [
      'at the end, not of what an item refers to',
      `《中泰渔业协定》修正案\n甲方和乙方：\n一、经2003年10月1日修正案修正的第五条不变。\n二〇〇八年十月二十八日在曼谷签署。\n`,
      '2008-10-28',
      '曼谷',
    ],
    [
      'behind the heading, in its line',
      `中国政府和泰王国政府联合公报 1975年7月1日于北京 |\n两国政府决定建立外交关系。\n`,
      '1975-07-01',
      '北京',
    ],
    [
      'of the meeting that adopted it, in a line of links',
      `第97531（2006）号决议\n← | 第97530（2006）号决议 | 第97531（2006）号决议 2006年2月11日安全理事会第3976次会议通过 |\n安全理事会，\n回顾其决议，\n`,
      '2006-02-11',
      undefined,
    ],
    ['not there', `中俄联合声明${BODY}双方满意地回顾了一九九四年的会晤。\n`, undefined, undefined],
  ])('%s', (_, text, signed, place) => {
    const own = ownOf(read(text));
    expect([own?.signed, own?.place]).toEqual([signed, place]);
  });
});

const SIGNED = [
  { person: '江泽民', party: 'CHN', office: '主席' },
  { person: '叶利钦', party: 'RUS', office: '总统' },
];

describe('the signatures', () => {
  it.each([
    [
      'one below the other',
      '中华人民共和国\n\n主 席\n\n江泽民\n\n(签 字)\n\n俄罗斯联邦\n\n总 统\n\n叶利钦\n\n(签 字)\n\n',
    ],
    [
      'side by side',
      '中华人民共和国　　　　　　俄罗斯联邦\n　　主席　　　　　　　　　　总统\n　江泽民　　　　　　　　　叶利钦\n（签字）　　　　　　　　（签字）\n',
    ],
    [
      'party and office in one line',
      '中华人民共和国主席\n江泽民（签字）\n\n俄罗斯联邦总统\n叶利钦（签字）\n\n',
    ],
    ['in traditional script', toTraditional('中华人民共和国\n主席\n江泽民\n\n俄罗斯联邦\n总统\n叶利钦\n\n')],
  ])('%s', (_, block) => {
    const extraction = read(`中俄联合声明${BODY}${block}一九九六年四月二十五日于北京\n`);
    const tidy = (text: string | undefined) =>
      text?.replace('總統', '总统').replace('江澤民', '江泽民').replace('葉利欽', '叶利钦');
    expect(
      ownOf(extraction)?.signatories?.map(({ person, party, office }) => ({
        person: tidy(person),
        party,
        office: tidy(office),
      })),
    ).toEqual(SIGNED);
    expect(said(extraction, 'person')).toHaveLength(2);
  });

  it.each([
    [
      'in words of one line, with a closing sentence and an annex',
      '本声明一式两份，两种文本同等作准。\n\n中华人民共和国全权代表　黄 华（签字）\n日本国全权代表　　　园 田 直（签字）\n\n附件一\n\n第一条　清单如下。\n',
      ['黄华 CHN 全权代表', '园田直 JPN 全权代表'],
    ],
    [
      'side by side with one blank between',
      '两种文本同等作准。\n\n中华人民共和国全权代表 蒙古人民共和国全权代表\n周恩来 尤睦佳·泽登巴尔\n',
      ['周恩来 CHN 全权代表', '尤睦佳·泽登巴尔 MNG 全权代表'],
    ],
    [
      'spaced out, side by side',
      '三种文本同等作准。\n\n  中华人民共和国政府          匈牙利政府\n    代    表              代    表\n    金 鑫              米哈伊·库帕\n',
      ['金鑫 CHN 代表', '米哈伊·库帕 HUN 代表'],
    ],
    [
      'in two rows of two',
      '以英文写成，一式二份。\n\n中华人民共和国政府代表        柬埔寨王国政府代表\n商务部部长                  商业部部长\n高虎城                    孙占托\n\n老挝人民民主共和国政府代表        印度尼西亚共和国政府代表\n                          贸易部长\n开玛妮                    托马斯·伦邦\n',
      ['高虎城 CHN 商务部部长', '开玛妮 LAO 代表', '孙占托 KHM 商业部部长', '托马斯·伦邦 IDN 贸易部长'],
    ],
    [
      'an office on two lines, where somebody resides',
      '\n中华人民共和国代表            卡塔尔国代表\n中华人民共和国驻法兰西共和国    卡塔尔国驻法兰西共和国\n特命全权大使            特命全权大使\n周觉              阿迪亚\n(签字)              (签字)\n1988年7月5日于巴黎\n',
      ['周觉 CHN 驻法兰西共和国特命全权大使', '阿迪亚 QAT 驻法兰西共和国特命全权大使'],
    ],
    [
      'in marks before what a website adds',
      '\n中华人民共和国\n政府代表\n外交部副部长\n乔冠华\n（签字）\n\n一九七二年三月十三日于北京\n本作品不适用于该法。包括：（一）决议。\n',
      ['乔冠华 CHN 外交部副部长'],
    ],
  ])('%s', (_, block, expected) => {
    const own = ownOf(read(`中俄联合声明${BODY}${block}`));
    expect(own?.signatories?.map(({ person, party, office }) => `${person} ${party} ${office}`)).toEqual(
      expected,
    );
  });

  it.each([
    [
      'those who were given full powers',
      '中华民国国民政府主席特派：\n外交部部长宋子文博士；\n大不列颠君主特派：\n驻中华民国特命全权大使薛穆爵士；\n议定如下：\n\n第一条　废止。\n',
      ['宋子文 CHN', '薛穆 GBR'],
    ],
    [
      'heads of delegations',
      '本纪要在曼谷签署，一式两份。\n中华人民共和国政府\n代表团团长\n陈健\n泰王国政府\n代表团团长\n颂猜\n',
      ['陈健 CHN', '颂猜 THA'],
    ],
    [
      'who signed for the members of a body',
      '本备忘录一式两份。\n代表东盟成员国政府\n王景荣\n代表中华人民共和国政府\n田期玉\n',
      ['王景荣 org:asean', '田期玉 CHN'],
    ],
    [
      'those who were given full powers to act for a party',
      '中华民国主席特派：\n外交部部长宋子文为全权代表；\n苏联政府特派加拉罕为全权代表；\n议定如下：\n\n第一条　废止。\n',
      ['宋子文 CHN', '加拉罕 SUN'],
    ],
    [
      'those who were given full powers and signed without their parties',
      '中华民国特派顾维钧；\n苏联政府特派加拉罕；\n议定如下：\n\n第一条　废止。\n订于北京。\n\n顾维钧（印） 加拉罕（印）\n',
      ['顾维钧 CHN', '加拉罕 SUN'],
    ],
  ])('are %s', (_, text, expected) => {
    const own = ownOf(read(`甲乙通商条约\n\n${text}`));
    expect(own?.signatories?.map(({ person, party }) => `${person} ${party}`)).toEqual(expected);
  });

  it('are none where nobody signs', () => {
    expect(ownOf(read(`中俄联合声明${BODY}`))?.signatories).toBeUndefined();
  });
});

describe('a page without ends of lines', () => {
  it('has its heading between two spaces, its signatures behind the last sentence', () => {
    const own = ownOf(
      read(
        [
          '颁布时间:19980728 实施时间:19980728 颁布单位:北京',
          '中华人民共和国政府与法兰西共和国政府关于动物检疫的合作协定',
          '中华人民共和国政府和法兰西共和国政府(以下简称“缔约双方”)为了防止动物传染病和寄生虫病传入、传出国境,达成协议如下: 第一条 本协定中“动物”是指饲养、野生的活动物。',
          '第九条 本协定于一九九八年七月二十八日在北京签订,一式两份,每份均用中文和法文写成,两种文本同等作准。',
          '中华人民共和国政府代表 法兰西共和国政府代表 陈耀邦 路易·勒庞塞克',
        ].join(' '),
      ),
    );
    expect(own).toMatchObject({
      title: '中华人民共和国政府与法兰西共和国政府关于动物检疫的合作协定',
      signed: '1998-07-28',
      parties: ['CHN', 'FRA'],
    });
    expect(own?.signatories?.map(({ person, party }) => `${person} ${party}`)).toEqual([
      '陈耀邦 CHN',
      '路易·勒庞塞克 FRA',
    ]);
  });

  it('is none where a long line only names an agreement', () => {
    const line = `${'双方就边界、贸易和文化等问题交换了意见，'.repeat(9)}签署了 中俄贸易协定 并表示满意。`;
    expect(read(line).instrument).toBeNull();
  });
});

describe('part of a text without its heading', () => {
  it.each([
    [
      '2．按照本条第2款作出保留的国家，可撤销对本公约的保留。\n第二十三条\n本公约于1998年1月12日在纽约签署。\n',
      ['公约', 'convention', '1998-01-12'],
    ],
    ['第十条\n本议定书一律适用。本议定书须经批准。本公约不受影响。', ['议定书', 'protocol', undefined]],
  ])('is of what it calls itself: %s', (text, [title, kind, signed]) => {
    expect(ownOf(read(text))).toMatchObject({ title, kind, ...(signed ? { signed } : {}) });
    for (const { text: word, entities } of read(text).mentions.filter(({ via }) => via === 'anaphor'))
      expect(entities.length, word).toBe(word.startsWith('本') ? 1 : 0);
  });

  it.each([
    '第三条　本公约所称文物，依本法规定。本公约另有规定的除外。',
    '双方同意，本公约有效。',
    '本公约优于本议定书。本公约和本议定书有效。',
  ])('is none: %s', (text) => {
    expect(read(text).instrument).toBeNull();
  });
});

describe('本…', () => {
  it.each([
    ['关于历史村镇的建议', '大会通过本建议。'],
    ['甲乙童工公约', '大会通过以下公约，引用时得称之为《1999年童工公约》'],
    ['甲乙通商行船条约', '本约自互换之日起生效。'],
  ])('in “%s”', (heading, text) => {
    const extraction = read(`${heading}\n\n${text}\n`);
    const last = extraction.mentions.findLast(({ type }) => type === 'agreement');
    expect(last?.start).toBeGreaterThan(heading.length);
    expect(last?.entities).toEqual([extraction.instrument?.entity]);
  });

  it('means the text itself and nothing that it cites', () => {
    const extraction = read(`中俄联合声明${BODY}双方遵守《中俄贸易协定》。本声明自签字之日起生效。\n`);
    const own = extraction.mentions.filter(({ text }) => text === '本声明');
    expect(own.map(({ entities }) => entities)).toEqual(own.map(() => [extraction.instrument?.entity]));
  });
});
