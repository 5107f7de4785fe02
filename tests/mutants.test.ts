import { describe, expect, test } from 'vitest';
import { check, type Level, levelName, type Subject } from '../src/index.ts';
import { growthName } from '../src/judge/judgeGates.ts';
import { judgeGrowth } from '../src/judge/judgeGrowth.ts';
import { judgeLaw } from '../src/judge/judgeLaw.ts';
import { recordCalls } from '../src/judge/recorder.ts';
import { isTooSlow } from '../src/judge/workOut.ts';
import { bankOf, drillOf, isThorough, referenceOf, slugs, withFewerInputs } from './bank.ts';

const SEEDS = isThorough ? [1, 2] : [1];

/** On so many inputs of each law slow mutants are tried: what is slow is right. */
const INPUTS = 20;

/** Where a value is cut because it is too long: then the call cannot be pasted. */
const CUT = / \.\.\.(?![\w[({$])/;

/** The laws that refute what is only slow, which would be told of an endless loop and not of its line. Large ones wait for the gates. */
function lawsAgainst(subject: Subject, level: Level<unknown>, seed: number): string[] {
  const against = level.laws.filter((law) => {
    subject.meter.start();
    const alone = judgeLaw(law, subject, recordCalls(subject, level), seed);
    return alone.status === 'failed' && !(law.isLarge && alone.isEndless);
  });
  return against.map(({ name }) => name);
}

for (const slug of slugs) {
  const drill = await drillOf(slug);
  const reference = referenceOf(slug, drill);
  const fewer = withFewerInputs(drill, INPUTS);
  for (const level of drill.levels) {
    const bank = await bankOf(slug, level);
    const mutants = bank.filter(({ dies }) => dies !== undefined);
    describe(`${slug}, ${levelName(level)}: the mutant that`, () => {
      const shown = new Set<string>();
      const quicker = fewer.levels.find((candidate) => levelName(candidate) === levelName(level));
      test('is one of fifteen or more', () =>
        expect(bank.filter(({ kind }) => kind !== 'right').length).toBeGreaterThanOrEqual(15));
      for (const { says, dies, subject } of mutants) {
        test(`${says} dies by "${dies}"`, () => {
          const law = level.laws.find(({ name }) => name === dies);
          const gate = level.growth.find((candidate) => growthName(candidate) === dies);
          expect(law ?? gate, 'a law or gate of this level').toBeDefined();
          for (const seed of SEEDS) {
            subject.meter.start();
            if (law) {
              // The smallest call is looked for once a law: that it can be pasted does not hang on the mutant.
              const isFirst = isThorough || !shown.has(law.name);
              shown.add(law.name);
              const alone = judgeLaw(law, subject, recordCalls(subject, level), seed, isFirst);
              // What a mutant keeps between calls, or does to its inputs where they are large, may need the laws before this one.
              expect(alone.status === 'failed' || isTooSlow(alone) || failsInTurn(seed)).toBe(true);
              if (alone.status === 'failed') {
                expect(alone.counterexample).not.toMatch(CUT);
                expect(() => new Function(alone.counterexample ?? '')).not.toThrow(); // it is code
              }
            }
            if (!gate) continue;
            if (seed === SEEDS[0]) expect(lawsAgainst(subject, quicker ?? level, seed)).toEqual([]);
            expect(judgeGrowth(gate, subject, reference, seed).verdicts.map(({ status }) => status)).toContain(
              'failed',
            );
          }

          /** Where what it keeps between calls is the cause, a law on state is named. */
          function failsInTurn(seed: number): boolean {
            subject.renew?.();
            const [verdict] = check(drill, subject, { seed, level: levelName(level) });
            const isMeant = (name: string): boolean =>
              name === dies || level.laws.some((one) => one.name === name && one.stage === 'state');
            return (
              verdict?.laws.some((found) => isMeant(found.name) && (found.status === 'failed' || isTooSlow(found))) ??
              false
            );
          }
        });
      }
    });
  }
}
