import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { gradeAttempts } from './src/node/vitest/plugin.ts';

/** Without an attempt there is no test to run, and that is no failure. */
const begun = readdirSync('drills', { recursive: true }).some((file) => /[\\/]attempt\.ts$/.test(String(file)));
if (!begun && !process.env.CI) console.log('\nNo drill is begun yet. Begin with: npm start\n');

export default defineConfig({
  test: {
    passWithNoTests: true,
    globalSetup: './tests/setup.ts',
    // CI counts the tests from this file.
    reporters: process.env.VITEST_REPORT
      ? ['default', ['json', { outputFile: process.env.VITEST_REPORT }]]
      : ['default'],
    projects: [
      {
        plugins: [gradeAttempts()],
        test: {
          name: 'attempts',
          include: ['drills/*/attempt.ts'],
          pool: 'threads',
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'project',
          include: ['tests/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
