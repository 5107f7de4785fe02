import { existsSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { linearRegression } from 'simple-statistics';
import { type Drill, formsOf, type Growth, levelName, type Subject } from '../../src/index.ts';
import { callsAt, countsAt } from '../../src/judge/growthCounts.ts';
import { load } from '../../src/node/grading/load.ts';
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
      for (const size of gate.sizes ?? [128, 256, 512, 1024, 2048]) {
        const counted = countsAt(gate, size, subject, seed);
        if (!counted) break;
        sizes.push(size);
        steps.push(counted.steps);
      }
      if (sizes.length < 3) return [];
      // The largest first: it warms up the engine.
      const times = sizes.toReversed().map((size) => timeAt(gate, size, subject, seed));
      const milliseconds = times.toReversed().map(({ own }) => own);
      const isTold = times.every(({ own, apart }) => own > 0.1 * apart);
      return {
        slug,
        level: levelName(level),
        variable: gate.variable,
        on: gate.on,
        subject: who,
        sizes,
        steps,
        milliseconds,
        exponents: { steps: exponentOf(sizes, steps), ...(isTold ? { time: exponentOf(sizes, milliseconds) } : {}) },
      };
    });
  });
}

const LONG_ENOUGH_MS = 20;

/** The least time that the calls of one size take, in milliseconds: by themselves, and what is done apart from them. */
function timeAt(
  gate: Growth<unknown>,
  size: number,
  subject: Subject,
  seed: number,
): { readonly own: number; readonly apart: number } {
  const { calls, apart: others } = callsAt(gate, size, seed);
  const least = (list: typeof calls): number => {
    let best = Infinity;
    const began = performance.now();
    for (let runs = 0; runs < 3 || performance.now() - began < LONG_ENOUGH_MS; runs++) {
      subject.meter.start(Number.MAX_SAFE_INTEGER);
      const started = performance.now();
      for (const call of list) call(subject.functions);
      best = Math.min(best, performance.now() - started);
    }
    return best;
  };
  const apart = others.length === 0 ? 0 : least(others);
  return { own: Math.max(1e-3, least(calls) - apart), apart };
}

const exponentOf = (sizes: readonly number[], values: readonly number[]): number =>
  linearRegression(sizes.map((size, i) => [Math.log(size), Math.log(Math.max(1e-3, values[i] ?? 0))])).m;
