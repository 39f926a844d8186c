/** `npm run test:long`: what takes minutes. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['tests/**/*.long.test.ts'],
    testTimeout: 600_000,
  },
});
