/** Writes one graph and another into a store until it is killed, large ones if asked. Says when it begins. */
import { openStore } from '../../src/store/index.ts';
import { makeGraph } from '../bench/made-graph.ts';
import { FIXTURE } from './fixture.ts';

const [folder = '', size] = process.argv.slice(2);
/** So much that a process of its own loads it. */
const graph = size === 'large' ? makeGraph(6000, 16_000) : FIXTURE;
const smaller = { nodes: FIXTURE.nodes.filter(({ label }) => label === 'State'), edges: [] };
const store = await openStore(folder);
process.stdout.write('begin\n');
for (let round = 0; ; round++) await store.write(round % 2 ? smaller : graph);
