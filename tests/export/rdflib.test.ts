import { Parser } from 'n3';
import { expect } from 'vitest';
import { formatNamed } from '../../src/export/index.ts';
import { ABOUT, expected, GRAPH, sourceInPages, textOf, wellFormed } from './fixture.ts';
import { readWithPython, testWithPython } from './python.ts';
import { asSets, graphIn } from './triples.ts';

const HOW = { turtle: 'turtle', jsonld: 'json-ld' } as const;

for (const [name, how] of Object.entries(HOW))
  testWithPython(`rdflib reads every node, edge and value of ${name} back`, ['rdflib'], async (python) => {
    const [file] = formatNamed(name).write(sourceInPages(GRAPH), ABOUT);
    const triples = readWithPython(python, how, await textOf(file));
    const read = graphIn(new Parser({ format: 'N-Triples' }).parse(String(triples)));
    expect(read).toEqual(asSets(expected(GRAPH, wellFormed)));
  });
