import path from 'node:path';
import type { Drill } from '../../drill/defineDrill.ts';
import type { Home } from './home.ts';
import { writeNew } from './writeNew.ts';

export const casesPath = ({ workspace }: Home, slug: string): string =>
  path.join(workspace, 'drills', slug, 'cases.ts');

/** Makes a drill's file of test cases, unless there is one. Tells whether it did. */
export function createCases(home: Home, slug: string, drill: Drill<unknown>): boolean {
  const functions = drill.levels.flatMap((level) => level.functions as readonly string[]); // the names of functions
  const groups = functions.map((name) => `  ${name}: {},`);
  return writeNew(
    casesPath(home, slug),
    `import type { Cases } from 'ml-drills/drills/${slug}';

/**
 * Your test cases, by the function that they test. Every right solution must pass each of them, and the wrong ones should not:
 *   '<a rule in words>': (${functions[0]}, t) => { t.equal(${functions[0]}(...), ...); },
 * t has equal, notEqual, close (numbers within 1e-9), ok, throws and random(seed).
 */
export default {
${groups.join('\n')}
} satisfies Cases;
`,
  );
}
