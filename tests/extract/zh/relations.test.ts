/** What the verb that governs a mention says of it. A is a treaty that no list knows. */
import { describe, expect, it } from 'vitest';
import { read, related } from '../read.ts';
import { toTraditional } from '../traditional.ts';

const A = '《甲乙合作条约》';

const ROWS: [string, string][] = [
  [`双方重申恪守${A}的各项原则。`, 'reaffirms'],
  [`双方严格遵守${A}。`, 'reaffirms'],
  [`双方重申${A}继续有效。`, 'reaffirms'],
  [`双方决心采取措施落实${A}。`, 'implements'],
  [`为执行${A}，双方设立委员会。`, 'implements'],
  [`双方将认真履行${A}。`, 'implements'],
  [`根据${A}，双方商定如下。`, 'based_on'],
  [`按照${A}第三条，双方商定如下。`, 'based_on'],
  [`双方在${A}的基础上发展关系。`, 'based_on'],
  [`双方对延长${A}表示欢迎。`, 'supports'],
  [`双方高度评价${A}。`, 'supports'],
  [`双方认为${A}具有重要意义。`, 'supports'],
  [`双方呼吁各国加入${A}。`, 'calls_for'],
  [`双方希望${A}尽快生效。`, 'calls_for'],
  [`双方将尽早缔结${A}。`, 'planned calls_for'],
  [`双方将继续谈判以尽快签署${A}。`, 'planned calls_for'],
  [`双方就${A}进行谈判。`, 'planned calls_for'],
  [`${A}延长五年。`, 'extends'],
  [`本议定书修订${A}。`, 'amends'],
  [`本议定书补充${A}。`, 'supplements'],
  [`本条约取代${A}。`, 'supersedes'],
  [`${A}自本条约生效之日起终止。`, 'terminates'],
  [`双方尽快使${A}生效。`, 'calls_for'],
  [`双方满意地注意到${A}得以签署。`, 'supports'],
  [`双方加强${A}的实施。`, 'implements'],
  [`为履行中国加入的${A}（以下简称“条约”），制定本条例。`, 'implements'],
  [`甲方决定终止一切条约，包括${A}。`, 'terminates'],
  [`双方欢迎签署${A}。`, 'supports'],
  [`双方欢迎签署${A}，并决定延长另一协定。`, 'supports'],
  [`${A}第五条第一款修改如下：`, 'amends'],
  [`删除${A}第八条。`, 'amends'],
  [`${A}自新协定生效之日起失效。`, 'terminates'],
  [`双方提及早已失效的${A}。`, 'cites'],
  [`双方讨论依然有效的${A}。`, 'cites'],
  [`双方推动${A}全面落实。`, 'implements'],
  [`双方尽早就${A}达成一致。`, 'planned calls_for'],
  [`双方未就${A}达成一致。`, 'planned cites'],
  [`${A}的精神应予落实。`, 'implements'],
  [`为履行下列公约，制定本办法：\n（一）${A}；\n`, 'implements'],
  [`双方回顾${A}。`, 'cites'],
  [`${A}于1990年签署。`, 'cites'],
  // The verb is far from its object, coordinated, or behind it.
  [`双方早日达成有效、富有实质内容、符合包括国际法在内各项规则的${A}。`, 'planned calls_for'],
  [`双方同意商谈并缔结旨在便利贸易的${A}。`, 'planned calls_for'],
  [`双方重申并承诺全面落实${A}。`, 'implements'],
  [`${A}应得到严格履行。`, 'implements'],
  [`双方推动${A}得到切实履行。`, 'implements'],
  [`委员会监督${A}的执行。`, 'implements'],
  [`为便利${A}的顺利实施，设立委员会。`, 'implements'],
  [`${A}的有效性应予维护。`, 'reaffirms'],
  [`${A}确立的各项原则，应继续予以遵循。`, 'reaffirms'],
  [`任何一方的行动不得损害${A}的宗旨。`, 'reaffirms'],
  [`双方以${A}为基础发展关系。`, 'based_on'],
  [`双方愿完成${A}的国内批准程序。`, 'calls_for'],
  [`他呼吁各国保持克制，并批准${A}。`, 'calls_for'],
  [`双方呼吁尚未加入${A}的国家尽快加入。`, 'calls_for'],
  [`双方探讨缔结${A}的可能性。`, 'planned calls_for'],
  [`双方强调，${A}为合作奠定了基础。`, 'supports'],
  [`双方致力于加强${A}的普遍性。`, 'supports'],
  [`${A}第三条改为：`, 'amends'],
  [`${A}第三条中的“五年”改为“十年”。`, 'amends'],
  [`${A}第三条应予删除。`, 'amends'],
  [`${A}第三条之后增加一条：`, 'amends'],
  [`双方对${A}作如下修改：`, 'amends'],
  [`${A}由本条约取代。`, 'supersedes'],
  [`自生效之日起，${A}为本条约所代替。`, 'supersedes'],
  [`本议定书为${A}不可分割的组成部分。`, 'supplements'],
  [`本条约附件所列地图为${A}的一部分。`, 'cites'],
  [`对于${A}，各方应予全面有效落实。`, 'implements'],
  [`双方敦促尚未签署${A}的国家尽快签署。`, 'calls_for'],
  [`双方就${A}展开磋商。`, 'planned cites'],
  [`双方加快磋商${A}。`, 'planned calls_for'],
  [`双方展开谈判，以便缔结${A}。`, 'planned calls_for'],
  [`双方对${A}的落实情况感到满意。`, 'supports'],
  [`${A}不再执行。`, 'terminates'],
  [`本议定书对${A}予以补充。`, 'supplements'],
  [`${A}第六条第三款之末应增列下列文字：`, 'amends'],
  [`双方参与了${A}的谈判。`, 'cites'],
  [`双方不就${A}展开谈判，但将继续执行另一协定。`, 'planned cites'],
  [`本条约不应视为变更任何缔约国依${A}承担的义务。`, 'cites'],
  [`本建议不涉及双方根据${A}承担的义务。`, 'cites'],
  [`双方推动${A}全面生效。`, 'calls_for'],
  [`双方不再另行谈判${A}。`, 'cites'],
  [`双方坚决捍卫${A}的宗旨。`, 'reaffirms'],
  [`双方同意在国际法基础上续签${A}。`, 'planned calls_for'],
  [`双方续签了${A}。`, 'cites'],
  [`双方商定将${A}作如下修改：`, 'amends'],
  [`${A}第二条全文改写如下：`, 'amends'],
  [`在${A}第五条中增加第三款：`, 'amends'],
  [`${A}附件二由本议定书附件代替。`, 'amends'],
  [`本议定书是对${A}的重要补充。`, 'supplements'],
  [`该安排是对${A}的重要补充。`, 'cites'],
  [`双方对${A}执行五十年来的成果深感满意。`, 'supports'],
  [`双方敦促当事方延长${A}。`, 'calls_for'],
  [`双方建议延长${A}。`, 'extends'],
  [`不得以国内法为由不履行${A}。`, 'implements'],
  [`双方制定了${A}。`, 'cites'],
  [`双方应尽快结束${A}的谈判。`, 'planned calls_for'],
  [`双方支持早日通过${A}。`, 'planned calls_for'],
  [`${A}均失去其效力。`, 'terminates'],
  [`${A}第二款所载税则，现经订明，以本约代之。`, 'supersedes'],
  [`${A}仍照旧施行，本约并不废止。`, 'reaffirms'],
  [`任何一方不得以国内法为由拒绝履行${A}。`, 'implements'],
  [`不应削弱${A}的权威性。`, 'supports'],
  [`这些举措不应替代在${A}框架内的努力。`, 'based_on'],
  [`将${A}第二条中规定的期限予以延长。`, 'extends'],
  [`${A}第三条由本议定书附件三取代。`, 'amends'],
  [`${A}第三条应由以下内容取代：`, 'amends'],
  [`对${A}第三条的修改\n`, 'amends'],
  [`双方以${A}草案为基础开展谈判。`, 'planned based_on'],
  [`双方欢迎延长${A}。`, 'supports'],
  [`本照会和复照即成为${A}的组成部份。`, 'supplements'],
  [`推动${A}（1996年）生效。`, 'calls_for'],
  [`扩大${A}（1993年）的普遍性。`, 'supports'],
  [`谈判并达成一份全面的${A}。`, 'planned calls_for'],
  [`${A}正得到顺利落实。`, 'implements'],
  [`双方尽早启动${A}的实施。`, 'implements'],
  [`双方用好${A}，扩大贸易规模。`, 'implements'],
  [`中方愿率先签署${A}。`, 'calls_for'],
  [`上述行动符合${A}。`, 'based_on'],
  [`鉴于${A}的规定，双方同意。`, 'based_on'],
  [`鉴于${A}自新协定生效之日起失效，双方同意。`, 'terminates'],
  [`下列条约继续有效：\n1．${A}；\n`, 'reaffirms'],
  [`下列条约自本换文之日起失效：\n1．${A}；\n`, 'terminates'],
  [`早日完成${A}的修订工作。`, 'amends'],
  [`加快${A}联合可行性研究。`, 'planned calls_for'],
  [`双方本着${A}精神合作。`, 'based_on'],
  [`${A}关于外交关系的规定将适用于两国。`, 'based_on'],
  [`双方忆及${A}精神，发展关系。`, 'cites'],
  [`双方热烈庆祝${A}缔结三十周年。`, 'supports'],
  [`双方同意暂停执行${A}。`, 'terminates'],
  [`俄方宣布暂停履行${A}。`, 'cites'],
  [`双方将${A}作为双边关系的法律基础。`, 'based_on'],
  [`${A}对双方不再具有约束力。`, 'terminates'],
  [`双方同意恢复${A}的效力。`, 'reaffirms'],
  [`双方同意加快${A}的国内审批程序。`, 'calls_for'],
  [`双方已完成${A}的国内审批程序。`, 'cites'],
  [`${A}第二条增加一款：`, 'amends'],
  [`${A}第二条全文由下文代替：`, 'amends'],
  [`${A}所载各款，仍应遵守。`, 'reaffirms'],
  [`${A}除第三款外，均继续有效。`, 'reaffirms'],
  [`${A}各款，一概作废。`, 'terminates'],
  [`双方支持${A}早日生效。`, 'calls_for'],
  [`双方愿继续秉持${A}精神。`, 'based_on'],
  [`${A}是两国关系的政治基础。`, 'supports'],
  [`双方同意对${A}作出必要修改。`, 'amends'],
  [`${A}应于同日失效。`, 'terminates'],
  [`${A}久已失效。`, 'cites'],
  [`${A}自动顺延五年。`, 'extends'],
  [`适用经1978年修订的${A}。`, 'based_on'],
  [`${A}自本协定签字之日起即告无效。`, 'terminates'],
  [`双方加快${A}生效。`, 'calls_for'],
  [`双方认为有必要签署${A}。`, 'planned calls_for'],
  [`双方宣布结束${A}谈判。`, 'cites'],
  [`双方推进${A}升级谈判。`, 'calls_for'],
  [`双方同意定期检查${A}执行情况。`, 'implements'],
  [`${A}为双边关系注入新动力。`, 'supports'],
  [`${A}签署五十年来，两国关系良好。`, 'cites'],
  [`${A}签署五十年来为两国关系奠定了基础。`, 'supports'],
  [`双方推动${A}落到实处。`, 'implements'],
  [`双方承诺在今年年底前批准${A}。`, 'calls_for'],
  [`双方愿各遵${A}之各项原则。`, 'reaffirms'],
  [`${A}自本约生效之日起即归无效。`, 'terminates'],
  [`各会员国应将${A}付诸实施。`, 'implements'],
  [`决心实现${A}之目标。`, 'implements'],
  [`欣见${A}已获通过。`, 'supports'],
  [`双方就签署${A}表示满意。`, 'supports'],
  [`双方不采取与${A}不符的措施。`, 'reaffirms'],
  [`双方将${A}的有效期延至2010年。`, 'extends'],
  [`双方对缔结${A}表示由衷高兴。`, 'supports'],
  [`双方决定对${A}第三条作相应调整。`, 'amends'],
  [`双方同意终止执行${A}。`, 'terminates'],
  [`双方将尽快草签${A}。`, 'planned calls_for'],
  [`双方欢迎即将发表的${A}。`, 'planned supports'],
  [`“领事馆”一词具有${A}所规定的含义。`, 'based_on'],
  [`缔约各国承允加入${A}。`, 'calls_for'],
  [`关于通商事宜，两国允即订立${A}。`, 'planned calls_for'],
  [`甲方已采取措施履行其根据${A}承担的义务。`, 'implements'],
  [`上述义务源自${A}。`, 'based_on'],
  [`本协定的用语与${A}中的含义相同。`, 'based_on'],
  [`双方对${A}取得的成果给予充分肯定。`, 'supports'],
  [`${A}的缔结是双边关系史上的一件大事。`, 'supports'],
  [`${A}符合两国人民的根本利益。`, 'supports'],
  [`双方对${A}顺利通过感到鼓舞。`, 'supports'],
  [`甲方正在履行加入${A}的国内程序。`, 'calls_for'],
  [`双方鼓励尚未签署${A}的国家签署。`, 'calls_for'],
  [`双方指示专家组年内拟就${A}文本。`, 'planned calls_for'],
  [`双方就${A}文本达成共识，将择机签署。`, 'planned calls_for'],
  [`双方达成如下谅解，作为${A}的组成部分。`, 'supplements'],
  [`${A}连同该条约一并废止。`, 'terminates'],
  [`双方同意${A}到期后不再续延。`, 'terminates'],
  [`双方对${A}续签五年。`, 'extends'],
  [`${A}对两国关系具有历史意义。`, 'supports'],
  [`${A}将继续指导两国合作。`, 'based_on'],
  [`双方全面均衡推进${A}。`, 'implements'],
  [`${A}有效期至2010年，双方同意再延长五年。`, 'extends'],
  [`不得采取有损于${A}目标的行动。`, 'reaffirms'],
  [`双方的合作以${A}为法律依据。`, 'based_on'],
  [`双方同意对${A}进行部分修改。`, 'amends'],
  [`双方商定对${A}作如下补充。`, 'supplements'],
  [`以下条款作为${A}的附加条款。`, 'supplements'],
  [`双方责成专家继续就${A}进行磋商。`, 'planned calls_for'],
  [`${A}为双方合作提供了法律保障。`, 'supports'],
  [`${A}确立的原则不容动摇。`, 'reaffirms'],
  [`双方应保障${A}之施行。`, 'implements'],
  [`为使${A}得以贯彻，特设立联合委员会。`, 'implements'],
  [`${A}第五条应予修正，其文如下。`, 'amends'],
  [`本协定附件取代${A}附件二。`, 'amends'],
  [`${A}及其附件，均为本协定所替代。`, 'supersedes'],
  [`${A}自本议定书签字之日起失其效力。`, 'terminates'],
  [`两国政府宣布废除${A}。`, 'terminates'],
  [`${A}为两国关系指明了方向。`, 'supports'],
  [`双方确认${A}对维护和平具有不可替代的价值。`, 'supports'],
  [`甲方承诺向议会提交${A}以供批准。`, 'calls_for'],
  [`双方将为${A}的生效创造条件。`, 'calls_for'],
  [`双方有意缔结${A}。`, 'planned calls_for'],
  [`双方在${A}所确立的机制内开展对话。`, 'based_on'],
  [`双方以${A}规定的原则处理分歧。`, 'based_on'],
  [`双方推进${A}各项条款的落地。`, 'implements'],
  [`甲方承诺把${A}的规定纳入国内法。`, 'implements'],
  [`甲方将考虑成为${A}缔约国。`, 'calls_for'],
  [`双方争取${A}年内获得各自议会通过。`, 'calls_for'],
  [`甲方建议双方缔结${A}。`, 'planned calls_for'],
  [`双方认为缔结${A}的时机已经成熟。`, 'planned calls_for'],
  [`${A}的签署标志着两国关系进入新阶段。`, 'supports'],
  [`${A}经受住了时间的考验。`, 'supports'],
  [`双方感谢联合国为缔结${A}所作的努力。`, 'supports'],
  [`双方不做任何有悖于${A}的事。`, 'reaffirms'],
  [`任何分歧都不应影响${A}的效力。`, 'reaffirms'],
  [`${A}为双方合作创造了良好条件。`, 'supports'],
  [`${A}（以下简称《合作条约》）和该条约是两国关系的基石。`, 'supports'],
  [`双方反对以任何借口违反${A}。`, 'reaffirms'],
  [`双方谴责违反${A}的行为。`, 'reaffirms'],
  [`以便在明年达成高水平的${A}。`, 'planned calls_for'],
  [`双方对${A}的落实作出规划。`, 'implements'],
  [`${A}是解决争端的关键。`, 'supports'],
  [`双方就${A}展开真诚谈判。`, 'planned calls_for'],
  [`双方欢迎正在谈判的${A}。`, 'planned supports'],
  [`双方提到拟议中的${A}。`, 'planned cites'],
  [`要求双方停止试验，立即无条件加入${A}。`, 'calls_for'],
  [`${A}应行取消。`, 'terminates'],
  [`双方推进${A}扩围谈判。`, 'calls_for'],
  [`本协定取代经修订的1957年${A}。`, 'supersedes'],
  [`划界工作的法律依据是：\n（一）${A}；\n`, 'based_on'],
  [`深信${A}之重要性。`, 'supports'],
  [`敦促尚未批准${A}之国家从速批准。`, 'calls_for'],
  // Negated, reported, welcomed.
  [`本协定将补充而非取代${A}。`, 'cites'],
  [`中非落实${A}。`, 'implements'],
  [`应通知${A}意义内的补贴。`, 'cites'],
  [`则依法应为对${A}的立即解约。`, 'cites'],
  [`双方反对任何旨在修改${A}的企图。`, 'cites'],
  [`本条之规定，对于${A}所附换文，概不得解释为有所更改或废止。`, 'cites'],
  [`双方不会修改${A}。`, 'cites'],
  [`如无任何一方书面通知终止${A}，其有效期自动延长。`, 'cites'],
  [`任何一方得终止${A}。`, 'cites'],
  [`双方重申愿就${A}开展讨论。`, 'cites'],
  [`本条约不得解释为取代${A}的任何规定。`, 'cites'],
  [`本条约不影响双方根据${A}享有的权利。`, 'cites'],
  [`双方均不寻求修改${A}。`, 'cites'],
  [`双方以换文形式确认${A}。`, 'reaffirms'],
  [`双方不再就${A}进行谈判。`, 'planned cites'],
  [`日方表示尚不考虑参加${A}的谈判。`, 'planned cites'],
  [`中方希望就${A}交换意见。`, 'planned cites'],
  [`双方批准${A}，并呼吁各国保持克制。`, 'cites'],
  [`${A}生效后，乙方改为每年开会一次。`, 'cites'],
  [`双方不终止${A}。`, 'cites'],
  [`双方尚未批准${A}。`, 'cites'],
  [`中方欢迎俄方加入${A}。`, 'supports'],
  [`一九九四年签署的${A}规定了边界。`, 'cites'],
  [`双方签署了${A}。`, 'cites'],
  [`一九九八年全国人大批准${A}。`, 'cites'],
  [`本宪章得到${A}的补充。`, 'cites'],
  [`${A}自2003年起生效。`, 'cites'],
  [`双方讨论了修改${A}的可能性。`, 'cites'],
  [`双方探讨取消${A}的利弊。`, 'cites'],
  [`有人主张修订${A}。`, 'cites'],
  [`${A}已于去年终止。`, 'cites'],
  [`双方交流了对制定${A}的看法。`, 'planned cites'],
  [`双方草签了${A}。`, 'cites'],
  [`一方根据${A}第十二条作出的保留，不受本条影响。`, 'cites'],
  [`自${A}对该方生效之日起，本款停止适用。`, 'cites'],
  [`本议定书应由已批准${A}的国家签署。`, 'cites'],
  [`双方发表${A}，开启了两国关系新篇章。`, 'cites'],
  [`双方对${A}未能如期签署表示遗憾。`, 'planned cites'],
  [`${A}仅具历史意义。`, 'cites'],
  [`双方注意到${A}谈判建议。`, 'planned cites'],
  [`甲方希望修改${A}，乙方未予同意。`, 'cites'],
  [`甲方暂不考虑就${A}进行谈判。`, 'planned cites'],
  [`甲方希望在${A}签署后继续商谈。`, 'cites'],
  [`关于${A}，双方尚未达成一致。`, 'planned cites'],
  [`甲方撤回了终止${A}的通知。`, 'cites'],
  [`双方认为缔结${A}的条件尚不成熟。`, 'planned cites'],
  [`甲方反对缔结${A}。`, 'planned cites'],
  [`甲方提交了${A}的草案。`, 'planned cites'],
  [`以前的条约中与${A}相抵触者不再适用。`, 'cites'],
  [`双方对${A}尚未达成表示关切。`, 'planned cites'],
  [`适用于乙方的${A}在双方间不再适用。`, 'terminates'],
  [`任何一方违反${A}时，另一方得提出抗议。`, 'cites'],
  [`${A}所规定的任务业已完成。`, 'cites'],
  [`双方认为没有必要终止${A}。`, 'cites'],
  [`双方认为目前无须修改${A}。`, 'cites'],
];

