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
    [
      '《中华人民共和国政府和新加坡共和国政府贸易协定》第三议定书',
      '《中华人民共和国政府和新加坡共和国政府贸易协定》第三议定书',
      'protocol',
      ['CHN', 'SGP'],
    ],
    ['威尼斯宪章：国际古迹保护与修复宪章', '威尼斯宪章：国际古迹保护与修复宪章', 'charter', undefined],
    ['水城宣言\n——关于古建筑周边环境的保护', '水城宣言——关于古建筑周边环境的保护', 'declaration', undefined],
    ['关于历史地区的保护及其当代作用的建议', '关于历史地区的保护及其当代作用的建议', 'other', undefined],
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

  it('are none where nobody signs', () => {
    expect(ownOf(read(`中俄联合声明${BODY}`))?.signatories).toBeUndefined();
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
