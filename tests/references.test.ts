import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { check, formsOf, levelName, plainSubject } from '../src/index.ts';
import { drillOf, isThorough, referenceOf, root, slugs, withFewerInputs, withoutFixedLaws } from './bank.ts';

const SEEDS = Number(process.env.SEEDS ?? (isThorough ? 1_000 : 60));

/** So many seeds are tried with all inputs, those after them with so many inputs for each law: what matters then is that seeds differ. */
const WHOLE = isThorough ? 30 : 5;
const INPUTS = 20;

const moduleOf = async (file: string): Promise<object> => import(pathToFileURL(path.join(root, file)).href);

for (const slug of slugs) {
  const drill = await drillOf(slug);

  describe(slug, () => {
    for (const level of drill.levels.map(levelName)) {
      test(`${level}: the reference passes every law and gate in the sandbox`, () => {
        const [attempt, reference] = [referenceOf(slug, drill), referenceOf(slug, drill)];
        for (const seed of [1, 2, 3, 4, 5]) {
          const [verdict] = check(drill, attempt, { seed, reference, level });
          expect(verdict, `seed ${seed}`).toMatchObject({ status: 'passed', correct: true, efficient: true });
        }
      });

      test(`${level}: the reference passes every law at ${SEEDS} seeds`, async () => {
        const reference = plainSubject(await moduleOf(`reference/${slug}/index.ts`), formsOf(drill.levels));
        const varying = withoutFixedLaws(drill);
        const fewer = withFewerInputs(varying, INPUTS);
        for (let seed = 1; seed <= SEEDS; seed++) {
          const [verdict] = check(seed <= WHOLE ? varying : fewer, reference, { seed, level });
          const failed = verdict?.laws.filter(({ status }) => status !== 'passed');
          expect(failed, `seed ${seed}`).toEqual([]);
        }
      });
    }

    test('the stub passes no law, but for those that an error always given obeys', async () => {
      const stub = plainSubject(await moduleOf(`drills/${slug}/stub.ts`), formsOf(drill.levels));
      for (const { status, laws } of check(drill, stub, { seed: 1 })) {
        expect(status).toBe('failed');
        const passed = laws.filter((law) => law.status === 'passed').map(({ name }) => name);
        expect(passed.filter((name) => !/chang|again|earlier|called before|any number of/.test(name))).toEqual([]);
      }
    });

    test('every level has three hints or more, and every drill six clarifications or more', () => {
      for (const level of drill.levels) expect(level.hints.length).toBeGreaterThanOrEqual(3);
      expect(drill.clarifications.length).toBeGreaterThanOrEqual(6);
    });
  });
}