describe('a relation', () => {
  it.each(ROWS)('%s', (text, type) => {
    expect(related(read(text))).toEqual([`${type} 甲乙合作条约`]);
  });

  it.each(ROWS)('is the same in traditional script: %s', (text, type) => {
    expect(related(read(toTraditional(text)))).toEqual([`${type} 甲乙合作條約`]);
  });

  it('holds for all that are named in one breath', () => {
    expect(related(read('双方严格遵守《甲乙合作条约》、《甲乙贸易协定》和《甲乙引渡公约》。'))).toEqual([
      'reaffirms 甲乙合作条约',
      'reaffirms 甲乙贸易协定',
      'reaffirms 甲乙引渡公约',
    ]);
  });

  it.each([
    '双方遵循《甲乙合作条约》《甲乙贸易协定》。',
    '双方遵守《甲乙合作条约》（1968年）和《甲乙贸易协定》（1972年）。',
  ])('holds for those that nothing but a year parts: %s', (text) => {
    expect(related(read(text))).toEqual(['reaffirms 甲乙合作条约', 'reaffirms 甲乙贸易协定']);
  });

  it('holds past a short form that is introduced between two', () => {
    const text = '为履行《甲乙版权条约》（以下简称版权条约）、《甲乙制品条约》规定的义务，制定本条例。';
    expect(related(read(text))).toEqual(['implements 甲乙版权条约', 'implements 甲乙制品条约']);
  });

  it.each([
    ['双方同意在《甲乙合作条约》基础上签署《甲乙贸易协定》。', ['based_on', 'planned calls_for']],
    ['双方根据《甲乙合作条约》签署《甲乙贸易协定》。', ['based_on', 'cites']],
    [
      '双方落实《甲乙合作条约》，争取早日达成富有内容的《甲乙贸易协定》。',
      ['implements', 'planned calls_for'],
    ],
    ['双方早日达成符合《甲乙合作条约》等国际法的《甲乙贸易协定》。', ['based_on', 'planned calls_for']],
    ['双方愿根据《甲乙合作条约》的原则，缔结《甲乙贸易协定》。', ['based_on', 'planned calls_for']],
    ['双方按照《甲乙合作条约》早日缔结《甲乙贸易协定》。', ['based_on', 'planned calls_for']],
    ['双方落实根据《甲乙合作条约》签署的《甲乙贸易协定》。', ['based_on', 'implements']],
    ['双方认为，《甲乙合作条约》的执行和《甲乙贸易协定》得到遵守，有助于和平。', ['cites', 'reaffirms']],
    ['双方为落实《甲乙合作条约》而制定的《甲乙贸易协定》有效。', ['implements', 'cites']],
    ['双方忆及《甲乙合作条约》和《甲乙贸易协定》，同意将后者延长五年。', ['cites', 'extends']],
    [
      '一、本约应替代下列条约：\n（一）《甲乙合作条约》；\n二、双方提到《甲乙贸易协定》。',
      ['supersedes', 'cites'],
    ],
  ])('is each one’s own where two stand in one sentence or list: %s', (text, [first, second]) => {
    expect(related(read(text))).toEqual([`${first} 甲乙合作条约`, `${second} 甲乙贸易协定`]);
  });

  it('that is stronger leaves no cites beside it', () => {
    expect(related(read(`双方回顾${A}。双方严格遵守${A}。双方落实${A}。`)).sort()).toEqual([
      'implements 甲乙合作条约',
      'reaffirms 甲乙合作条约',
    ]);
  });

  it('shows its sentence', () => {
    const text = `前一句。双方严格遵守${A}。后一句。`;
    const [relation] = read(text).relations;
    expect(text.slice(relation?.evidence.start, relation?.evidence.end)).toBe(`双方严格遵守${A}。`);
  });
});

