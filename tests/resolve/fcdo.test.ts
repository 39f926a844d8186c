import { describe, expect, it } from 'vitest';
import { count, draw, hasList, judge, readList, SAMPLE } from './fcdo.ts';

if (!hasList) console.log('not tested: shared/data/uk_treaties_fcdo.tsv.gz is not beside the project');

describe.skipIf(!hasList && process.env.CI !== 'true')('titles of a national list', () => {
  it('that are in the register by name and date lead to the right entry', () => {
    const judged = judge(readList());
    expect(judged.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(count(judged).right).toBeGreaterThanOrEqual(297);
    const sample = draw(judged, SAMPLE.size, SAMPLE.seed);
    expect(sample).toHaveLength(SAMPLE.size);
    const { right, wrong, missed } = count(sample);
    console.log(
      `of ${String(SAMPLE.size)} drawn: ${String(right)} right, ${String(wrong)} wrong, ${String(missed)} missed`,
    );
    expect(wrong).toBe(0);
    expect(right).toBeGreaterThanOrEqual(95);
  });

  it('without their dates lead to no entry of another year', () => {
    const astray = judge(readList(), { dated: false }).filter(({ verdict }) => verdict === 'wrong');
    expect(astray).toEqual([]);
  });
});
