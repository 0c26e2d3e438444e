import { defineConfig } from 'vitest/config';

/**
 * Five groups. `pure` needs nothing but Node and also runs on Node 24; the others use one real Neo4j that the tests
 * start themselves on a folder and port of their own, and the built product. One group after the
 * other and one file at a time there: they share it.
 */
const setupFiles = ['test/support/random-seed.ts'];
const withNeo4j = {
  setupFiles,
  globalSetup: ['test/support/neo4j-setup.ts'],
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  test: {
    // So that what asks for all memory is ended early, on every machine alike.
    env: { INTERLOCK_NEO4J_HEAP: '1024' },
    projects: [
      {
        test: {
          name: 'pure',
          setupFiles,
          include: ['test/pure/**/*.test.ts', 'test/rules/**/*.test.ts'],
          // Thousands of random graphs take long on a busy machine, and that is no failure.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'neo4j',
          include: ['test/neo4j/**/*.test.ts'],
          ...withNeo4j,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: { name: 'api', include: ['test/api/**/*.test.ts'], ...withNeo4j, sequence: { groupOrder: 2 } },
      },
      {
        test: {
          name: 'cli',
          include: ['test/cli/**/*.test.ts'],
          ...withNeo4j,
          testTimeout: 240_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          ...withNeo4j,
          testTimeout: 120_000,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
