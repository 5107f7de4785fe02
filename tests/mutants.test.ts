import { describe, expect, test } from 'vitest';
import { check, levelName } from '../src/index.ts';
import { growthName } from '../src/judge/check.ts';
import { judgeGrowth } from '../src/judge/judgeGrowth.ts';
import { judgeLaw } from '../src/judge/judgeLaw.ts';
import { recordCalls } from '../src/judge/recorder.ts';
import { bankOf, drillOf, referenceOf, slugs } from './bank.ts';

const SEEDS = [1, 2];

/** Where a value is cut because it is too long: then the call cannot be pasted. */
const CUT = / \.\.\.(?![\w[({$])/;

for (const slug of slugs) {
  const drill = await drillOf(slug);
  const reference = referenceOf(slug, drill);
  for (const level of drill.levels) {
    describe(`${slug}, ${levelName(level)}: the mutant that`, () => {
      const mutants = bankOf(slug, level, 'mutants');
      test('is one of fifteen or more', () => expect(mutants.length).toBeGreaterThanOrEqual(15));
      for (const { says, dies, subject } of mutants) {
        test(`${says} dies by "${dies}"`, () => {
          const law = level.laws.find(({ name }) => name === dies);
          const gate = level.growth.find((candidate) => growthName(candidate) === dies);
          expect(law ?? gate, 'a law or gate of this level').toBeDefined();
          for (const seed of SEEDS) {
            subject.meter.start();
            if (law) {
              const alone = judgeLaw(law, subject, recordCalls(subject, level), seed);
              // What a mutant keeps between calls may need the laws before this one.
              expect(alone.status === 'failed' || failsInTurn(seed)).toBe(true);
              if (alone.status === 'failed') {
                expect(alone.counterexample).not.toMatch(CUT);
                expect(() => new Function(alone.counterexample ?? '')).not.toThrow(); // it is code
              }
            }
            if (gate)
              expect(judgeGrowth(gate, subject, reference, seed).verdicts.map(({ status }) => status)).toContain(
                'failed',
              );
          }

          function failsInTurn(seed: number): boolean {
            const [verdict] = check(drill, subject, { seed, level: levelName(level) });
            return verdict?.laws.some(({ name, status }) => name === dies && status === 'failed') ?? false;
          }
        });
      }
    });
  }
}
