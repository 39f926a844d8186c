/** The verbs that an agreement can be the object of. */
import type { RelationType } from '../../../../graph/vocabulary.ts';
import { Trie } from '../../../text/trie.ts';

/** Words that hold a verb's characters and are none. */
const NO_VERBS =
  '依法 按法 停止接受 复照 覆照 来照 去照 依然 依靠 依赖 依次 依旧 依存 按期 按时 照顾 照会 护照 执照 履约 补充公约 补充协定 补充议定书 修订本 根据地 执行局 执行主任'.split(
    ' ',
  );

export type Verb = Readonly<{
  type: RelationType;
  /** Asks for or plans something that is not concluded yet. */
  plans?: true;
  weak?: true;
  /** Breaks it: who is against that keeps to it. */
  breaks?: true;
  /** Of an agreement only where nothing describes it in between: 更新A, but not 更新设备的A. */
  near?: true;
}>;

const LEFT_WORDS: readonly (readonly [Verb, string])[] = [
  [
    { type: 'reaffirms' },
    '悉遵 仍遵 谨遵 各遵 愿遵 应遵 重申恪守 重申信守 恪守 信守 遵守 严格遵守 坚持遵循 遵循 坚持 维护 维持 忠于 忠实于 恪遵 重申遵守 继续遵守 承诺遵守 不得违反 不得违背 不得损害 不应损害 捍卫 遵奉 不背离 不得背离 不应背离 不背弃 不会背弃 不会违反 不应违反 不应违背 再次肯定 再度肯定',
  ],
  [{ type: 'reaffirms', near: true }, '奉行 坚守 谨守 严守 遵从 遵行 服从'],
  [{ type: 'reaffirms', weak: true }, '重申 强调 确认 尊重 重申尊重 申明 不违反 不违背 承认'],
  [
    { type: 'implements' },
    '履行其根据 履行各自根据 履行根据 履行其依 履行其在 履行其依据 履行其按 实现 用好 用足用好 利用好 落实好 执行好 落实 执行 履行 贯彻 实施 贯彻落实 全面履行 认真履行 严格履行 严格执行 为实施 为执行 为履行 为落实 推动落实 践行 兑现 充分利用',
  ],
  [{ type: 'implements', near: true, weak: true }, '推进 推动'],
  [{ type: 'implements', near: true }, '推行 实行 施行 实践 运用'],
  [
    { type: 'based_on' },
    '根据 依据 依照 按照 遵照 秉持 秉承 基于 参照 本着 按 依 照 依循 按诸 源于 源自 出自 适用 借助 凭借 参酌 比照 仿照 沿用 查照',
  ],
  [{ type: 'based_on', weak: true }, '符合 鉴于'],
  [{ type: 'amends' }, '修订 修改 修正 改订 删除 删去 修改补充 修正补充 修订补充 修改和补充 修订和补充'],
  [{ type: 'amends', near: true }, '变更 更改 更正 改写 升级 更新 调整'],
  [{ type: 'supplements' }, '补充 增补'],
  [{ type: 'extends' }, '延长 续延 展延 续展'],
  [{ type: 'extends', near: true }, '展期 续订 顺延 延续'],
  [
    { type: 'supersedes' },
    '取代 代替 替代 取代了 代替了 代替并废除 取代并废除 代替并终止 取代并终止 代替和废除 取代和终止',
  ],
  [{ type: 'supersedes', near: true }, '接替 替换'],
  [
    { type: 'terminates' },
    '终止执行 终止实施 终止履行 终止适用 终止 废止 废除 解除 中止 暂停执行 暂停实施 暂停履行 暂停适用 中止执行 中止实施 中止履行 中止适用 停止执行 停止实施 停止履行 停止适用 不再履行 不再执行 不再实施 不再遵守',
  ],
  [{ type: 'terminates', near: true }, '废弃 取消 撤销 撤回 中断 冻结 决定退出'],
  [
    { type: 'supports' },
    '支持 欢迎 欣见 高度评价 积极评价 赞赏 赞同 重视 高度重视 满意地注意到 高兴地注意到 赞赏地注意到 欣慰地注意到 感谢 祝贺 庆祝 纪念 共同纪念 满意 肯定 充分肯定 拥护 赞成 赞许 赞扬 称赞 核可 认同 珍视 乐见 喜见 高兴看到 高兴地看到 欣慰地看到 满意地看到 满意地指出 满意地回顾',
  ],
  [{ type: 'supports', near: true }, '认可 倡导 推广 响应 看重 推崇'],
  [{ type: 'supports', weak: true }, '深信 坚信'],
  [
    { type: 'calls_for' },
    '率先签署 呼吁 吁请 恳请 敦促 希望 加入 批准 参加 重返 期待 促请 要求 接受 核准 早日生效',
  ],
  [
    { type: 'calls_for', plans: true },
    '拟就 草拟 早日通过 尽早通过 尽快通过 缔结 尽早缔结 商签 商谈 谈判 制定 制订 商定 起草 拟订 尽快制定 尽快缔结 签署 签订 草签 达成 商签了 拟定 磋商 商讨 续签 商订 另订 订立',
  ],
  [{ type: 'calls_for', plans: true, near: true }, '议定'],
  [{ type: 'cites', breaks: true }, '违反 违背 违犯 背离 践踏 有悖于 有违 有损于 有损'],
  [{ type: 'cites', weak: true }, '回顾 忆及 提及 注意到 铭记 念及 提请注意 提到 参阅 参见 援引'],
];
/** Verbs before an agreement; null for what is none. */
export const VERBS = new Trie<Verb | null>('none');
for (const word of NO_VERBS) VERBS.add(word, null);
for (const [verb, words] of LEFT_WORDS) for (const word of words.split(' ')) VERBS.add(word, verb);
