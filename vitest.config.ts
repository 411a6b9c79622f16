import { defineConfig } from 'vitest/config';

/** Quick tests by default; `SLOW=1` runs the long ones instead. */
const include = process.env['SLOW'] === '1' ? ['**/*.slow.ts'] : ['**/*.test.ts', '**/*.prop.ts'];

/** A report for each way of running, so that none is taken for another. */
const reportFile =
  process.env['SLOW'] === '1'
    ? 'build/slow.json'
    : process.env['COVERAGE'] === '1'
      ? 'build/coverage-tests.json'
      : 'build/tests.json';

export default defineConfig({
  test: {
    include,
    exclude: ['node_modules/**', 'dist/**', 'build/**'],
    reporters: ['default', 'json'],
    outputFile: { json: reportFile },
    slowTestThreshold: 2000,
    testTimeout: process.env['SLOW'] === '1' ? 900_000 : 60_000,
    maxWorkers: 2,
    // Nothing in the quick tests is global: files of one worker share what they import, most of their time.
    isolate: process.env['SLOW'] === '1',
    coverage: {
      provider: 'v8',
      reportsDirectory: 'build/coverage',
      reporter: ['text-summary', 'json-summary'],
      include: [
        'model/**',
        'solution/**',
        'kss/**',
        'arch/**',
        'kernel/**',
        'simulator/**',
        'properties/**',
        'assurance/**',
        'tla/**',
        'reports/**',
        'library/**',
      ],
      exclude: ['**/*.test.ts', '**/*.prop.ts', '**/*.slow.ts', '**/embedded.ts'],
      thresholds: { lines: 80, functions: 80, statements: 80, branches: 70 },
    },
  },
});
