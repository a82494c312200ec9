import { defineConfig } from 'vitest/config';

const shared = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source', 'node'] } } };

/** A real PostgreSQL for all tests that need one: started once, each test file gets a database of its own. */
const withDatabase = { globalSetup: ['tests/support/databaseSetup.ts'], testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'quick',
          root: '.',
          include: ['tests/{core,policies,contract,gateways,scripts}/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: { name: 'server', root: '.', include: ['tests/{services,http,jobs,main}/**/*.test.ts'], ...withDatabase },
      },
      {
        ...shared,
        test: {
          name: 'browser',
          root: '.',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/databaseSetup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
