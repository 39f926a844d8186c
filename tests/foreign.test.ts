/** A store that was filled from elsewhere is shown, and never emptied. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build, remove } from '../src/build.ts';
import { type Library, openLibrary } from '../src/library.ts';
import { exported, idOf, inputsOf, LINEAGE_TEXTS } from './lineage-texts.ts';
import { FIXTURE } from './store/fixture.ts';

const NAMES = Object.keys(LINEAGE_TEXTS);
const home = await mkdtemp(join(tmpdir(), 'stemma-foreign-'));
afterAll(() => rm(home, { recursive: true, force: true }));

async function withLibrary(name: string, work: (library: Library) => Promise<void>): Promise<void> {
  const library = await openLibrary(join(home, name));
  try {
    await work(library);
  } finally {
    await library.close();
  }
}

const withoutDocuments = {
  nodes: FIXTURE.nodes.filter(({ label }) => label === 'Agreement'),
  edges: [],
};

test.each([
  ['documents that were built elsewhere', FIXTURE],
  ['agreements of no document', withoutDocuments],
])('%s stay', async (name, graph) => {
  await withLibrary(name, async (library) => {
    await library.store.write(graph);
    const before = await exported(library.store);
    for (const names of [[], NAMES])
      await expect(build(library, inputsOf(names))).rejects.toMatchObject({ code: 'STORE_FOREIGN' });
    await expect(remove(library, 'doc:0123456789abcdef')).rejects.toMatchObject({ code: 'STORE_FOREIGN' });
    expect(await exported(library.store)).toBe(before);
  });
});

test('what was built here can be built again when its last document is gone', async () => {
  const [name = ''] = NAMES;
  await withLibrary('own', async (library) => {
    await build(library, inputsOf([name]));
    await remove(library, idOf(name));
    await build(library, inputsOf([name]));
    expect(await exported(library.store)).toContain('Agreement');
  });
});
