import { describe, expect, test } from 'vitest';
import { check, type Growth, levelName, type Subject, type SubjectFunction } from '../src/index.ts';
import { notGivenAgain, noting } from '../src/judge/gateAnswers.ts';
import { callsAt } from '../src/judge/growthCounts.ts';
import { sizesOf } from '../src/judge/judgeGrowth.ts';
import { workedOut } from '../src/judge/workOut.ts';
import { keepReader } from '../src/subject/asItIsNow.ts';
import { drillOf, referenceOf, slugs } from './bank.ts';

/** More values than the laws on dozens give, of which the gates have thousands. */
const MANY = 2_000;

/** A subject whose functions, and those of objects that they give, are wrapped. */
function wrapped({ functions, ...rest }: Subject, wrap: (run: SubjectFunction) => SubjectFunction): Subject {
  const around =
    (run: SubjectFunction): SubjectFunction =>
    (...args) => {
      const result = wrap(run)(...args);
      if (typeof result !== 'object' || result === null || Array.isArray(result)) return result;
      const parts = Object.entries(result);
      if (parts.length === 0 || parts.some(([, part]) => typeof part !== 'function')) return result;
      return Object.fromEntries(parts.map(([name, method]) => [name, around(method)]));
    };
  return {
    ...rest,
    functions: Object.fromEntries(Object.entries(functions).map(([name, run]) => [name, around(run)])),
  };
}

const sizeOf = (args: readonly unknown[]): number => JSON.stringify(args)?.split(',').length ?? 0;

/** The first number of a result is one more. */
function shifted(result: unknown): unknown {
  if (typeof result === 'number') return result + 1;
  if (Array.isArray(result) && result.length > 0) return [shifted(result[0]), ...result.slice(1)];
  if (typeof result !== 'object' || result === null) return result;
  const entries = Object.entries(result);
  const at = entries.findIndex(([, part]) => typeof part !== 'function' && typeof part !== 'string');
  return Object.fromEntries(entries.map(([name, part], i) => [name, i === at ? shifted(part) : part]));
}

for (const slug of slugs) {
  describe(slug, async () => {
    const drill = await drillOf(slug);
    const reference = referenceOf(slug, drill);
    /** Whether other answers than the reference's are right on a gate. */
    const hasJudge = (gate: Growth<unknown>): boolean =>
      typeof callsAt(gate, sizesOf(gate)[0] ?? 0, 1).calls[0]?.(reference.functions) === 'function';
    /** Laws are left out: only what is judged on gates remains. */
    const gates = {
      ...drill,
      levels: drill.levels.map((level) => ({ ...level, laws: level.laws.filter(({ guards }) => guards) })),
    };

    for (const level of drill.levels) {
      const name = levelName(level);

      test.skipIf(level.growth.length === 0)(`${name}: what is wrong on many values only is told by a call`, () => {
        let given = 0; // objects of functions are given their values one by one
        const wrong = wrapped(reference, (run) => (...args) => {
          given += sizeOf(args);
          const result = run(...args);
          return given > MANY ? shifted(result) : result;
        });
        const [verdict] = check(gates, wrong, { seed: 1, reference, level: name });
        expect(verdict).toMatchObject({ status: 'failed', correct: false });
        const [law] = verdict?.laws.filter(({ status }) => status === 'failed') ?? [];
        expect(law).toMatchObject({ message: expect.any(String), counterexample: expect.any(String) });
      });

      test(`${name}: what is judged on gates is what was counted`, () => {
        for (const gate of level.growth) {
          const [size = 0] = sizesOf(gate);
          for (const call of callsAt(gate, size, 1).calls) {
            const answers: unknown[] = [];
            const judge = call(noting(reference.functions, answers) as never); // it has all functions
            const counted = answers.slice();
            expect(typeof judge === 'function' ? judge() : undefined).toBeUndefined();
            const isCountedAgain = judge === undefined || !notGivenAgain(counted, answers.slice(counted.length));
            expect(isCountedAgain, `${gate.variable} on ${gate.on}`).toBe(true);
          }
        }
      });

      test.skipIf(!level.growth.some(hasJudge))(`${name}: what is wrong the first time on many values is told`, () => {
        const seen = new Set<string>();
        let isNew = false; // what has no arguments tells of the call before
        let given = 0;
        const wrong = wrapped(reference, (run) => (...args) => {
          given += sizeOf(args);
          const result = run(...args);
          if (args.length > 0) isNew = given > MANY && !seen.has(JSON.stringify(args));
          seen.add(JSON.stringify(args));
          return isNew ? shifted(result) : result;
        });
        const [verdict] = check(gates, wrong, { seed: 1, reference, level: name });
        expect(verdict).toMatchObject({ status: 'failed', correct: false });
      });

      // What is stopped at the first size of a gate has no other counts, whatever is measured there.
      const ofBoth = level.growth.filter(({ measures }) => measures.length > 1).slice(0, 1);
      test.skipIf(ofBoth.length === 0)(`${name}: what is far too slow is told so, and adds up`, () => {
        let given = 0;
        const slow = wrapped(reference, (run) => (...args) => {
          given += sizeOf(args);
          for (let i = 0; i < 250 && given > MANY; i++) run(...args);
          return run(...args);
        });
        const one = { ...drill, levels: [{ ...level, laws: [], growth: ofBoth }] };
        const verdicts = check(one, slow, { seed: 1, reference });
        expect(workedOut(one, name, JSON.parse(JSON.stringify(verdicts)))).toBeDefined();
      });

      const [guard] = level.laws.filter(({ guards }) => guards);
      test(`${name}: inputs that are changed where they are large only break "${guard?.name}"`, () => {
        let given = 0;
        const writing = wrapped(reference, (run) => (...args) => {
          given += sizeOf(args);
          const result = run(...args);
          for (const arg of given > MANY ? args : []) {
            if (typeof arg !== 'object' || arg === null || Object.isFrozen(arg) || Object.keys(arg).length === 0)
              continue;
            keepReader(arg, () => (Array.isArray(arg) ? [...arg.slice(1), 'written'] : { ...arg, written: true }));
          }
          return result;
        });
        const judged = level.growth.length > 0 ? gates : drill;
        const [verdict] = check(judged, writing, { seed: 1, reference, level: name });
        const failed = verdict?.laws.flatMap((law) => (law.status === 'failed' ? [law.name] : []));
        expect(failed?.[0]).toMatch(/never change|not changed|are changed/);
      });
    }
  });
}