describe('a heading tells what the text is made to', () => {
  const text = (does: string) =>
    `关于${does}《甲乙渔业协定》的议定书\n\n甲方和乙方，达成协议如下：\n\n第一条　双方同意。\n`;

  it.each([
    ['修改', 'amends'],
    ['补充', 'supplements'],
    ['延长', 'extends'],
    ['终止', 'terminates'],
  ])('关于%s…的议定书', (does, type) => {
    expect(related(read(text(does)))).toEqual([`${type} 甲乙渔业协定`]);
  });

  it.each([
    ['补充协定', '（以下简称“渔业协定”）', 'supplements'],
    ['修正议定书', '（以下简称“渔业协定”）', 'amends'],
    ['补充协定', '', 'cites'],
    ['协定', '（以下简称“渔业协定”）', 'cites'],
  ])('关于捕鱼的%s to what alone has a short form %s', (noun, short, type) => {
    const supplement = `关于捕鱼的${noun}\n\n甲方和乙方，回顾《甲乙渔业协定》${short}，达成协议如下：\n`;
    expect(related(read(supplement))).toEqual([`${type} 甲乙渔业协定`]);
  });

  it('…协议第二议定书, of an agreement whose title holds another', () => {
    const text =
      '中泰合作框架协议货物贸易协议第二议定书\n\n双方忆及《货物贸易协议》，达成协议如下：\n\n第一条　双方同意。\n';
    expect(related(read(text))).toEqual(['supplements 货物贸易协议']);
  });

  it.each([
    ['关于《甲乙渔业协定》签署二十周年的联合声明', 'cites'],
    ['关于落实《甲乙渔业协定》的联合声明', 'implements'],
    ['关于《甲乙渔业协定》的联合声明', 'cites'],
  ])('%s', (heading, type) => {
    const text = `${heading}\n\n甲方和乙方声明如下：\n\n双方提到《甲乙渔业协定》。\n`;
    expect(related(read(text))).toEqual([`${type} 甲乙渔业协定`]);
  });

  it('…修正案', () => {
    const amendment = '《甲乙渔业公约》修正案\n\n缔约方，兹协议如下：\n\n第一条　双方同意。\n';
    expect(related(read(amendment))).toEqual(['amends 甲乙渔业公约']);
  });
});
