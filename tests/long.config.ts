/** `npm run test:long`: what takes minutes. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  test: {
    root: here('..'),
    include: ['tests/**/*.long.test.ts'],
    globalSetup: [here('./neo4j/setup.ts')],
    // Each of them wants the machine.
    fileParallelism: false,
    testTimeout: 600_000,
  },
});
