import jsonld, { type JsonLdDocument } from 'jsonld';
import { Parser, Writer } from 'n3';
import { expect, test } from 'vitest';
import { jsonld as jsonldFormat } from '../../src/export/jsonld.ts';
import { turtle } from '../../src/export/turtle.ts';
import { ABOUT, expected, GRAPH, sourceInPages, textOf, wellFormed } from './fixture.ts';
import { asSets, graphIn } from './triples.ts';

const text = await textOf(turtle.write(sourceInPages(GRAPH), ABOUT)[0]);

test('n3 reads every node, edge and value back', () => {
  expect(graphIn(new Parser({ format: 'Turtle' }).parse(text))).toEqual(asSets(expected(GRAPH, wellFormed)));
});

test('says the same triples as the JSON-LD', async () => {
  const document = JSON.parse(await textOf(jsonldFormat.write(sourceInPages(GRAPH), ABOUT)[0]));
  const ours = new Writer({ format: 'N-Quads' }).quadsToString(new Parser({ format: 'Turtle' }).parse(text));
  expect(await canonical(await jsonld.fromRDF(ours))).toEqual(await canonical(document));
});

const canonical = (document: JsonLdDocument) => jsonld.canonize(document, { algorithm: 'URDNA2015' });
