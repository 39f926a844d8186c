import { describe, expect, it } from 'vitest';
import { type Address, DEFAULT_ADDRESS } from '../../src/web/state/address.ts';
import { bringBack, collapse, openMore, putAway, togglePin } from '../../src/web/state/hand.ts';

const at = (change: Partial<Address> = {}): Address => ({ ...DEFAULT_ADDRESS, language: 'en', ...change });
const order = (shown: readonly boolean[]) => shown.map((one, i) => ({ id: `n${i}`, shown: one }));

describe('by hand', () => {
  it.each<[string, Partial<Address>, Partial<Address>]>([
    ['pins', togglePin(at(), 'a'), { pinned: ['a'], without: [] }],
    ['lets go', togglePin(at({ pinned: ['a', 'b'] }), 'a'), { pinned: ['b'] }],
    ['pins what was hidden', togglePin(at({ without: ['a', 'b'] }), 'a'), { pinned: ['a'], without: ['b'] }],
    [
      'hides what was pinned, opened and selected',
      putAway(at({ pinned: ['a'], opened: [{ id: 'a', count: 3 }], node: 'a' }), 'a'),
      { without: ['a'], pinned: [], opened: [], node: null },
    ],
    ['hides once', putAway(at({ without: ['a'] }), 'a'), { without: ['a'], pinned: [], opened: [] }],
    ['brings back', bringBack(at({ without: ['a', 'b'] }), 'a'), { without: ['b'] }],
    ['collapses', collapse(at({ opened: [{ id: 'a', count: 3 }] }), 'a'), { opened: [] }],
  ])('%s', (_, change, expected) => expect(change).toEqual(expected));

  it('opens ten that are not shown, passing over those that are', () => {
    const shown = [true, ...Array.from({ length: 15 }, () => false)];
    expect(openMore(at(), 'a', order(shown)).opened).toEqual([{ id: 'a', count: 11 }]);
    expect(openMore(at(), 'a', order([false, true, false])).opened).toEqual([{ id: 'a', count: 3 }]);
  });

  it('opens what was hidden by hand, and nothing where all is shown', () => {
    expect(openMore(at({ without: ['n0', 'z'] }), 'a', order([false])).without).toEqual(['z']);
    expect(openMore(at(), 'a', order([true, true]))).toEqual({});
  });
});
