/** Writes one graph and another into a store until it is killed. Says when it begins. */
import { openStore } from '../../src/store/index.ts';
import { FIXTURE } from './fixture.ts';

const store = await openStore(process.argv[2] ?? '');
process.stdout.write('begin\n');
for (let round = 0; ; round++)
  await store.write(
    round % 2 ? FIXTURE : { nodes: FIXTURE.nodes.filter(({ label }) => label === 'State'), edges: [] },
  );
