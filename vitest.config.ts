import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { gradeAttempts } from './src/node/vitest/plugin.ts';

/** These judge the references and banks of drills, which takes minutes: a project for each drill, so that drills are judged side by side. */
const judging = ['tests/references.test.ts', 'tests/answers.test.ts', 'tests/mutants.test.ts', 'tests/margins.test.ts'];
const slugs = readdirSync('drills').filter((slug) => existsSync(`drills/${slug}/drill.ts`));

/** Without an attempt there is no test to run, and that is no failure: below what vitest prints stands what to do. */
const begun = slugs.some((slug) => ['attempt', 'cases'].some((kind) => existsSync(`drills/${slug}/${kind}.ts`)));
if (!begun && process.argv.includes('attempts'))
  process.once('exit', () => console.error('No drill is begun yet. Begin with: npm start\n'));

export default defineConfig({
  test: {
    passWithNoTests: true,
    globalSetup: './tests/setup.ts',
    maxWorkers: '100%',
    // CI counts the tests from this file.
    reporters: process.env.VITEST_REPORT
      ? ['default', ['json', { outputFile: process.env.VITEST_REPORT }]]
      : ['default'],
    projects: [
      {
        plugins: [gradeAttempts()],
        test: {
          name: 'attempts',
          include: ['drills/*/{attempt,cases}.ts'],
          pool: 'threads',
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'project',
          include: ['tests/**/*.test.ts'],
          exclude: process.env.DRILL ? [] : judging,
          testTimeout: 120_000,
        },
      },
      {
        test: { name: 'runtimes', include: ['tests/package/*.check.ts'], testTimeout: 120_000, hookTimeout: 300_000 },
      },
      ...(process.env.DRILL ? [] : slugs).map((slug) => ({
        test: { name: slug, include: judging, env: { DRILL: slug }, testTimeout: 120_000 },
      })),
    ],
  },
});
