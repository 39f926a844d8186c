import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The program that the page under development asks. */
const api = process.env.STEMMA_API ?? 'http://127.0.0.1:4177';

export default defineConfig(({ command }) => {
  // The page is built for its readers, whoever starts the build: a test runner's environment would bring React's
  // development half along.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: 'src/web',
    plugins: [react()],
    build: { outDir: here('./dist/web'), emptyOutDir: true, target: 'es2022' },
    server: { host: '127.0.0.1', proxy: { '/api': { target: api, changeOrigin: false } } },
    test: {
      root: here('.'),
      include: ['tests/**/*.test.ts'],
      exclude: ['tests/**/*.long.test.ts'],
      // They wait for other processes more than they compute: two at once on two cores, where one is usual.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      globalSetup: [here('./tests/neo4j/setup.ts')],
      // Other work on the machine slows what a test waits for; what must be quick is timed in so many words.
      testTimeout: 20_000,
      expect: { poll: { timeout: 10_000 } },
    },
  };
});
