/** The verbs that an agreement can be the object of, and what may stand behind it. */
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
}>;

const LEFT_WORDS: readonly (readonly [Verb, string])[] = [
  [
    { type: 'reaffirms' },
    '重申恪守 重申信守 恪守 信守 遵守 严格遵守 坚持遵循 遵循 坚持 维护 维持 忠于 忠实于 恪遵 重申遵守 继续遵守 承诺遵守 不得违反 不得违背 不得损害 不应损害 捍卫',
  ],
  [{ type: 'reaffirms', weak: true }, '重申 强调 确认 尊重 重申尊重 申明 不违反 不违背 承认'],
  [
    { type: 'implements' },
    '用好 用足用好 利用好 落实好 执行好 落实 执行 履行 贯彻 实施 贯彻落实 全面履行 认真履行 严格履行 严格执行 为实施 为执行 为履行 为落实 推动落实',
  ],
  [{ type: 'based_on' }, '根据 依据 依照 按照 遵照 基于 参照 本着 按 依 照 依循 按诸 源于 适用'],
  [{ type: 'based_on', weak: true }, '符合 鉴于'],
  [{ type: 'amends' }, '修订 修改 修正 改订 删除 删去'],
  [{ type: 'supplements' }, '补充'],
  [{ type: 'extends' }, '延长 续延 展延'],
  [{ type: 'supersedes' }, '取代 代替 替代 取代了 代替了'],
  [{ type: 'terminates' }, '终止 废止 废除 解除'],
  [
    { type: 'supports' },
    '支持 欢迎 高度评价 积极评价 赞赏 赞同 重视 高度重视 满意地注意到 高兴地注意到 赞赏地注意到 欣慰地注意到 感谢 祝贺 纪念 共同纪念 满意 肯定 充分肯定 拥护',
  ],
  [{ type: 'calls_for' }, '率先签署 呼吁 敦促 希望 加入 批准 参加 重返 期待 促请 要求 接受 核准 早日生效'],
  [
    { type: 'calls_for', plans: true },
    '早日通过 尽早通过 尽快通过 缔结 尽早缔结 商签 商谈 谈判 制定 制订 商定 起草 拟订 尽快制定 尽快缔结 签署 签订 达成 商签了 拟定 磋商 商讨 续签',
  ],
  [{ type: 'cites', weak: true }, '回顾 忆及 提及 注意到 铭记 念及 提请注意 提到 参阅 参见 援引'],
];
/** Behind the agreement, and what must stand before it too. Tried in order; the first that is found counts. */
export const RIGHT: readonly (readonly [Verb, RegExp, RegExp?])[] = [
  // 呼吁尚未签署A的国家尽快签署
  [
    { type: 'calls_for' },
    /^的[^。；，]{0,10}?(?:尽快|尽早|早日|及早|立即|迅速)[^。；，]{0,4}(?:签署|加入|批准|参加|核准)/u,
    /(?:未|没有)[^。；，]{0,6}$/u,
  ],
  [
    { type: 'supports' },
    /^[^。；，]{0,30}?(?:表示|感到|深感)(?:热烈|非常|十分)?(?:欢迎|满意|赞赏|支持|高兴|欣慰)/u,
  ],
  [
    { type: 'terminates' },
    /^[^。；]{0,24}?(?<![不未无非])(?:予以终止|起终止|终止(?=[。，；]|执行|效力)|废止|(?:失去|丧失)其?效力|(?:起|同时|即行|随之|概行|一律|均|即)失效|停止生效|停止有效|不再(?:有效|执行|适用))/u,
  ],
  [
    { type: 'amends' },
    /^[^。；]{0,20}?(?:(?:修改|修订|修正)(?:如下|为)|[由以用](?:下列|以下|如下)[^。；]{0,10}(?:代替|替代|取代))/u,
  ],
  // A第三条改为：; A第三条之后增加一条.
  [
    { type: 'amends' },
    /^(?:[第中附序标][^。；，]{0,24}?)?(?:应?改(?:为|写)|应?予以?删除|应?删[除去]|之?[后末中]应?(?:增加|增列|加入|增添)[一二两三四下第])/u,
  ],
  [
    { type: 'amends' },
    /^[^。；，]{0,16}?(?:作出?|做出?|进行)(?:如下|以下|下列)?的?(?:修改|修订|修正|更改)/u,
    /[对将][^。；，]{0,12}$/u,
  ],
  // A附件二由本议定书附件代替
  [{ type: 'amends' }, /^[第附][^。；，]{0,24}?[由为被]Z[^。；，]{0,12}?所?(?:取代|代替|替代)/u],
  // 对A第三条的修改, above what is new
  [{ type: 'amends' }, /^[^。；，]{0,16}?的(?:修改|修订|修正)$/u, /^对$/u],
  [{ type: 'supersedes' }, /^[^。；，]{0,10}?[由为被]Z所?(?:取代|代替|替代)/u],
  // A第二款…，现经订明，以本约代之
  [{ type: 'supersedes' }, /^[^。；]{0,40}?[以由]Z[^。；，]{0,6}(?:代之|取代|代替|替代)/u],
  // Another agreement is the subject: 该公约是对A的重要补充.
  [{ type: 'supplements' }, /^的[^。；，]{0,6}补充/u, /Z(?:是|系|为)对?$/u],
  [{ type: 'cites' }, /^的[^。；，]{0,6}补充/u, /(?:是|系|作为)对$/u],
  [{ type: 'supplements' }, /^(?:作出?|予以|加以|进行)补充/u, /对$/u],
  [
    { type: 'supplements' },
    /^(?:的|之)?(?:不可分割的?|有机|一个)*(?:组成部[分份]|一部[分份]|附件)/u,
    /(?:Z|照会|照|换文)(?:应|将|即|均)?(?:是|为|构成|系|作为|成为|视为)(?:对)?[DdPSO于在所签订署的之间两国政府]{0,12}$/u,
  ],
  [{ type: 'extends' }, /^[^。；，]{0,20}?(?:延长(?!的)|续延|续期)/u],
  // 将A规定的期限予以延长
  [{ type: 'extends' }, /^[^。；]{0,60}?(?:予以?|加以)(?:延长|延期|续延|展延)/u, /[将把对][^。；，]{0,16}$/u],
  [
    { type: 'implements' },
    /^”?的?(?:得到)?(?:全面|切实|有效|顺利|充分|正确)*(?:实施|落实|执行|履行)/u,
    /(?:推动|促进|确保|保障|保证|便利|监督|加快|加强|启动|着手)[^。；，]{0,24}$/u,
  ],
  [
    { type: 'implements' },
    /^[^。；，]{0,20}?(?:继续执行|(?:，[^。；，]{0,6}?)?(?:得到|予以?)(?:切实|全面|严格|充分|有效|顺利|积极|圆满|逐步|认真|完全|不折不扣地?的?)*(?:执行|落实|履行|实施))/u,
  ],
  [
    { type: 'reaffirms' },
    /^[^。；，]{0,24}?(?:，[^。；，]{0,6}?)?(?:得到|受到|予以?)(?:切实|充分|严格|全面|普遍|有效|继续|共同|坚定)*的?(?:维护|遵守|遵循|恪守|尊重|坚持|维持)/u,
  ],
  [
    { type: 'reaffirms' },
    /^[^。；，]{0,40}?(?:继续|仍然?|依然|照旧|依旧)(?:照旧|属|旧|行)?(?:有效|生效|适用|施行|遵[行守]|为有效)/u,
  ],
  // 得到A的补充: it is A that supplements.
  [
    { type: 'supplements' },
    /^(?:的)?(?:补充和发展|补充|发展和补充)(?=[。，；和])/u,
    /^(?!.*(?:得到|受到|由)[^。；]{0,36}$)/u,
  ],
  [{ type: 'based_on' }, /^(?:[^。；，]{0,16}?)(?:基础上|框架内|框架下|范围内|精神)/u],
  // 以A为基础
  [{ type: 'based_on' }, /^[^。；，]{0,14}?为(?:基础|依据|指导|准则|指针|准绳|根据)/u, /以[^。；，]{0,8}$/u],
  [
    { type: 'supports' },
    /^”?的?[^。；，]{0,8}(?:普遍性|有效性|权威性)/u,
    /(?:加强|增强|提高|促进|扩大|(?:不[应得能]|避免|防止|反对)(?:削弱|损害|破坏))[^。；，]{0,6}$/u,
  ],
  [
    { type: 'calls_for' },
    /^”?的?(?:全面|尽快|早日|正式)*生效(?![之日后前时])/u,
    /(?:使|推动|促进|争取)[^。；，]{0,10}$/u,
  ],
  [
    { type: 'calls_for' },
    /^[^。；，]{0,20}?(?:，(?:以|使|促))?[^。；，]{0,6}?(?:尽快|尽早|早日|及早|迅速)[^。；，]{0,4}(?:生效|批准|核准|加入|参加)/u,
  ],
  [
    { type: 'calls_for' },
    /^[^。；，]{0,14}?(?:批准|核准|生效)(?:的|所需)?[^。；，]{0,6}(?:手续|程序)/u,
    /(?:完成|履行|办理|加快|推进)(?!了)[^。；，]{0,20}$/u,
  ],
  [{ type: 'cites' }, /^”?的?谈判/u, /了[^。；，]{0,12}$/u],
  [{ type: 'calls_for', plans: true }, /^”?(?:的)?谈判(?!的?(?:达成|完成|结束|成果))/u],
  [
    { type: 'calls_for', plans: true },
    /^[^。；，]{0,20}?(?:，(?:将|并将|争取|并争取))?(?:尽快|尽早|早日|及早|迅速)[^。；，]{0,4}(?:签署|缔结|达成|签订)(?=[，。；、）和并以]|一致|$)/u,
  ],
  [
    { type: 'calls_for', plans: true },
    /^[^。；，]{0,14}?(?:的谈判|(?:完成|进行|启动|展开|开展|恢复|举行)谈判)/u,
  ],
  [
    { type: 'calls_for', plans: true },
    /^[^。；，]{0,14}?达成(?:原则)?一致/u,
    /(?:尽早|尽快|早日|争取)[^。；，]{0,6}就[^，。；]{0,24}$/u,
  ],
  [{ type: 'cites' }, /^[^。；，]{0,14}?(?:讨论|对话|沟通|保持接触)/u, /就[^，。；]{0,24}$/u],
  [{ type: 'cites', plans: true }, /^草案/u],
  [
    { type: 'cites', plans: true },
    /^[^。；，]{0,14}?(?:交换意见|(?:进行|展开|开展|启动|举行)磋商|提出(?:建议|倡议)|达成(?:原则)?一致)/u,
    /就[^，。；]{0,24}$/u,
  ],
  [
    { type: 'supports' },
    /^(?!方面)[^。；]{0,36}?(?:(?<!历史)意义|重要(?!性)|贡献|深远影响|作用|法律基础|法律和政治基础|可靠保障|良好|确定了方向|奠定了|必要|基石|里程碑|史无前例|开创性)/u,
  ],
];
/** What is done to an agreement: another agreement may be the one that does it. */
export const CHANGES: ReadonlySet<RelationType> = new Set<RelationType>([
  'supersedes',
  'terminates',
  'amends',
  'supplements',
  'extends',
]);

/** Verbs before an agreement; null for what is none. */
export const VERBS = new Trie<Verb | null>('none');
for (const word of NO_VERBS) VERBS.add(word, null);
for (const [verb, words] of LEFT_WORDS) for (const word of words.split(' ')) VERBS.add(word, verb);
