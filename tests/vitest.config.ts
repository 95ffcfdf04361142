import { availableParallelism } from 'node:os';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const shared = {
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
};
/**
 * Much of the time is spent waiting for PostgreSQL; the default leaves one worker on two cores. Files share the modules of their
 * worker: to load the API anew for each took as long as its tests.
 */
const workers = { maxWorkers: Math.max(2, availableParallelism() - 1), isolate: false };
/** Files that put something else in the place of a module, for which it has to be loaded anew. */
const MOCKING = ['tests/api/uniform-answers.test.ts'];
const onDatabase = {
  globalSetup: ['tests/support/global-setup.ts'],
  setupFiles: ['reflect-metadata'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    retry: 0,
    projects: [
      {
        ...shared,
        test: {
          name: 'domain',
          include: ['tests/domain/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          ...workers,
        },
      },
      {
        ...shared,
        test: {
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          ...workers,
        },
      },
      {
        ...shared,
        resolve: {
          alias: [
            ...shared.resolve.alias,
            { find: /^@\//, replacement: new URL('../web/src/', import.meta.url).pathname },
          ],
        },
        plugins: [vue()],
        test: { name: 'web', include: ['tests/web/**/*.test.ts'], environment: 'happy-dom', ...workers, isolate: true },
      },
      {
        ...shared,
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts', 'tests/jobs/**/*.test.ts', 'tests/platform/**/*.test.ts'],
          exclude: MOCKING,
          environment: 'node',
          ...onDatabase,
          ...workers,
        },
      },
      {
        ...shared,
        test: { name: 'api-mocking', include: MOCKING, environment: 'node', ...onDatabase, ...workers, isolate: true },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          ...onDatabase,
          testTimeout: 180_000,
          ...workers,
          // After all others: a browser is impatient where much else goes on.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
