import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { gradeAttempts } from './src/node/vitest/plugin.ts';

/** These judge the references and banks of drills, which takes minutes: a project for each drill, so that drills are judged side by side. */
const judging = ['references', 'answers', 'banks', 'brokenLaws', 'margins', 'replay'].map(
  (name) => `tests/${name}.test.ts`,
);
const slugs = readdirSync('drills').filter((slug) => existsSync(`drills/${slug}/drill.ts`));

/** A drill without an attempt has no test to fail: below what vitest prints stands which those are, and what to do. */
const isBegun = (slug: string) => ['attempt', 'cases'].some((kind) => existsSync(`drills/${slug}/${kind}.ts`));
const notBegun = slugs.filter((slug) => !isBegun(slug));
if (notBegun.length > 0 && process.argv.includes('attempts')) {
  const notStarted =
    notBegun.length === slugs.length ? 'No drill is begun yet.' : `Not started: ${notBegun.join(', ')}.`;
  process.once('exit', () => console.error(`${notStarted} Begin with: npm start\n`));
}

/** Milliseconds after which a test is given up, on the busiest of machines. */
const PATIENCE = 900_000;

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
          testTimeout: 0, // a grade ends by what it computes, and never by the clock
        },
      },
      {
        test: {
          name: 'project',
          include: ['tests/**/*.test.ts'],
          exclude: process.env.DRILL ? [] : judging,
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        test: { name: 'runtimes', include: ['tests/package/*.check.ts'], testTimeout: PATIENCE, hookTimeout: PATIENCE },
      },
      ...(process.env.DRILL ? [] : slugs).map((slug) => ({
        test: { name: slug, include: judging, env: { DRILL: slug }, testTimeout: PATIENCE },
      })),
    ],
  },
});
