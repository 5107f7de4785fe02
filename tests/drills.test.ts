import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { check, levelName, plainSubject } from '../src/index.ts';
import { growthName } from '../src/judge/check.ts';
import { judgeGrowth } from '../src/judge/judgeGrowth.ts';
import { judgeLaw } from '../src/judge/judgeLaw.ts';
import { type Returns, recordCalls } from '../src/judge/recorder.ts';
import { bankOf, drillOf, referenceOf, root, slugs } from './bank.ts';

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

for (const slug of slugs) {
  const drill = await drillOf(slug);
  const reference = referenceOf(slug);

  describe(slug, () => {
    test('the reference passes every law and gate', () => {
      for (const seed of SEEDS.slice(0, 5)) {
        for (const verdict of check(drill, referenceOf(slug), { seed, reference }))
          expect(verdict).toMatchObject({ status: 'passed' });
      }
    });

    test('the stub passes no level', async () => {
      const stub = plainSubject(
        (await import(pathToFileURL(path.join(root, 'drills', slug, 'stub.ts')).href)) as object,
      );
      for (const { status, laws } of check(drill, stub, { seed: 1 })) {
        expect(status).toBe('failed');
        expect(laws.filter((law) => law.status === 'passed')).toEqual([]);
      }
    });

    for (const level of drill.levels) {
      const name = levelName(level);
      const returns = level.returns as Returns; // the same table, read by name

      describe(`${name}: the mutant that`, () => {
        const mutants = bankOf(slug, level, 'mutants');
        test('is one of twenty or more', () => expect(mutants.length).toBeGreaterThanOrEqual(20));
        for (const { says, dies = '', subject } of mutants) {
          test(`${says} dies by "${dies}"`, () => {
            const law = level.laws.find((candidate) => candidate.name === dies);
            const gate = level.growth.find((candidate) => growthName(candidate) === dies);
            expect(law ?? gate, 'a law or gate of this level').toBeDefined();
            for (const seed of SEEDS.slice(0, 3)) {
              subject.meter.start();
              if (law) expect(judgeLaw(law, subject, recordCalls(subject, returns), seed).status).toBe('failed');
              if (gate)
                expect(judgeGrowth(gate, subject, reference, seed).map(({ status }) => status)).toContain('failed');
            }
          });
        }
      });

      describe(`${name}: the right answer`, () => {
        const answers = bankOf(slug, level, 'answers');
        test('is one of five or more', () => expect(answers.length).toBeGreaterThanOrEqual(5));
        for (const { says, subject } of answers) {
          test(`${says} passes at ${SEEDS.length} seeds`, () => {
            for (const seed of SEEDS) {
              const [verdict] = check(drill, subject, { seed, level: name, reference });
              expect(verdict).toMatchObject({ status: 'passed' });
            }
          });
        }
      });
    }
  });
}
