import jsonld from 'jsonld';
import { Parser } from 'n3';
import { expect, test } from 'vitest';
import { jsonld as format } from '../../src/export/jsonld.ts';
import { ABOUT, expected, GRAPH, sourceInPages, textOf, wellFormed } from './fixture.ts';
import { asSets, graphIn } from './triples.ts';

const text = await textOf(format.write(sourceInPages(GRAPH), ABOUT)[0]);
const options = { documentLoader: noLoader };

test('jsonld makes triples of it that hold every node, edge and value', async () => {
  const quads: unknown = await jsonld.toRDF(JSON.parse(text), { ...options, format: 'application/n-quads' });
  const read = graphIn(new Parser({ format: 'N-Quads' }).parse(quads as string));
  expect(read).toEqual(asSets(expected(GRAPH, wellFormed)));
});

test('nothing is dropped when it is expanded', async () => {
  const expanded = JSON.stringify(await jsonld.expand(JSON.parse(text), options));
  expect(expanded).toContain('{"@id":"urn:stemma:agr:chinese"');
  expect(expanded).toContain('"http://purl.org/dc/terms/identifier":[{"@value":"agr:chinese"}]');
});

async function noLoader(url: string): Promise<never> {
  throw new Error(`the file sends its reader to ${url}`);
}
