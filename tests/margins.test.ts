import { describe, expect, test } from 'vitest';
import { type Growth, levelName, type Measure } from '../src/index.ts';
import { SLOPE_LIMIT } from '../src/judge/growthVerdict.ts';
import { growthName } from '../src/judge/judgeGates.ts';
import { judgeGrowth } from '../src/judge/judgeGrowth.ts';
import { bankOf, drillOf, type Entry, isThorough, referenceOf, slugs } from './bank.ts';

const SEEDS = isThorough ? [1, 2] : [1];

/** The slopes of one gate and measure, of those who fail it as they should or pass as they should. */
interface Extreme {
  readonly says: string;
  readonly slope: number;
}

for (const slug of slugs) {
  const drill = await drillOf(slug);
  const reference = referenceOf(slug, drill);

  /** The verdicts of a gate on a subject at every seed; those of slopes that were fitted to the end. */
  const slopesOf = ({ load }: Pick<Entry, 'load'>, gate: Growth<unknown>, measure: Measure): Verdicts => {
    const subject = load();
    const verdicts = SEEDS.flatMap((seed) => judgeGrowth(gate, subject, reference, seed).verdicts).filter(
      (verdict) => verdict.measure === measure,
    );
    return { slopes: verdicts.map(({ slope }) => slope), failed: verdicts.every(({ status }) => status === 'failed') };
  };

  for (const level of drill.levels) {
    if (level.growth.length === 0) continue;
    const bank = await bankOf(slug, level);
    const [answers, slow] = (['right', 'slow'] as const).map((one) => bank.filter(({ kind }) => kind === one));
    describe(`${slug}, ${levelName(level)}: right answers and slow ones part`, () => {
      for (const gate of level.growth) {
        for (const measure of gate.measures) {
          test(`in ${measure}, where it ${growthName(gate)}`, () => {
            const limit = gate.limit ?? SLOPE_LIMIT;
            let accepted: Extreme = { says: 'the reference', slope: 0 };
            for (const entry of answers ?? []) {
              const slope = Math.max(...slopesOf(entry, gate, measure).slopes);
              if (slope > accepted.slope) accepted = { says: entry.says, slope };
            }
            let refused: Extreme | undefined;
            for (const entry of (isThorough && slow) || []) {
              const { slopes, failed } = slopesOf(entry, gate, measure);
              // Those that fail in the other measure, or are stopped before a slope shows, say nothing of this limit.
              const slope = Math.min(...slopes);
              if (failed && slope > limit && slope < (refused?.slope ?? Infinity))
                refused = { says: entry.says, slope };
            }
            console.log(marginText(slug, levelName(level), gate, measure, accepted, limit, refused));
            expect(accepted.slope).toBeLessThan(limit);
          });
        }
      }
    });
  }
}

interface Verdicts {
  readonly slopes: readonly number[];
  readonly failed: boolean;
}

function marginText(
  slug: string,
  level: string,
  gate: Growth<unknown>,
  measure: Measure,
  accepted: Extreme,
  limit: number,
  refused: Extreme | undefined,
): string {
  const best = refused
    ? `${refused.slope.toFixed(2)} (${refused.says})`
    : isThorough
      ? 'nobody in the bank'
      : 'not measured here';
  return (
    `${slug} ${level}, ${gate.variable} on ${gate.on}, ${measure}: worst accepted ${accepted.slope.toFixed(2)} ` +
    `(${accepted.says}), limit ${limit}, best refused ${best}`
  );
}
