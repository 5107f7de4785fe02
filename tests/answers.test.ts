import { describe, expect, test } from 'vitest';
import { check, levelName } from '../src/index.ts';
import { bankOf, drillOf, isThorough, referenceOf, slugs, withFewerInputs, withoutFixedLaws } from './bank.ts';

const SEEDS = Number(process.env.SEEDS ?? (isThorough ? 20 : 2));

/** So many seeds are tried whole and with growth, those after them with so many inputs for each law; margins.test.ts measures growth too. */
const WHOLE = isThorough ? 5 : 1;
const INPUTS = 30;

for (const slug of slugs) {
  const drill = await drillOf(slug);
  const reference = referenceOf(slug, drill);
  const varying = withoutFixedLaws(drill);
  const fewer = withFewerInputs(varying, INPUTS);
  for (const level of drill.levels) {
    const answers = (await bankOf(slug, level)).filter(({ kind }) => kind === 'right');
    describe(`${slug}, ${levelName(level)}: the right answer`, () => {
      test('is one of four or more', () => expect(answers.length).toBeGreaterThanOrEqual(4));
      for (const { says, load } of answers) {
        test(`${says}: passes at ${SEEDS} seeds`, () => {
          const subject = load();
          for (let seed = 1; seed <= SEEDS; seed++) {
            const options = { seed, level: levelName(level), ...(seed <= WHOLE ? { reference } : {}) };
            const [verdict] = check(seed === 1 ? drill : seed <= WHOLE ? varying : fewer, subject, options);
            expect(verdict, `seed ${seed}`).toMatchObject({ status: 'passed' });
          }
        });
      }
    });
  }
}
