/** Runs every target in turn until the time is over, and tells how a failure is seen again. */
import fc from 'fast-check';

export type Target = Readonly<{
  name: string;
  property: fc.IRawProperty<unknown[]>;
  /** How many random cases make a round: about a second's worth. */
  cases: number;
}>;

/** Of one case; slower is a fault like any other. Milliseconds. */
const CASE_LIMIT = 20_000;
const SHRINK_LIMIT = 60_000;

/**
 * `STEMMA_FUZZ=queries` runs only that target, `STEMMA_FUZZ=queries:17` only that round of it; else rounds are numbered
 * from STEMMA_SEED on.
 * Throws with the smallest failing case. Gives the number of cases that each target had.
 */
export async function fuzz(
  targets: readonly Target[],
  milliseconds: number,
): Promise<ReadonlyMap<string, number>> {
  const [only, seed] = (process.env.STEMMA_FUZZ ?? '').split(':');
  const chosen = only ? targets.filter(({ name }) => name === only) : targets;
  const counts = new Map(chosen.map(({ name }) => [name, 0]));
  if (seed) {
    for (const target of chosen) await round(target, Number(seed));
    return counts;
  }
  const first = Number(process.env.STEMMA_SEED ?? 1996);
  const deadline = performance.now() + milliseconds;
  for (let number = first; performance.now() < deadline; number++)
    for (const target of chosen) {
      await round(target, number);
      counts.set(target.name, (counts.get(target.name) ?? 0) + target.cases);
      if (performance.now() > deadline) break;
    }
  return counts;
}

async function round({ name, property, cases }: Target, seed: number): Promise<void> {
  const details = await fc.check(property, {
    seed,
    numRuns: cases,
    timeout: CASE_LIMIT,
    interruptAfterTimeLimit: SHRINK_LIMIT,
  });
  if (!details.failed || details.counterexample === null) return;
  const cause = details.errorInstance;
  const why = cause instanceof Error ? `${cause.message}\n${cause.stack}` : String(cause);
  throw new Error(
    `${name} fails; see it again with STEMMA_FUZZ=${name}:${seed} npx vitest run tests/fuzz\n` +
      `case ${fc.stringify(details.counterexample)}\n${why}`,
  );
}
