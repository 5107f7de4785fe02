import { describe, expect, test } from 'vitest';
import { check, levelName } from '../src/index.ts';
import { bankOf, drillOf, isThorough, slugs } from './bank.ts';

/** On a push one mutant in so many is tried; all of them where one level is worked on. */
const EVERY = isThorough || process.env.LEVEL !== undefined ? 1 : 12;

/** Of a sorted list, the element below which a share of them lies. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

for (const slug of slugs) {
  const drill = await drillOf(slug);
  describe(slug, () => {
    for (const level of drill.levels) {
      test(`${levelName(level)}: one mistake breaks one law`, async () => {
        const bank = await bankOf(slug, level);
        const wrong = bank.filter(({ kind }, i) => kind === 'wrong' && i % EVERY === 0);
        const counts: number[] = [];
        const others: string[] = [];
        const passed: string[] = [];
        for (const { says, told, load } of wrong) {
          const [verdict] = check(drill, load(), { seed: 1, isShrinking: false, level: levelName(level) });
          const broken = verdict?.laws.filter(({ status }) => status === 'failed') ?? [];
          counts.push(broken.length);
          if (verdict?.status === 'passed') passed.push(says);
          if (told !== undefined && broken[0]?.name !== told)
            others.push(`${says}\n    not "${told}"\n    but "${broken[0]?.name}"`);
        }
        counts.sort((a, b) => a - b);
        const [median, third, most] = [quantile(counts, 0.5), quantile(counts, 0.75), counts.at(-1)];
        const ones = counts.filter((count) => count === 1).length;
        console.log(
          `${slug} ${levelName(level)}: ${counts.length} mutants break ${median} laws in the median, ${third} at the third quartile, ${most} at most; ` +
            `${ones} break one; ${wrong.length - others.length} are told by the law that they are written against`,
        );
        if (isThorough) console.log(others.join('\n'));
        expect(passed).toEqual([]);
      });
    }
  });
}
