/** What every store must do: one suite, called with a way to open an empty one. No fakes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/records.ts';
import { documents, graph, neighbours, node, paths } from '../../src/store/browse.ts';
import type { QueryLimits, Store } from '../../src/store/port.ts';
import { everyEdge, everyNode, NOTHING, sorted } from './everything.ts';
import { CONTROL, FIXTURE, LONG } from './fixture.ts';
import { READING, REFUSED } from './gate-table.ts';

const LIMITS: QueryLimits = { rows: 100, milliseconds: 20_000 };
/** Would run for hours, in little memory. */
const ENDLESS =
  'UNWIND range(1, 100000) AS x WITH x WHERE size([y IN range(1, 20000) WHERE x = -y]) > 0 RETURN count(x) AS count';

/** Runs the suite; `open` gives an empty store, which the suite closes. */
export function testStore(open: () => Promise<Store>, timeout = 20_000): void {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  }, timeout);
  afterAll(() => store?.close());

  describe('an empty store', () => {
    test(
      'has nothing and says so',
      async () => {
        expect(await everyNode(store)).toEqual([]);
        expect(await everyEdge(store)).toEqual([]);
        expect(await store.status()).toMatchObject({
          kind: store.kind,
          where: store.where,
          nodes: {},
          edges: {},
        });
        expect((await store.read('MATCH (n) RETURN count(n) AS count')).rows).toEqual([[0]]);
        expect((await store.ask('MATCH (n) RETURN n', {}, LIMITS)).rows).toEqual([]);
        expect(await store.search('联合国', 10)).toEqual([]);
      },
      timeout,
    );
  });

  describe('writing', () => {
    test(
      'gives back exactly what was written',
      async () => {
        const written = await store.write(FIXTURE);
        expect(written.nodes).toEqual({ created: FIXTURE.nodes.length, updated: 0, removed: 0 });
        expect(written.edges).toEqual({ created: FIXTURE.edges.length, updated: 0, removed: 0 });
        expect(await everyNode(store)).toEqual(FIXTURE.nodes.map(sorted));
        expect(await everyEdge(store)).toEqual(FIXTURE.edges.map(sorted));
      },
      timeout,
    );

    test(
      'twice changes nothing',
      async () => {
        const version = await store.version();
        const shuffled: Graph = { nodes: [...FIXTURE.nodes].reverse(), edges: [...FIXTURE.edges].reverse() };
        expect(await store.write(shuffled)).toEqual(NOTHING);
        expect(await store.version()).toBe(version);
        expect(await everyEdge(store)).toEqual(FIXTURE.edges.map(sorted));
      },
      timeout,
    );

    test(
      'takes away what is gone, and properties that are gone',
      async () => {
        const nodes = FIXTURE.nodes
          .filter(({ id }) => id !== 'agr:npt')
          .map((each) =>
            each.id === 'agr:ctbt' ? { ...each, properties: { name: '改名', earliest: 19960924 } } : each,
          );
        const edges = FIXTURE.edges.filter(
          ({ from, to, type }) => from !== 'agr:npt' && to !== 'agr:npt' && type !== 'MENTIONS',
        );
        const gone = FIXTURE.edges.length - edges.length;
        const version = await store.version();
        const written = await store.write({ nodes, edges });
        expect(await store.version()).not.toBe(version);
        expect(written.nodes).toEqual({ created: 0, updated: 1, removed: 1 });
        expect(written.edges).toEqual({ created: 0, updated: 0, removed: gone });
        expect((await everyNode(store)).find(({ id }) => id === 'agr:ctbt')?.properties).toEqual({
          earliest: 19960924,
          name: '改名',
        });
        expect((await store.read('MATCH ()-[r:MENTIONS]->() RETURN count(r) AS count')).rows).toEqual([[0]]);
        expect((await store.search('核不扩散', 5)).map((hit) => hit.node.id)).toEqual([]);
        await store.write(FIXTURE);
        expect(await everyNode(store)).toEqual(FIXTURE.nodes.map(sorted));
        expect(await everyEdge(store)).toEqual(FIXTURE.edges.map(sorted));
      },
      timeout,
    );

    test(
      'lets a node change its label and keeps its edges',
      async () => {
        const nodes = FIXTURE.nodes.map((each) =>
          each.id === 'org:un' ? { ...each, label: 'Place' as const } : each,
        );
        await store.write({ nodes, edges: FIXTURE.edges });
        expect(
          (await everyNode(store)).filter(({ id }) => id === 'org:un').map(({ label }) => label),
        ).toEqual(['Place']);
        expect(await everyEdge(store)).toHaveLength(FIXTURE.edges.length);
        await store.write(FIXTURE);
      },
      timeout,
    );

    test(
      'refuses what the vocabulary does not know, and leaves the graph alone',
      async () => {
        const before = await everyNode(store);
        const stranger = { ...FIXTURE.nodes[0], label: 'Stranger' } as unknown as Graph['nodes'][number];
        await expect(store.write({ nodes: [stranger], edges: [] })).rejects.toThrow('not in the vocabulary');
        expect(await everyNode(store)).toEqual(before);
      },
      timeout,
    );

    test(
      'keeps floats floats and integers integers',
      async () => {
        const { rows } = await store.read(
          'MATCH (m:Mention) WHERE m.confidence = 1 RETURN m.confidence / 2 AS half, m.start / 5 AS whole',
        );
        expect(rows).toEqual([[0.5, 2]]);
        const edge = 'MATCH ()-[r:REAFFIRMS]->() WHERE r.confidence = 1 RETURN r.confidence / 2 AS half';
        expect((await store.read(edge)).rows).toEqual([[0.5]]);
      },
      timeout,
    );
  });

  describe('values', () => {
    test.each<[string, string, unknown]>([
      ['null', 'RETURN null AS x', null],
      ['a list in a map', 'RETURN {a: [1, 2.5, true, null, "字"]} AS x', { a: [1, 2.5, true, null, '字'] }],
      ['a large integer', 'RETURN 9007199254740991 AS x', 9007199254740991],
      ['an integer that is not safe', 'RETURN 9007199254740993 AS x', '9007199254740993'],
      ['not a number', 'RETURN 0.0 / 0.0 AS x', 'NaN'],
      ['infinity', 'RETURN -1.0 / 0.0 AS x', '-Infinity'],
      ['a date', "RETURN date('2020-02-03') AS x", '2020-02-03'],
      ['a date and time', "RETURN datetime('2020-02-03T04:05:06Z') AS x", '2020-02-03T04:05:06Z'],
      ['a local date and time', "RETURN localdatetime('2020-02-03T04:05:06') AS x", '2020-02-03T04:05:06'],
      ['a local time', "RETURN localtime('04:05:06') AS x", '04:05:06'],
      ['a duration', "RETURN duration('P1Y2M3DT4H5M6S') AS x", 'P1Y2M3DT4H5M6S'],
      ['a parameter’s integer', 'RETURN [1, 2, 3][0..$two] AS x', [1, 2]],
      [
        'Chinese in a parameter',
        'MATCH (a:Agreement) WHERE a.name CONTAINS $part RETURN a.id AS x',
        'agr:un-charter',
      ],
      ['control characters', 'MATCH (m:Mention) WHERE m.sentence = $control RETURN m.sentence AS x', CONTROL],
      ['more than 4 KB', 'MATCH (m:Mention) WHERE m.unresolved = $long RETURN m.unresolved AS x', LONG],
      ['an empty list', "MATCH (m:Mention {id: 'doc:1996#m2'}) RETURN m.candidates AS x", []],
      ['a limit', 'UNWIND [7, 8] AS x RETURN x LIMIT $one', 7],
    ])(
      '%s',
      async (_, cypher, expected) => {
        const parameters = { one: 1, two: 2, part: '宪章', control: CONTROL, long: LONG };
        expect((await store.read(cypher, parameters)).rows).toEqual([[expected]]);
        expect((await store.ask(cypher, parameters, LIMITS)).rows).toEqual([[expected]]);
      },
      timeout,
    );

    test(
      'nodes, edges and paths come in our shape',
      async () => {
        const cypher =
          "MATCH p = (a:Agreement {id: 'agr:1994'})-[r:REAFFIRMS]->(b) RETURN r, p, [a] AS list, {b: b} AS map";
        const [a, b] = ['agr:1994', 'agr:1992'].map((id) =>
          shaped(
            FIXTURE.nodes.find((each) => each.id === id),
            'node',
          ),
        );
        const edge = shaped(
          FIXTURE.edges.find(({ id }) => id === 'agr:1994 REAFFIRMS agr:1992'),
          'edge',
        );
        const expected = [[edge, { kind: 'path', nodes: [a, b], edges: [edge] }, [a], { b }]];
        expect((await store.read(cypher)).rows).toEqual(expected);
        expect((await store.ask(cypher, {}, LIMITS)).rows).toEqual(expected);
      },
      timeout,
    );

    test(
      'an edge that comes alone knows its ends',
      async () => {
        const { rows } = await store.ask('MATCH ()-[r:SUCCESSOR_OF]->() RETURN [r] AS x', {}, LIMITS);
        expect(rows).toMatchObject([[[{ kind: 'edge', from: 'state:RUS', to: 'state:SUN' }]]]);
      },
      timeout,
    );
  });

  describe('search', () => {
    test.each<[string, readonly string[]]>([
      ['联合国宪章', ['agr:un-charter', 'prov:un-charter/chapter-8']],
      ['聯合國憲章', ['agr:un-charter', 'prov:un-charter/chapter-8']],
      ['《联合国宪章》', ['agr:un-charter', 'prov:un-charter/chapter-8']],
      ['联合国', ['org:un', 'agr:un-charter', 'org:unsc', 'prov:un-charter/chapter-8']],
      ['宪', ['agr:un-charter', 'prov:un-charter/chapter-8']],
      ['charter of the united nations', ['agr:un-charter']],
      ['UNITED NATIONS', ['org:un', 'agr:un-charter']],
      ['ＮＯＮ－ｐｒｏｌｉｆｅｒａｔｉｏｎ', ['agr:npt']],
      ['организации объединенных', ['agr:un-charter']],
      ['pekin', ['place:北京']],
      ['Joint Statement 1996', ['agr:1996']],
      ['statement joint', ['agr:1996', 'agr:1994']],
      ['中俄聯合聲明', ['agr:1994', 'agr:1996', 'doc:1996']],
      ['CHN', ['state:CHN']],
      ['agr:宪章', ['agr:un-charter']],
      ['第八章', ['prov:un-charter/chapter-8']],
      ['1994', ['date:1994']],
      ['核', ['agr:npt', 'agr:ctbt']],
      ['没有这个名字', []],
      ['', []],
      ['《》', []],
    ])(
      '%s',
      async (text, ids) => {
        expect((await store.search(text, 10)).map((hit) => hit.node.id)).toEqual(ids);
      },
      timeout,
    );

    test(
      'says which name fitted, and stops at the limit',
      async () => {
        const [hit, ...others] = await store.search('聯合', 1);
        expect(others).toEqual([]);
        expect(hit?.matched).toBe('联合国宪章');
        expect(hit?.node).toEqual(sorted(FIXTURE.nodes.find(({ id }) => id === 'agr:un-charter')));
      },
      timeout,
    );
  });

  describe('browsing', () => {
    test(
      'a node has its degrees and is found by an alias',
      async () => {
        const found = await node(store, 'agr:宪章');
        expect(found.node.id).toBe('agr:un-charter');
        expect(found.degrees).toEqual([
          { type: 'BASED_ON', direction: 'in', count: 2 },
          { type: 'SIGNED_ON', direction: 'out', count: 1 },
          { type: 'HAS_PROVISION', direction: 'out', count: 1 },
          { type: 'REFERS_TO', direction: 'in', count: 1 },
        ]);
      },
      timeout,
    );

    test.each<[string, () => Promise<unknown>]>([
      ['a node', () => node(store, 'agr:nope')],
      ['neighbours', () => neighbours(store, 'agr:nope')],
      ['a path’s end', () => paths(store, 'agr:1996', 'agr:nope')],
      ['a party', () => graph(store, { party: 'XXX' })],
      ['a document', () => graph(store, { document: 'doc:nope' })],
    ])(
      '%s that is not there',
      async (_, look) => {
        await expect(look()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      },
      timeout,
    );

    test(
      'neighbours come in the order of types, page by page',
      async () => {
        const all = await neighbours(store, 'agr:1996');
        expect(all.total).toEqual({ nodes: 16, edges: 17 });
        expect(all.next).toBeUndefined();
        expect(all.edges.slice(0, 3).map(({ id }) => id)).toEqual([
          'agr:1996 REAFFIRMS agr:1992',
          'agr:1996 REAFFIRMS agr:1994',
          'agr:1996 BASED_ON agr:un-charter',
        ]);
        const first = await neighbours(store, 'agr:1996', { limit: 10 });
        const second = await neighbours(store, 'agr:1996', { limit: 10, cursor: first.next ?? '' });
        expect([...first.edges, ...second.edges]).toEqual(all.edges);
        expect(second.next).toBeUndefined();
        const cited = await neighbours(store, 'agr:1992', {
          direction: 'in',
          types: ['REAFFIRMS', 'SUPPLEMENTS'],
        });
        expect(cited.nodes.map(({ id }) => id)).toEqual(['agr:1992', 'agr:1994', 'agr:1996', 'agr:protocol']);
      },
      timeout,
    );

    test.each([1, 4, 7, 26])(
      'the graph in pages of %i is the whole graph',
      async (limit) => {
        const nodes: string[] = [];
        const edges: string[] = [];
        for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
          const page = await graph(store, cursor === undefined ? { limit } : { limit, cursor });
          expect(page.total).toEqual({ nodes: FIXTURE.nodes.length, edges: FIXTURE.edges.length });
          nodes.push(...page.nodes.map(({ id }) => id));
          edges.push(...page.edges.map(({ id }) => id));
          cursor = page.next;
        }
        expect(nodes.sort()).toEqual(FIXTURE.nodes.map(({ id }) => id));
        expect(edges.sort()).toEqual(FIXTURE.edges.map(({ id }) => id));
      },
      timeout,
    );

    test.each<[string, Parameters<typeof graph>[1], readonly string[], number]>([
      ['labels', { labels: ['State'] }, ['state:CHN', 'state:RUS', 'state:SUN'], 1],
      ['years', { labels: ['Agreement'], from: 1990, to: 1994 }, ['agr:1992', 'agr:1994'], 1],
      ['a year on', { labels: ['Agreement'], from: 1996 }, ['agr:1996'], 0],
      [
        'types',
        { labels: ['Agreement'], types: ['REAFFIRMS'], from: 1990 },
        ['agr:1992', 'agr:1994', 'agr:1996'],
        3,
      ],
      [
        'a party',
        { labels: ['Agreement', 'Place'], party: 'CHN' },
        ['agr:1992', 'agr:1994', 'agr:1996', 'place:北京'],
        5,
      ],
      [
        'a document',
        { labels: ['Agreement', 'Organization'], document: 'doc:1996' },
        ['agr:1996', 'agr:un-charter', 'org:un'],
        2,
      ],
      ['both', { labels: ['Agreement'], party: 'state:RUS', document: 'doc:1996' }, ['agr:1996'], 0],
    ])(
      'the graph filtered by %s',
      async (_, filter, ids, edges) => {
        const whole = await graph(store, filter);
        expect(whole.nodes.map(({ id }) => id)).toEqual(ids);
        expect(whole.total).toEqual({ nodes: ids.length, edges });
        // A page that is not the whole counts in another way.
        if (ids.length > 1) expect((await graph(store, { ...filter, limit: 1 })).total).toEqual(whole.total);
      },
      timeout,
    );

    test(
      'paths go from citing to cited, shortest first',
      async () => {
        const found = await paths(store, 'doc:news', 'agr:un-charter', { maxDepth: 3 });
        expect(found.paths.map((path) => path.nodes.join(' → '))).toEqual([
          'doc:news → agr:1996 → agr:un-charter',
          'doc:news → agr:1996 → agr:1992 → agr:un-charter',
          'doc:news → agr:1996 → agr:1992 → agr:un-charter',
        ]);
        expect(found.paths[1]?.edges).toContain('agr:1996 CITES agr:1992');
        expect(new Set(found.edges.map(({ id }) => id))).toEqual(
          new Set(found.paths.flatMap(({ edges }) => edges)),
        );
        expect(found.nodes).toHaveLength(4);
        expect((await paths(store, 'agr:un-charter', 'agr:1996')).paths).toEqual([]);
        expect((await paths(store, 'agr:1996', 'agr:un-charter', { limit: 1 })).paths).toHaveLength(1);
      },
      timeout,
    );

    test(
      'documents',
      async () => {
        expect(await documents(store)).toMatchObject([
          { id: 'doc:1996', language: 'zh', length: 3673, instrument: 'agr:1996' },
          { id: 'doc:news', sources: ['news.txt', 'copy.txt'], instrument: null },
        ]);
      },
      timeout,
    );

    test(
      'a cursor that is none',
      async () => {
        await expect(graph(store, { cursor: 'x' })).rejects.toMatchObject({ code: 'USAGE' });
      },
      timeout,
    );
  });

  describe('people’s queries', () => {
    test(
      'stop at the row limit',
      async () => {
        const all = await store.ask('UNWIND range(1, 5) AS x RETURN x', {}, { ...LIMITS, rows: 5 });
        expect(all).toMatchObject({ columns: ['x'], rows: [[1], [2], [3], [4], [5]], truncated: false });
        const some = await store.ask('UNWIND range(1, 100000) AS x RETURN x', {}, { ...LIMITS, rows: 2 });
        expect(some).toMatchObject({ rows: [[1], [2]], truncated: true });
      },
      timeout,
    );

    test(
      'stop at the time limit, and others go on',
      async () => {
        const start = performance.now();
        const slow = store.ask(ENDLESS, {}, { rows: 10, milliseconds: 1500 });
        const quick = await store.ask('RETURN 1 AS x', {}, LIMITS);
        expect(quick.rows).toEqual([[1]]);
        await expect(slow).rejects.toMatchObject({
          code: 'QUERY_LIMIT',
          message: expect.stringContaining('1.5 s'),
        });
        expect(performance.now() - start).toBeLessThan(1750);
        expect((await store.ask('RETURN 2 AS x', {}, LIMITS)).rows).toEqual([[2]]);
      },
      timeout,
    );

    test(
      'stop when the caller leaves',
      async () => {
        const caller = new AbortController();
        const asked = store.ask(ENDLESS, {}, { ...LIMITS, signal: caller.signal });
        setTimeout(() => caller.abort(), 300);
        await expect(asked).rejects.toMatchObject({ code: 'QUERY_LIMIT' });
        await expect(
          store.ask('RETURN 1 AS x', {}, { ...LIMITS, signal: caller.signal }),
        ).rejects.toMatchObject({
          code: 'QUERY_LIMIT',
        });
      },
      timeout,
    );

    test.each<[string, string]>([
      ['syntax', 'MATCH (n) RETURN n.'],
      ['an unknown name', 'RETURN nope'],
      ['a parameter that is missing', 'RETURN $nope AS x'],
      ['an unknown function', 'RETURN nope(1) AS x'],
      ['nothing at all', ' '],
    ])(
      'wrong: %s',
      async (_, cypher) => {
        await expect(store.ask(cypher, {}, LIMITS)).rejects.toMatchObject({
          code: 'BAD_QUERY',
          message: expect.stringMatching(/^[^\n]+$/),
        });
      },
      timeout,
    );

    test(
      'are refused when they write, and nothing has changed',
      async () => {
        for (const cypher of [
          'CREATE (:State {id: "x"})',
          'MATCH (n) DETACH DELETE n',
          "LOAD CSV FROM 'file:///x' AS x RETURN x",
        ])
          await expect(store.ask(cypher, {}, LIMITS)).rejects.toMatchObject({ code: 'QUERY_REFUSED' });
        expect(await everyNode(store)).toEqual(FIXTURE.nodes.map(sorted));
      },
      timeout,
    );

    test.each(READING.map((cypher) => [cypher]))(
      'are answered: %s',
      async (cypher) => {
        const answer = await store.ask(cypher, { create: 1, set: 2, n: 3 }, LIMITS);
        expect(answer.columns.length).toBeGreaterThan(0);
      },
      timeout,
    );

    test(
      'are refused in every disguise',
      async () => {
        for (const [cypher] of REFUSED)
          await expect(store.ask(cypher, {}, LIMITS), cypher).rejects.toMatchObject({
            code: 'QUERY_REFUSED',
          });
        expect(await everyNode(store)).toEqual(FIXTURE.nodes.map(sorted));
        expect(await everyEdge(store)).toEqual(FIXTURE.edges.map(sorted));
      },
      timeout,
    );

    test(
      'run side by side',
      async () => {
        const asked = Array.from({ length: 8 }, (_, x) => store.ask('RETURN $x AS x', { x }, LIMITS));
        expect((await Promise.all(asked)).map(({ rows }) => rows[0]?.[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      },
      timeout,
    );
  });
}

function shaped(item: Graph['nodes'][number] | Graph['edges'][number] | undefined, kind: 'node' | 'edge') {
  return { kind, ...sorted(item) };
}
