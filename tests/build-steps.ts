/**
 * A process that builds and removes the lineage texts in one library, for tests of several processes and of kills:
 *
 *     node tests/build-steps.ts FOLDER +a-1996.txt -a-1996.txt …    these steps
 *     node tests/build-steps.ts FOLDER random SEED                  steps without end
 *
 * Says `begin STEP`, `at PHASE` for every phase of it, and `done STEP`, a line each.
 */
import { writeSync } from 'node:fs';
import { type BuildEvent, build, remove } from '../src/build.ts';
import { openLibrary } from '../src/library.ts';
import { idOf, inputsOf, LINEAGE_TEXTS } from './lineage-texts.ts';

const [folder = '', ...steps] = process.argv.slice(2);

function* randomSteps(seed: number): Iterable<string> {
  const names = Object.keys(LINEAGE_TEXTS);
  for (let state = seed; ; ) {
    // A linear congruential generator: the same seed, the same steps.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const name = names[(state >>> 8) % names.length] ?? '';
    yield `${(state >>> 24) % 3 === 0 ? '-' : '+'}${name}`;
  }
}

const library = await openLibrary(folder);
for (const step of steps[0] === 'random' ? randomSteps(Number(steps[1])) : steps) {
  const name = step.slice(1);
  const isThere = (await library.archive.find(idOf(name))) !== undefined;
  if (step.startsWith('-') && !isThere) continue;
  // Written at once, so that a kill loses no line.
  writeSync(1, `begin ${step}\n`);
  const atPhase = (event: BuildEvent) =>
    writeSync(1, `at ${event.step === 'progress' ? event.what : event.step}\n`);
  if (step.startsWith('-')) await remove(library, idOf(name), atPhase);
  else await build(library, inputsOf([name]), atPhase);
  writeSync(1, `done ${step}\n`);
}
await library.close();
