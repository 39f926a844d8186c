/** States, organizations, places, provisions. */
import { describe, expect, it } from 'vitest';
import type { MentionType } from '../../../src/records.ts';
import { read, said } from '../read.ts';

describe('are read', () => {
  it.each<[MentionType, string, string[]]>([
    ['state', '中俄两国愿加强合作。', ['中俄 → CHN RUS']],
    ['state', '中日韩合作', ['中日韩 → CHN JPN KOR']],
    ['state', '中美关系', ['中美 → CHN USA']],
    ['state', '中苏关系', ['中苏 → CHN SUN']],
    ['state', '俄美两国', ['俄美 → RUS USA']],
    ['state', '中华人民共和国政府和泰王国政府', ['中华人民共和国 → CHN', '泰王国 → THA']],
    ['state', '苏维埃社会主义共和国联盟', ['苏维埃社会主义共和国联盟 → SUN']],
    ['state', '南斯拉夫社会主义联邦共和国', ['南斯拉夫社会主义联邦共和国 → YUG']],
    ['state', '德意志民主共和国', ['德意志民主共和国 → DDR']],
    ['state', '捷克斯洛伐克', ['捷克斯洛伐克 → CSK']],
    ['state', '俄羅斯聯邦和中華人民共和國', ['俄羅斯聯邦 → RUS', '中華人民共和國 → CHN']],
    [
      'state',
      '寮國、紐西蘭、義大利和沙烏地阿拉伯',
      ['寮國 → LAO', '紐西蘭 → NZL', '義大利 → ITA', '沙烏地阿拉伯 → SAU'],
    ],
    ['state', '中華民國政府', ['中華民國 → CHN']],
    ['state', '中以两国', ['中以 → CHN ISR']],
    [
      'person',
      '哈萨克斯坦总统纳扎尔巴耶夫和俄罗斯总统普京出席。',
      ['纳扎尔巴耶夫 → 纳扎尔巴耶夫', '普京 → 普京'],
    ],
    ['person', '外长王毅抵达。王毅表示满意。', ['王毅 → 王毅', '王毅 → 王毅']],
    ['person', '特派司徒雷登博士；', ['司徒雷登 → 司徒雷登']],
    ['person', '大使任嘉德先生阁下', ['任嘉德 → 任嘉德']],
    ['organization', '联合国资源中按照大会决定', ['联合国 → un']],
    ['person', '总理阿比·艾哈迈德在北京出席论坛。', ['阿比·艾哈迈德 → 阿比·艾哈迈德']],
    ['organization', '2021年中非合作论坛会议', ['中非合作论坛 → focac']],
    ['provision', '按照《联合国宪章》第一○二条', ['第一○二条 → article-102']],
    ['organization', '联合国秘书长的报告', ['联合国 → un']],
    ['organization', '联合国安理会的作用', ['联合国安理会 → un-security-council']],
    ['organization', '亚太经济合作组织', ['亚太经济合作组织 → apec']],
    ['organization', '东盟地区论坛', ['东盟地区论坛 → asean-regional-forum']],
    [
      'organization',
      '中俄友好、和平与发展委员会',
      ['中俄友好、和平与发展委员会 → sino-russian-friendship-committee'],
    ],
    [
      'organization',
      '中哈利用和保护跨界河流联合委员会',
      ['中哈利用和保护跨界河流联合委员会 → 中哈利用和保护跨界河流联合委员会'],
    ],
    ['place', '在北京签署', ['北京 → 北京']],
    ['place', '1990年在新加坡签订，新加坡政府欢迎。', ['新加坡 → 新加坡']],
    ['state', '1990年在新加坡签订，在新加坡政府支持下。', ['新加坡 → SGP']],
    ['place', '车臣问题', ['车臣 → 车臣']],
    ['place', '于阿斯塔纳签署', ['阿斯塔纳 → 阿斯塔纳']],
    ['provision', '根据联合国宪章第八章', ['第八章 → chapter-8']],
    ['provision', '《联合国宪章》第五十一条第二款', ['第五十一条第二款 → article-51/paragraph-2']],
    ['provision', '《联合国宪章》第51条', ['第51条 → article-51']],
    ['provision', '《中俄国界协定》附件一', ['附件一 → annex-1']],
    ['provision', '《甲乙公约》附件A', ['附件A → annex-A']],
    ['provision', '《甲乙公约》（以下简称“《公约》”）第二条', ['第二条 → article-2']],
    ['provision', '《联合国宪章》第三条和第四条', ['第三条 → article-3', '第四条 → article-4']],
  ])('%s: %s', (type, text, expected) => {
    expect(said(read(text), type)).toEqual(expected);
  });
});

describe('are not read', () => {
  it.each<[MentionType, string]>([
    ['state', '发展中国家的利益'],
    ['state', '内陆发展中国家'],
    ['state', '集中日常工作'],
    ['state', '新中国成立以来'],
    ['state', '中国共产党第十六次代表大会'],
    ['state', '開發中國家的利益'],
    ['state', '名单中以无记名投票选举'],
    ['state', '国际人道法中适用的规则'],
    ['state', '中亚地区'],
    ['person', '哈萨克斯坦总统访问中国。'],
    ['organization', '越南共产党中央委员会'],
    ['place', '缔约国会议应于必要时举行'],
    ['place', '关于群岛海道通过的规则'],
    ['state', '中文和俄文'],
    ['state', '以中文、俄文写成'],
    ['state', '双方认为各国人民'],
    ['state', '中法律规定'],
    ['state', '其中美好的愿望'],
    ['organization', '双方委员会'],
    ['organization', '有关国际组织'],
    ['organization', '本组织'],
    ['place', '在此基础上签署'],
    ['place', '在平等基础上签订'],
    ['provision', '本条约第五条'],
    ['provision', '第二条 双方同意。'],
    ['provision', '按照第三条的规定'],
  ])('%s: %s', (type, text) => {
    expect(said(read(text), type)).toEqual([]);
  });
});
