import { describe, expect, test } from 'vitest';
import { type ExportFile, FORMATS, formatNamed } from '../../src/export/index.ts';
import type { GraphNode } from '../../src/records.ts';
import { ABOUT, GRAPH, sourceInPages, textOf } from './fixture.ts';

const empty = { nodes: [], edges: [] };

describe.each(FORMATS)('$name', (format) => {
  const write = (size: number) => texts(format.write(sourceInPages(GRAPH, size), ABOUT));

  test('writes the same bytes whatever the pages are', async () => {
    expect(await write(3)).toEqual(await write(1000));
  });

  test('is one file, or several in a folder, with the extension', () => {
    const names = format.write(sourceInPages(GRAPH), ABOUT).map(({ name }) => name);
    expect(names.every((name) => /^[a-z0-9.]+$/.test(name))).toBe(true);
    expect(names.some((name) => name.endsWith(`.${format.extension}`))).toBe(true);
    expect(format.shape === 'file' ? names.length === 1 : names.length > 1).toBe(true);
  });

  test('reads page by page, and the first chunk before the second page', async () => {
    let read = 0;
    const pages = { ...sourceInPages(empty), nodes };
    async function* nodes(): AsyncGenerator<readonly GraphNode[]> {
      for (let page = 0; page < 1000; page++) {
        read = Math.max(read, page);
        yield Array.from({ length: 100 }, (_, i) => ({
          id: `agr:${page}-${i}`,
          label: 'Agreement' as const,
          properties: { name: '协定' },
        }));
      }
    }
    const [file] = format.write(pages, ABOUT);
    let characters = 0;
    for await (const chunk of file?.chunks ?? []) {
      characters += chunk.length;
      if (characters > 100_000) break;
    }
    expect(read).toBeLessThan(100);
  });

  test('no chunk ends inside a surrogate pair', async () => {
    for (const file of format.write(sourceInPages(GRAPH, 1), ABOUT))
      for await (const chunk of file.chunks) expect(chunk.isWellFormed()).toBe(true);
  });

  test('an empty graph is a whole file', async () => {
    const written = await texts(format.write(sourceInPages(empty), ABOUT));
    expect(written.every((text) => text.endsWith('\n'))).toBe(true);
  });

  test('leaves out what the vocabulary does not know, refuses what does not fit it', async () => {
    const one = (properties: GraphNode['properties']) =>
      texts(
        format.write(
          sourceInPages({ nodes: [{ id: 'agr:x', label: 'Agreement', properties }], edges: [] }),
          ABOUT,
        ),
      );
    expect((await one({ colour: 'puce' })).join('')).not.toContain('puce');
    await expect(one({ earliest: 'soon' })).rejects.toThrow('“earliest” is not of type integer');
    await expect(one({ earliest: 0.5 })).rejects.toThrow('“earliest” is not of type integer');
  });
});

test('formats have different names, and an unknown one is told which there are', () => {
  expect(new Set(FORMATS.map(({ name }) => name)).size).toBe(FORMATS.length);
  expect(formatNamed('gexf').extension).toBe('gexf');
  expect(() => formatNamed('xlsx')).toThrow('no export format “xlsx”: use one of graphml, gexf, graphology');
});

const texts = (files: readonly ExportFile[]) => Promise.all(files.map(textOf));
