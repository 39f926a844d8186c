/** Readers that are written in Python. */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const READER = fileURLToPath(new URL('read.py', import.meta.url));
const COMMANDS = [process.env.PYTHON, 'python3', 'python'].filter((command) => command !== undefined);

/**
 * A test that runs where a Python with these modules is found. Elsewhere one line says that it did not run, and
 * with `CI=true` it fails.
 */
export function testWithPython(
  name: string,
  modules: readonly string[],
  run: (python: string) => Promise<void>,
  timeout = 60_000,
) {
  const python = COMMANDS.find(
    (command) => spawnSync(command, ['-c', `import ${modules.join(', ')}`]).status === 0,
  );
  if (python !== undefined) return test(name, { timeout }, () => run(python));
  const missing = `not run: “${name}” needs Python with ${modules.join(', ')}`;
  if (process.env.CI === 'true') return test(name, () => expect.fail(missing));
  console.info(missing);
  return test.skip(name, () => {});
}

/** What `read.py HOW` makes of the text, as JSON. */
export function readWithPython(python: string, how: string, text: string): unknown {
  const output = execFileSync(python, [READER, how], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONUTF8: '1' },
  });
  return JSON.parse(output);
}
