import { describe, expect, it } from 'vitest';
import { findCommunities } from '../../src/layout/communities.ts';
import { netOf, TWO_SQUARES } from './net.ts';

describe('communities', () => {
  it.each([
    ['two squares that one edge joins', 8, TWO_SQUARES, '00001111'],
    ['the larger one first, wherever it stands', 6, '0-1 2-3 3-4 4-5 5-2 2-4 3-5', '110000'],
    ['a triangle, and nodes that are joined to nothing', 5, '0-1 1-2 2-0', '00012'],
    ['nothing is joined', 3, '', '012'],
    ['edges both ways count as two', 4, '0-1 1-0 2-3 3-2 1-2', '0011'],
    ['an edge to itself', 2, '0-0', '01'],
  ])('%s', (_, count, pairs, communities) => {
    expect(findCommunities(netOf(count, pairs)).join('')).toBe(communities);
  });

  it('of nothing are none', () => {
    expect(findCommunities(netOf(0, ''))).toEqual(new Uint32Array());
  });
});
