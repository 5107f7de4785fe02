import { existsSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { linearRegression } from 'simple-statistics';
import { type Drill, formsOf, levelName, type Subject } from '../../src/index.ts';
import { countsAt } from '../../src/judge/growthCounts.ts';
import { load } from '../../src/node/load/load.ts';
import { createRealm } from '../../src/node/sandbox/realm.ts';
import type { GrowthReport } from '../report/schema.ts';

/** The ladders of a drill: the gates of its levels, with steps counted and timed on the same instrumented code. */
export function measureGrowth(root: string, slug: string, drill: Drill<unknown>, seed: number): GrowthReport[] {
  const reference = subjectOf(path.join(root, 'reference', slug, 'index.ts'), drill);
  const attemptFile = path.join(root, 'drills', slug, 'attempt.ts');
  const attempt = existsSync(attemptFile) ? subjectOf(attemptFile, drill) : undefined;
  if (!reference) throw new Error(`the reference of ${slug} cannot be loaded`);
  return [
    ...laddersOf(slug, drill, 'reference', reference, seed),
    ...(attempt ? laddersOf(slug, drill, 'attempt', attempt, seed) : []),
  ];
}

function subjectOf(file: string, drill: Drill<unknown>): Subject | undefined {
  const loaded = load(file);
  return loaded.ok ? createRealm(loaded.code, { forms: formsOf(drill.levels) }).subject : undefined;
}

function laddersOf(
  slug: string,
  drill: Drill<unknown>,
  who: GrowthReport['subject'],
  subject: Subject,
  seed: number,
): GrowthReport[] {
  return drill.levels.flatMap((level) => {
    if (!level.functions.every((name) => name in subject.functions)) return [];
    return level.growth.flatMap((gate) => {
      const sizes: number[] = [];
      const steps: number[] = [];
      const milliseconds: number[] = [];
      for (const size of gate.sizes ?? [128, 256, 512, 1024, 2048]) {
        const started = performance.now();
        const counted = countsAt(gate, size, subject, seed);
        if (!counted) break;
        sizes.push(size);
        steps.push(counted.steps);
        milliseconds.push(performance.now() - started);
      }
      if (sizes.length < 3) return [];
      return {
        slug,
        level: levelName(level),
        variable: gate.variable,
        on: gate.on,
        subject: who,
        sizes,
        steps,
        milliseconds,
        exponents: { steps: exponentOf(sizes, steps), time: exponentOf(sizes, milliseconds) },
      };
    });
  });
}

const exponentOf = (sizes: readonly number[], values: readonly number[]): number =>
  linearRegression(sizes.map((size, i) => [Math.log(size), Math.log(Math.max(1e-3, values[i] ?? 0))])).m;
