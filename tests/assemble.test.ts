/** Extractions → graph: the same in any order of documents, as the vocabulary says, with every claim kept. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CITING_TYPES, type CitingType, NODE_LABELS, RELATIONSHIP_TYPES } from '../graph/vocabulary.ts';
import { unify } from '../src/assemble/unify.ts';
import { ingest } from '../src/ingest/index.ts';
import { assemble, extract } from '../src/pipeline.ts';
import type { AgreementEntity, Extraction, Graph } from '../src/records.ts';
import { loadAuthorities } from '../src/seed.ts';
import { annotatedIn } from './gold/measure.ts';
import { SEED, textsIn } from './gold/texts.ts';

const authorities = await loadAuthorities();

function read(text: string, source = 'test.txt'): Extraction {
  return extract(ingest(Buffer.from(text), source), authorities);
}

const SHORT = [
  '中俄联合公报\n\n双方遵守一九九二年三月五日签署的《中俄贸易合作条约》。\n',
  '中俄联合宣言\n\n双方遵守《中俄贸易合作条约》，根据联合国宪章发展关系。\n',
  '双方落实1992年《中俄贸易合作条约》。双方将尽早缔结《中俄投资合作条约》。\n',
  '二〇〇一年五月三日签署的《中俄投资合作条约》已经生效。\n',
  'Joint Declaration\n\nThe Parties abide by the Charter of the United Nations and the Treaty on the Non-Proliferation of Nuclear Weapons.\n',
  '双方遵守一九六八年七月二日签署的《不扩散核武器条约》。\n',
];

const EXTRACTIONS: readonly Extraction[] = [
  ...SHORT.map((text, i) => read(text, `${i}.txt`)),
  ...[
    ...textsIn(SEED),
    ...annotatedIn('zh').map(({ path }) => path),
    ...annotatedIn('en').map(({ path }) => path),
  ]
    .filter((path, i, all) => path !== null && all.indexOf(path) === i)
    .map((path) => extract(ingest(readFileSync(path ?? ''), String(path)), authorities)),
];

function edges(graph: Graph, type: string, from?: string) {
  return graph.edges.filter((edge) => edge.type === type && (from === undefined || edge.from === from));
}

describe('the graph', () => {
  const graph = assemble(EXTRACTIONS, authorities);
  const labels = new Map(graph.nodes.map(({ id, label }) => [id, label]));

  test('is the same in any order of documents', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...EXTRACTIONS], { minLength: EXTRACTIONS.length }), (shuffled) => {
        expect(assemble(shuffled, authorities)).toEqual(graph);
      }),
      { numRuns: 12, seed: 7 },
    );
  });

  test('of some of the documents is the same in any order, too', { timeout: 30_000 }, () => {
    const some = fc
      .subarray([...EXTRACTIONS], { minLength: 1, maxLength: 5 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(some, ([list, shuffled]) => {
        expect(assemble(shuffled, authorities)).toEqual(assemble(list, authorities));
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  it('says nothing that the vocabulary does not know', () => {
    for (const { id, label, properties } of graph.nodes) {
      expect(Object.keys(NODE_LABELS[label].properties), id).toEqual(
        expect.arrayContaining(Object.keys(properties)),
      );
      expect(properties.id).toBe(id);
      expect(properties.name, id).toEqual(expect.stringMatching(/./u));
    }
    for (const { id, type, from, to, properties } of graph.edges) {
      const { from: starts, to: ends, properties: known } = RELATIONSHIP_TYPES[type];
      expect(starts, id).toContain(labels.get(from));
      expect(ends, id).toContain(labels.get(to));
      expect(Object.keys(known), id).toEqual(expect.arrayContaining(Object.keys(properties)));
    }
  });

  it('gives every node and edge once, sorted', () => {
    for (const list of [graph.nodes, graph.edges]) {
      const ids = list.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => (a < b ? -1 : 1)));
    }
  });

  it('keeps every mention of every document', () => {
    const mentions = EXTRACTIONS.reduce((sum, extraction) => sum + extraction.mentions.length, 0);
    expect(graph.nodes.filter(({ label }) => label === 'Mention')).toHaveLength(mentions);
    expect(edges(graph, 'FOUND_IN')).toHaveLength(mentions);
  });

  it('shows a sentence for all that a text cites', () => {
    const types = new Set(CITING_TYPES);
    const citing = graph.edges.filter(({ type }) => types.has(type as CitingType));
    expect(citing.length).toBeGreaterThan(10);
    for (const { id, properties } of citing) {
      const { documents, mentions, evidence } = properties;
      const lengths = [documents, mentions, evidence].map((list) => (Array.isArray(list) ? list.length : 0));
      expect(new Set(lengths).size, id).toBe(1);
      expect(lengths[0], id).toBeGreaterThan(0);
      expect(Array.isArray(evidence) && evidence.every((sentence) => sentence !== ''), id).toBe(true);
    }
  });
});

describe('where a text and an authority disagree', () => {
  const [text] = SHORT.slice(-1).map((one) => read(one));
  const graph = assemble(text ? [text] : [], authorities);

  it('both dates stay, with who asserts them', () => {
    const claims = edges(graph, 'SIGNED_ON', 'agr:npt-1968').map(({ to, properties }) => [
      to,
      properties.asserted_by,
    ]);
    expect(claims).toEqual([
      ['date:1968-07-01', ['authority']],
      ['date:1968-07-02', ['text']],
    ]);
  });

  it('and where they agree, both assert one', () => {
    const agreed = assemble([read('双方遵守一九六八年七月一日签署的《不扩散核武器条约》。\n')], authorities);
    expect(
      edges(agreed, 'SIGNED_ON', 'agr:npt-1968').map(({ properties }) => properties.asserted_by),
    ).toEqual([['text', 'authority']]);
  });
});

describe('what authorities know of bodies and states', () => {
  const claim = (graph: Graph, type: string, from: string) =>
    edges(graph, type, from).map(({ to, properties }) => [to, properties.asserted_by]);

  it('is an organ’s body, though no text names it', () => {
    const graph = assemble([read('双方支持联合国安理会的工作。\n')], authorities);
    expect(claim(graph, 'ORGAN_OF', 'org:un-security-council')).toEqual([['org:un', ['authority']]]);
    const [edge] = edges(graph, 'ORGAN_OF', 'org:un-security-council');
    expect(edge?.properties.evidence).not.toEqual([]);
  });

  it.each([
    ['双方回顾了非洲统一组织和非洲联盟的作用。\n', 'org:au', 'org:oau'],
    ['双方回顾了欧洲经济共同体和欧洲联盟的作用。\n', 'org:eu', 'org:eec'],
    ['双方回顾了苏联和俄罗斯的作用。\n', 'state:RUS', 'state:SUN'],
  ])('is who took whose place, where a text names both: %s', (text, successor, old) => {
    const graph = assemble([read(text)], authorities);
    expect(claim(graph, 'SUCCESSOR_OF', successor)).toEqual([[old, ['authority']]]);
  });

  it('does not bring in a predecessor that no text names', () => {
    const graph = assemble([read('双方回顾了非洲联盟的作用。\n')], authorities);
    expect(edges(graph, 'SUCCESSOR_OF')).toEqual([]);
  });

  it('is all of it where the whole register is taken', () => {
    const graph = assemble([], authorities, { withAuthorities: true });
    const ids = new Set(graph.nodes.map(({ id }) => id));
    for (const key of authorities.organizations.keys()) expect(ids).toContain(`org:${key}`);
    for (const key of authorities.agreements.keys()) expect(ids).toContain(`agr:${key}`);
    expect(claim(graph, 'SUCCESSOR_OF', 'org:aladi')).toEqual([['org:lafta', ['authority']]]);
  });
});

describe('across documents', () => {
  const of = (...texts: string[]) =>
    assemble(
      texts.map((text, i) => read(text, `${i}.txt`)),
      authorities,
    );
  const titled = (graph: Graph, title: RegExp) =>
    graph.nodes.filter(
      ({ label, properties }) => label === 'Agreement' && title.test(String(properties.title)),
    );

  it('what one text plans and another has signed is one, and concluded', () => {
    const graph = of(
      '双方将尽早缔结《中俄投资合作条约》。\n',
      '二〇〇一年五月三日签署的《中俄投资合作条约》已经生效。\n',
    );
    const [only, ...others] = titled(graph, /投资合作条约/u);
    expect(others).toEqual([]);
    expect(only?.properties).toMatchObject({ status: 'concluded', signed: '2001-05-03' });
    expect(only?.properties.aliases).toHaveLength(1);
    expect(edges(graph, 'CALLS_FOR', undefined).map(({ properties }) => properties.prospective)).toEqual([
      true,
    ]);
  });

  it('what two texts call alike and date otherwise is two', () => {
    const graph = of(
      '一九九二年三月五日签署的《中俄贸易合作条约》已经生效。\n',
      '一九九八年三月五日签署的《中俄贸易合作条约》已经生效。\n',
    );
    expect(titled(graph, /贸易合作条约/u)).toHaveLength(2);
  });

  it('a name without a date stays apart where two dated ones fit', () => {
    const graph = of(
      '一九九二年三月五日签署的《中俄贸易合作条约》已经生效。\n',
      '一九九八年三月五日签署的《中俄贸易合作条约》已经生效。\n',
      '双方遵守《中俄贸易合作条约》。\n',
    );
    expect(titled(graph, /贸易合作条约/u)).toHaveLength(3);
  });

  it('the same bytes twice are one document with two sources', () => {
    const graph = assemble([read('《甲乙公约》已经生效。\n', 'b.txt')], authorities, {
      known: () => ({ sources: ['a.txt', 'b.txt'] }),
    });
    expect(
      graph.nodes.filter(({ label }) => label === 'Document').map(({ properties }) => properties.sources),
    ).toEqual([['a.txt', 'b.txt']]);
  });
});

describe('unify', () => {
  const pairs = (merged: ReadonlyMap<string, string>) => [...merged].sort(([a], [b]) => (a < b ? -1 : 1));
  const entity = (id: string, said: Partial<AgreementEntity>): AgreementEntity => ({
    id,
    type: 'agreement',
    title: 'S',
    core: 'S',
    kind: 'agreement',
    status: 'concluded',
    ...said,
  });

  it.each<[string, Partial<AgreementEntity>[], [string, string][]]>([
    ['a year and a day of it', [{ signed: '1994' }, { signed: '1994-09-03' }], [['0', '1']]],
    [
      'parties and a date with them',
      [{ parties: ['A', 'B'] }, { parties: ['B', 'A'], signed: '1994' }],
      [['0', '1']],
    ],
    [
      'a year and two days of it',
      [{ signed: '1994' }, { signed: '1994-09-03' }, { signed: '1994-09-04' }],
      [],
    ],
    [
      'a chain of ever more',
      [{ signed: '1994' }, { signed: '1994-09' }, { signed: '1994-09-03' }],
      [
        ['0', '2'],
        ['1', '2'],
      ],
    ],
    ['two dates', [{ signed: '1994-09-03' }, { signed: '1994-09-04' }], []],
    ['a title alone', [{}, { signed: '1994-09-03', parties: ['A', 'B'] }], []],
    [
      'other parties',
      [
        { signed: '1994', parties: ['A', 'C'] },
        { signed: '1994-09-03', parties: ['A', 'B'] },
      ],
      [],
    ],
    ['another kind', [{ signed: '1994' }, { signed: '1994-09-03', kind: 'protocol' }], []],
    ['another core', [{ signed: '1994' }, { signed: '1994-09-03', core: 'R' }], []],
    ['one that is linked', [{ signed: '1994' }, { signed: '1994-09-03', authority: 'k' }], []],
  ])('%s', (_, said, merged) => {
    const entities = said.map((one, i) => entity(String(i), one));
    expect(pairs(unify(entities))).toEqual(merged);
    expect(pairs(unify(entities.toReversed()))).toEqual(merged);
  });

  test('leads to what leads nowhere else, in any order', () => {
    const said = fc.record(
      {
        signed: fc.constantFrom('1994', '1994-09', '1994-09-03', '1994-09-04', '1995'),
        parties: fc.constantFrom(['A', 'B'], ['B', 'A'], ['A', 'C']),
      },
      { requiredKeys: [] },
    );
    const lists = fc
      .array(said, { maxLength: 7 })
      .map((list) => list.map((one, i) => entity(String(i), one)))
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(lists, ([list, shuffled]) => {
        const merged = unify(list);
        for (const [from, to] of merged) {
          expect(from).not.toBe(to);
          expect(merged.has(to)).toBe(false);
        }
        expect(pairs(unify(shuffled))).toEqual(pairs(merged));
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
