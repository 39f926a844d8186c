/** Verbs that an agreement is the object of: 双方坚守A; with 将 or 把, and passive. */
import { describe, expect, it } from 'vitest';
import { read, related } from '../read.ts';
import { toTraditional } from '../traditional.ts';

const A = '《甲乙合作条约》';

const OBJECT: [string, string][] = [
  ['reaffirms', '奉行 坚守 谨守 严守 遵从 遵行 遵奉 不背离 不会违反 不应违背 再次肯定 再次确认'],
  ['implements', '践行 兑现 推行 施行 实行 实践 运用 充分利用 贯彻执行'],
  ['based_on', '依托 借助 凭借 参酌 比照 仿照 沿用 查照'],
  ['amends', '变更 更改 更正 改写 升级 更新 调整 修改补充 修正补充'],
  ['supplements', '补充完善 增补'],
  ['extends', '展期 续订 顺延 延续 续展'],
  ['supersedes', '接替 替换'],
  ['terminates', '废弃 取消 撤销 撤回 中断 冻结 停止执行 停止履行 不再履行 决定退出'],
  ['supports', '赞成 赞许 赞扬 称赞 认可 核可 认同 珍视 推崇 倡导 推广 响应 满意地回顾'],
  ['planned calls_for', '应另订 将商订 同意议定 拟订立'],
  ['cites', '议定了 商订了 谈到 审议了 公布 未变更 不升级 反对取消'],
];

const FRAMES: [string, string][] = [
  [`双方将${A}付诸实践。`, 'implements'],
  [`双方把${A}落实到位。`, 'implements'],
  [`双方把${A}转化为具体行动。`, 'implements'],
  [`${A}由两国外交部负责执行。`, 'implements'],
  [`双方完成${A}规定的任务。`, 'implements'],
  [`双方推进${A}的执行工作。`, 'implements'],
  [`双方为${A}的实施提供便利。`, 'implements'],
  [`双方使${A}得以执行。`, 'implements'],
  [`双方受${A}约束。`, 'reaffirms'],
  [`双方不受${A}约束。`, 'cites'],
  [`${A}仍对双方具有约束力。`, 'reaffirms'],
  [`${A}的效力不受影响。`, 'reaffirms'],
  [`双方保持${A}的有效性。`, 'reaffirms'],
  [`双方以${A}为指引发展关系。`, 'based_on'],
  [`双方从${A}出发处理分歧。`, 'based_on'],
  [`双方在${A}指导下开展工作。`, 'based_on'],
  [`双方经${A}授权行动。`, 'based_on'],
  [`上述措施应与${A}相一致。`, 'based_on'],
  [`上述措施同双方五月发表的${A}相一致。`, 'based_on'],
  [`双方弘扬${A}精神。`, 'reaffirms'],
  [`上述措施与${A}不一致。`, 'cites'],
  [`上述措施不得与${A}相抵触。`, 'based_on'],
  [`如上述措施与${A}相抵触，双方协商解决。`, 'cites'],
  [`${A}的规定适用于本航线。`, 'based_on'],
  [`${A}应比照适用。`, 'based_on'],
  [`就本章而言，${A}中的定义应适用。`, 'based_on'],
  [`${A}的规定不适用于本航线。`, 'cites'],
  [`${A}经必要修改后纳入本协定。`, 'based_on'],
  [`${A}应作如下修正：`, 'amends'],
  [`${A}经本议定书修正。`, 'amends'],
  [`${A}第三条由下列条文替换：`, 'amends'],
  [`${A}第三条应读作：`, 'amends'],
  [`在${A}第五条后插入下列一条：`, 'amends'],
  [`双方废除${A}第三条。`, 'amends'],
  [`双方取消${A}所列商品的关税。`, 'cites'],
  [`双方调整${A}项下的配额。`, 'cites'],
  [`双方同意对${A}进行升级。`, 'amends'],
  [`双方同意更改一九九零年签订的${A}。`, 'amends'],
  [`双方讨论更新设备的${A}。`, 'cites'],
  [`双方完成实行停战的${A}。`, 'cites'],
  [`本协定对${A}构成补充。`, 'supplements'],
  [`${A}予以展期。`, 'extends'],
  [`${A}继续有效五年。`, 'extends'],
  [`${A}继续有效到一九九零年五月一日。`, 'extends'],
  [`双方注意到关于签署${A}的建议。`, 'planned cites'],
  [`本协定代替并废除${A}。`, 'supersedes'],
  [`双方将${A}改由本协定代替。`, 'supersedes'],
  [`双方把${A}废除。`, 'terminates'],
  [`双方宣布${A}无效。`, 'terminates'],
  [`${A}不再生效。`, 'terminates'],
  [`${A}予以撤销。`, 'terminates'],
  [`${A}已被废除。`, 'cites'],
  [`${A}得到各方支持。`, 'supports'],
  [`双方对${A}签署三十周年表示祝贺。`, 'supports'],
  [`双方强调${A}的重要性。`, 'supports'],
  [`双方强调${A}对地区和平的重要性。`, 'supports'],
  [`缔约方可撤回对${A}的保留。`, 'cites'],
  [`双方与${A}秘书处保持一致。`, 'cites'],
  [`双方已履行${A}生效所需的国内程序。`, 'cites'],
  [`双方推动${A}普遍化。`, 'supports'],
  [`双方签署${A}三十年来，关系良好。`, 'cites'],
  [`双方吁请各国批准${A}。`, 'calls_for'],
  [`双方力争${A}年内生效。`, 'calls_for'],
  [`双方尽快使${A}获得批准。`, 'calls_for'],
  [`双方尽快交换${A}的批准书。`, 'calls_for'],
  [`双方交换了${A}的批准书。`, 'cites'],
  [`双方将把${A}提交批准。`, 'calls_for'],
  [`双方加快推进${A}商签工作。`, 'planned calls_for'],
];

describe('a verb before the agreement', () => {
  const rows = OBJECT.flatMap(([type, words]) =>
    words.split(' ').map((word): [string, string] => [`双方${word}${A}。`, type]),
  );
  it.each(rows)('%s', (text, type) => {
    expect(related(read(text))).toEqual([`${type} 甲乙合作条约`]);
  });
});

describe('a verb around the agreement', () => {
  it.each(FRAMES)('%s', (text, type) => {
    expect(related(read(text))).toEqual([`${type} 甲乙合作条约`]);
  });
  it.each(FRAMES)('in traditional script: %s', (text, type) => {
    expect(related(read(toTraditional(text)))).toEqual([`${type} 甲乙合作條約`]);
  });
});
