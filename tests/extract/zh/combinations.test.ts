import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/pipeline.ts';
import { SEED } from '../../resolve/seed.ts';

/** The words of a text and what each leads to: `中瑞 CHN CHE`. */
function read(text: string, type: 'state' | 'organization' | 'agreement'): string[] {
  const document = { id: 'doc:0000000000000000', source: 'row', sha256: '', language: 'zh', text };
  return extract(document, SEED)
    .mentions.filter((mention) => mention.type === type)
    .map((mention) => [mention.text, ...mention.entities.map((id) => id.replace(/^\w+:/, ''))].join(' '));
}

describe('characters that several states are called by', () => {
  it.each([
    ['瑞士联邦主席访华。中瑞关系良好。', '中瑞 CHN CHE'],
    ['瑞典首相访华。中瑞关系良好。', '中瑞 CHN SWE'],
    ['乌兹别克斯坦总统访华。中乌关系良好。', '中乌 CHN UZB'],
    ['乌克兰总统访华。中乌关系良好。', '中乌 CHN UKR'],
    ['土库曼斯坦总统访华。中土关系良好。', '中土 CHN TKM'],
    ['新西兰总理访华。中新关系良好。', '中新 CHN NZL'],
    ['新加坡总理访华。中新关系良好。', '中新 CHN SGP'],
    ['捷克斯洛伐克总统访华。中捷关系良好。', '中捷 CHN CSK'],
    ['捷克总统访华。中捷关系良好。', '中捷 CHN CZE'],
    ['巴西总统访华。中巴关系良好。', '中巴 CHN BRA'],
    ['中俄关系良好。', '中俄 CHN RUS'],
    ['中英关系良好。', '中英 CHN GBR'],
    ['智利总统访华。中智关系良好。', '中智 CHN CHL'],
  ])('in %s are %s', (text, expected) => {
    expect(read(text, 'state')).toContain(expected);
  });

  it.each([
    '中瑞关系良好。',
    '中乌关系良好。',
    '瑞士和瑞典都派了代表。中瑞关系良好。',
    '乌克兰和乌兹别克斯坦都派了代表。中乌关系良好。',
    '中新关系良好。',
    '中智关系良好。',
    '智利总统访华。集中智力，其中智慧最多。',
    '文莱苏丹访华。中文教材两种。',
  ])('in %s are none', (text) => {
    expect(read(text, 'state').filter((found) => found.startsWith('中'))).toEqual([]);
  });
});

describe('a body and its resolutions', () => {
  it.each([
    ['双方支持联大决议。', '联大 un-general-assembly'],
    ['双方支持联合国安理会决议。', '联合国安理会 un-security-council'],
  ])('in %s is the body', (text, expected) => {
    expect(read(text, 'organization')).toEqual([expected]);
    expect(read(text, 'agreement')).toEqual([]);
  });
});
