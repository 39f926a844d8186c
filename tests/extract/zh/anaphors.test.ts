/** What points at an agreement named elsewhere, and what looks like it and does not. */
import { describe, expect, it } from 'vitest';
import { read, said } from '../read.ts';
import { toTraditional } from '../traditional.ts';

const TWO = '双方签署《甲乙合作条约》和《甲乙贸易协定》。';
const A = '甲乙合作条约';
const B = '甲乙贸易协定';

/** What stands behind two agreements, what in it points, and what at. */
const ROWS: [string, string][] = [
  // One of two.
  ['根据后一协定，双方设立委员会。', `后一协定 → ${B}`],
  ['根据前一条约，双方设立委员会。', `前一条约 → ${A}`],
  ['贸易协定第一条修改如下：', `贸易协定 → ${B}`],
  ['关于两国间的上述贸易协定，双方同意。', `上述贸易协定 → ${B}`],
  // Nouns of two kinds.
  ['上述条约和协定均已生效。', `上述条约和协定 → ${A} ${B}`],
  ['上述协定和安排均已生效。', `上述协定和安排 → ${B}`],
  // Both, one by its place, and as many as were named.
  ['两者均有效。', `两者 → ${A} ${B}`],
  ['上述两项文件有效。', `上述两项文件 → ${A} ${B}`],
  ['同一条约第五条规定如下。', `同一条约 → ${A}`],
  ['前引协定有效。', `前引协定 → ${B}`],
  ['前款所述条约有效。', `前款所述条约 → ${A}`],
  ['以上条约、协定有效。', `以上条约、协定 → ${A} ${B}`],
  // As older treaties have it.
  ['该约第三款仍旧有效。', `该约 → ${A}`],
  ['前列两约一体遵行。', `前列两约 → ${A} ${B}`],
  ['上述各约一体遵行。', `上述各约 → ${A} ${B}`],
  ['前开协定由本约取代。', `前开协定 → ${B}`],
];

describe('an anaphor', () => {
  it.each(ROWS)('%s', (text, expected) => {
    expect(said(read(TWO + text), 'agreement')).toContain(expected);
  });

  it.each(ROWS)('is the same in traditional script: %s', (text, expected) => {
    expect(said(read(toTraditional(TWO + text)), 'agreement')).toContain(toTraditional(expected));
  });

  it.each([
    ['支持各国批准《甲乙无核区条约》及该条约第一议定书。', '该条约第一议定书 → 甲乙无核区条约第一议定书'],
    ['《甲乙合作协定》失效，适用《甲乙反腐败公约》，但依前一协定提出的请求除外。', '前一协定 → 甲乙合作协定'],
    ['双方遵守《甲乙合作条约》和《甲乙引渡条约》。前述第二项条约有效。', '前述第二项条约 → 甲乙引渡条约'],
    [
      '双方回顾：（一）《甲乙渔业协定》；（二）《甲乙边界条约》。前述第二项条约有效。',
      '前述第二项条约 → 甲乙边界条约',
    ],
    [
      '双方回顾：（一）《甲乙渔业协定》；（二）《甲乙边界条约》。双方同意，第一项协定有效。',
      '第一项协定 → 甲乙渔业协定',
    ],
    ['双方遵守《甲乙渔业协定》。\n按照该协定第八条检查，以代替后者。', '后者 → 甲乙渔业协定'],
    [
      '《甲乙渔业协定》第二号修正案\n\n根据《甲乙渔业协定》（以下称“协定”）。\n四、本修正案为协定不可分割的部分。',
      '本修正案 → 《甲乙渔业协定》第二号修正案',
    ],
    [
      '双方签署《甲乙投资协定》和《甲乙税收协定》。两项协定均已生效。',
      '两项协定 → 甲乙投资协定 甲乙税收协定',
    ],
    ['双方签署《甲乙投资协定》和《甲乙税收协定》。两协定均已生效。', '两协定 → 甲乙投资协定 甲乙税收协定'],
    ['通过第1970号和第1973号决议。上述决议有效。', '上述决议 → 第1970号决议 第1973号决议'],
    ['取代《甲乙引渡条约》及其1935年补充公约。', '其1935年补充公约 → 甲乙引渡条约1935年补充公约'],
    ['签署《甲乙框架协议》。根据该框架协议第三条，', '该框架协议 → 甲乙框架协议'],
    [
      '签署《甲乙协定》（以下简称“《协定》”）。\n一、根据甲乙贸易协定第一条。\n二、《甲丙协定》在《协定》生效时失效，前一协定项下的权利不受影响。',
      '前一协定 → 甲丙协定',
    ],
    ['回顾《甲乙瞭解備忘錄》。前開瞭解備忘錄有效。', '前開瞭解備忘錄 → 甲乙瞭解備忘錄'],
  ])('%s', (text, expected) => {
    expect(said(read(text), 'agreement')).toContain(expected);
  });
});

describe('no anaphor is', () => {
  it.each([
    '公约中有关其议定书的规定应适用。',
    '成本协定价。',
    '发展与安全两者并重。',
    '根据条约必须遵守原则行事。',
    '两条约束性规定',
    '批准三个以上条约的国家',
    '双方签署了两项协定。',
    '三方的意见。两者兼顾，三者并重。',
    '前一阶段的谈判',
    '双方应约定期会晤，对该约定不持异议。',
    '以上约计十人。',
  ])('%s', (text) => {
    const pointing = read(TWO + text).mentions.filter(({ via }) => via === 'anaphor');
    expect(pointing.map((mention) => mention.text)).toEqual([]);
  });
});
