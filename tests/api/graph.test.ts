import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  GraphResponse,
  NeighboursResponse,
  NodeResponse,
  PathsResponse,
  SearchResponse,
} from '../../src/api/types.ts';
import { NEWS, type Serving, STATEMENT, serving } from './serve.ts';

let server: Serving;
/** Ids of the statement that is the document's own, and of the one that it reaffirms. */
let own: string;
let reaffirmed: string;
beforeAll(async () => {
  server = await serving({ 'a.txt': STATEMENT, 'b.txt': NEWS });
  const { body } = await server.ask<GraphResponse>('/api/graph?type=REAFFIRMS');
  own = body.nodes.find(({ properties }) => properties.signed === '1996-04-25')?.id ?? '';
  reaffirmed = body.edges.find(({ from }) => from === own)?.to ?? '';
});
afterAll(() => server.end());

const at = encodeURIComponent;

describe('GET /api/graph', () => {
  it('gives everything, each edge between its nodes', async () => {
    const { body } = await server.ask<GraphResponse>('/api/graph');
    const ids = new Set(body.nodes.map(({ id }) => id));
    expect(body.edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
    expect(body.total).toEqual({ nodes: body.nodes.length, edges: body.edges.length });
    expect(body.next).toBeUndefined();
  });

  it.each(['label=Agreement,Date', 'label=Agreement&label=Date'])('keeps labels by %s', async (query) => {
    const { body } = await server.ask<GraphResponse>(`/api/graph?${query}`);
    expect([...new Set(body.nodes.map(({ label }) => label))]).toEqual(['Agreement', 'Date']);
  });

  it('keeps types and years', async () => {
    const query = 'label=Agreement&type=REAFFIRMS&from=1990&to=1999';
    const { body } = await server.ask<GraphResponse>(`/api/graph?${query}`);
    const years = body.nodes.map(({ properties }) => String(properties.signed).slice(0, 3));
    expect([...new Set(years)]).toEqual(['199']);
    expect(body.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining([own, reaffirmed]));
    expect([...new Set(body.edges.map(({ type }) => type))]).toEqual(['REAFFIRMS']);
  });

  it('comes in pages that together are the whole', async () => {
    const { body: whole } = await server.ask<GraphResponse>('/api/graph');
    const nodes: string[] = [];
    const edges: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const { body }: { body: GraphResponse } = await server.ask<GraphResponse>(
        `/api/graph?limit=3${cursor && `&cursor=${at(cursor)}`}`,
      );
      expect(body.nodes.length).toBeLessThanOrEqual(3);
      nodes.push(...body.nodes.map(({ id }) => id));
      edges.push(...body.edges.map(({ id }) => id));
      cursor = body.next;
    }
    expect(nodes).toEqual(whole.nodes.map(({ id }) => id));
    expect(edges.sort()).toEqual(whole.edges.map(({ id }) => id).sort());
  });

  it.each([
    ['label=Treaty', 400, 'BAD_REQUEST'],
    ['type=LIKES', 400, 'BAD_REQUEST'],
    ['from=last', 400, 'BAD_REQUEST'],
    ['limit=0', 400, 'BAD_REQUEST'],
    ['limit=10001', 400, 'BAD_REQUEST'],
    ['cursor=nonsense', 400, 'USAGE'],
    ['party=XXX', 404, 'NOT_FOUND'],
    ['document=doc%3Anone', 404, 'NOT_FOUND'],
  ])('refuses %s', async (query, status, code) => {
    expect(await server.problem(`/api/graph?${query}`)).toMatchObject({ status, code });
  });
});

describe('GET /api/nodes/{id}', () => {
  it('gives the node with its degrees', async () => {
    const { body } = await server.ask<NodeResponse>(`/api/nodes/${at(own)}`);
    expect(body.node).toMatchObject({
      id: own,
      label: 'Agreement',
      properties: { title: '中俄联合声明', signed: '1996-04-25' },
    });
    expect(body.degrees).toContainEqual({ type: 'REAFFIRMS', direction: 'out', count: 1 });
  });

  it('gives its neighbours', async () => {
    const { body } = await server.ask<NeighboursResponse>(
      `/api/nodes/${at(own)}/neighbours?type=REAFFIRMS&direction=out`,
    );
    expect(body.nodes.map(({ id }) => id)).toEqual([own, reaffirmed]);
    expect(body.edges).toMatchObject([{ type: 'REAFFIRMS', from: own, to: reaffirmed }]);
    expect(String(body.edges[0]?.properties.evidence)).toContain('重申恪守');
  });

  it.each(['none', 'a/b', '中'.repeat(300)])('does not find %s', async (id) => {
    for (const under of ['', '/neighbours'])
      expect(await server.problem(`/api/nodes/${at(id)}${under}`)).toMatchObject({
        status: 404,
        code: 'NOT_FOUND',
      });
  });

  it.each(['direction=up', 'type=LIKES', 'limit=x'])('refuses neighbours by %s', async (query) => {
    const url = `/api/nodes/${at(own)}/neighbours?${query}`;
    expect(await server.problem(url)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });
});

describe('GET /api/paths', () => {
  it('goes from the citing to the cited, and not back', async () => {
    const { body } = await server.ask<PathsResponse>(`/api/paths?from=${at(own)}&to=${at(reaffirmed)}`);
    expect(body.paths[0]?.nodes).toEqual([own, reaffirmed]);
    expect(body.nodes.map(({ id }) => id).sort()).toEqual([own, reaffirmed].sort());
    const { body: back } = await server.ask<PathsResponse>(`/api/paths?from=${at(reaffirmed)}&to=${at(own)}`);
    expect(back).toEqual({ paths: [], nodes: [], edges: [] });
  });

  it.each([
    ['', 400, 'BAD_REQUEST'],
    ['from=x', 400, 'BAD_REQUEST'],
    ['from=x&to=y', 404, 'NOT_FOUND'],
    ['from=x&to=y&depth=99', 400, 'BAD_REQUEST'],
  ])('refuses “%s”', async (query, status, code) => {
    expect(await server.problem(`/api/paths?${query}`)).toMatchObject({ status, code });
  });
});

it('finds by search what the graph holds', async () => {
  const { body } = await server.ask<SearchResponse>(`/api/search?q=${at('联合国宪章')}`);
  const { body: found } = await server.ask<NodeResponse>(`/api/nodes/${at(body.hits[0]?.node.id ?? '')}`);
  expect(found.degrees.some(({ direction }) => direction === 'in')).toBe(true);
});
