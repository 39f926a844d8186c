/** People: by office, politeness, lists, dots, lines; and who is none. */
import { describe, expect, it } from 'vitest';
import { read, said } from '../read.ts';

const names = (text: string) => said(read(text), 'person').map((row) => row.split(' → ')[0]);

describe('people are read', () => {
  it.each([
    ['外务大臣园田直抵达北京。', ['园田直']],
    ['一等肃毅伯爵李鸿章，为全权大臣。', ['李鸿章']],
    [
      '（记者谢希瑶）商务部部长王文涛同总统顾问劳雷亚诺·奥尔特加5日签字。',
      ['谢希瑶', '王文涛', '劳雷亚诺·奥尔特加'],
    ],
    ['发言人束珏婷说，', ['束珏婷']],
    ['李先念副总理、陈毅副总理兼外交部长同卡翁达总统会谈。', ['李先念', '陈毅', '卡翁达']],
    ['总统纳扎尔巴耶夫、阿卡耶夫和普京出席。', ['纳扎尔巴耶夫', '阿卡耶夫', '普京']],
    ['总统埃马纽埃尔·马克龙举行会谈。', ['埃马纽埃尔·马克龙']],
    ['会见了米哈伊尔·谢尔盖耶维奇·戈尔巴乔夫。', ['米哈伊尔·谢尔盖耶维奇·戈尔巴乔夫']],
    ['副总理安东尼奥·塔亚尼与韩正会谈。', ['安东尼奥·塔亚尼', '韩正']],
    ['特派叫温为代表，\n叫温阁下\n大使先生：', ['叫温', '叫温']],
    ['大美国钦差全权大臣柔克义\n大俄国钦命全权大臣格尔思\n', ['柔克义', '格尔思']],
  ])('%j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('by the last part of a name that was given in full', () => {
    expect(said(read('总统埃马纽埃尔·马克龙抵达。马克龙表示满意。'), 'person')).toEqual([
      '埃马纽埃尔·马克龙 → 埃马纽埃尔·马克龙',
      '马克龙 → 埃马纽埃尔·马克龙',
    ]);
  });
});

describe('no people are', () => {
  it.each([
    '代表于自由选举中产生。',
    '代表申述其理由。',
    '双方代表、苏方代表和马方代表出席。',
    '由该国总统、总理和外交部长签署。',
    '秘书长、程序主任、项目主任应',
    '瑞士联邦委员会主席',
    '昆明·蒙特利尔',
    '金融部长、石油部长和文化部长',
    '中华人民共和国主席，\n条约如下：',
  ])('%s', (text) => {
    expect(names(text)).toEqual([]);
  });
});
