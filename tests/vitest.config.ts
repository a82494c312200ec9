import { defineConfig } from 'vitest/config';

const shared = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source', 'node'] } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'quick',
          root: '.',
          include: ['tests/{core,policies,contract}/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
