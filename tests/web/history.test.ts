import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, DEFAULT_ADDRESS } from '../../src/web/state/address.ts';
import {
  NO_STEPS,
  readSteps,
  recordStep,
  type Steps,
  stepBack,
  stepForward,
  writeSteps,
} from '../../src/web/state/history.ts';

const START: Address = { ...DEFAULT_ADDRESS, language: 'en' };
type Change = Partial<Address>;

function walk(changes: readonly Change[], gap = 1000, joined = false) {
  let [steps, here]: [Steps, Address] = [NO_STEPS, START];
  changes.forEach((change, i) => {
    const next = { ...here, ...change };
    steps = recordStep(steps, here, next, i * gap, joined);
    here = next;
  });
  return { steps, here };
}

describe('steps of the view', () => {
  it('are taken back one by one to the start, and taken again to the end', () => {
    const change: fc.Arbitrary<Change> = fc.oneof(
      fc.record({ node: fc.constantFrom('a', 'b', null) }),
      fc.record({ pinned: fc.subarray(['a', 'b', 'c']) }),
      fc.record({ hidden: fc.subarray(['CITES', 'AMENDS'] as const) }),
      fc.record({ opened: fc.constantFrom([], [{ id: 'a', count: 10 }]) }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const walked = walk(changes);
        let { steps, here } = walked;
        for (let back = stepBack(steps, here); back; back = stepBack(steps, here))
          ({ steps, address: here } = back);
        expect(here).toEqual(START);
        for (let on = stepForward(steps, here); on; on = stepForward(steps, here))
          ({ steps, address: here } = on);
        expect(here).toEqual(walked.here);
      }),
    );
  });

  it('are one while a slider moves, and two when it rests between', () => {
    const moves = [{ steps: 2 }, { steps: 3 }, { steps: 4 }];
    expect(walk(moves, 100, true).steps.past).toHaveLength(1);
    expect(walk(moves, 2000, true).steps.past).toHaveLength(3);
    expect(walk(moves, 100, false).steps.past).toHaveLength(3);
  });

  it('are none when only the language changes, which a step back keeps', () => {
    expect(walk([{ language: 'zh' }]).steps).toBe(NO_STEPS);
    const { steps, here } = walk([{ node: 'a' }, { language: 'zh' }]);
    expect(stepBack(steps, here)?.address).toEqual({ ...START, language: 'zh' });
  });

  it('forget what was taken back when another step is taken', () => {
    const { steps, here } = walk([{ node: 'a' }, { node: 'b' }]);
    const back = stepBack(steps, here);
    if (!back) throw new Error('no step to take back');
    const after = recordStep(back.steps, back.address, { ...back.address, node: 'c' }, 9000, false);
    expect(after.future).toEqual([]);
    expect(stepForward(after, here)).toBeNull();
  });

  it('are kept as a text, and read again', () => {
    const { steps } = walk([{ node: 'a' }, { pinned: ['联合国', 'b'] }, { years: { from: 1990, to: null } }]);
    const back = stepBack(steps, START)?.steps ?? NO_STEPS;
    expect(readSteps(writeSteps(back), 'zh')).toEqual(back);
  });

  it.each([null, '', '[]', '{"past":1}', '{"past":[null]}', '"x"', '{'])('are none in %s', (text) => {
    expect(readSteps(text, 'en')).toEqual(NO_STEPS);
  });
});
