import type { GrowthVerdict, LawVerdict, Verdict } from '../judge/verdict.ts';

/**
 * A verdict as one line of JSON, for other programs. The keys named in the README come first and are stable;
 * others may be added after them.
 */
export const verdictJson = ({ drill, attempt, seed, durationMs, problem, levels }: Verdict): string =>
  JSON.stringify({
    drill,
    attempt,
    seed,
    durationMs,
    problem: problem && {
      kind: problem.kind,
      message: problem.message,
      line: problem.line,
      column: problem.column,
      file: problem.file,
    },
    levels: levels.map(({ level, status, correct, efficient, laws, growth }) => ({
      level,
      status,
      correct,
      efficient,
      laws: laws.map(lawJson),
      growth: growth.map(growthJson),
    })),
  });

const lawJson = (law: LawVerdict): object =>
  law.status === 'failed'
    ? {
        name: law.name,
        status: law.status,
        message: law.message,
        counterexample: law.counterexample,
        line: law.line,
        printed: law.printed,
      }
    : { name: law.name, status: law.status };

const growthJson = (gate: GrowthVerdict): object => ({
  variable: gate.variable,
  measure: gate.measure,
  status: gate.status,
  slope: gate.slope,
  limit: gate.limit,
  attempt: gate.attempt,
  reference: gate.reference,
  worstLine: gate.worstLine,
  size: gate.size,
  on: gate.on,
  message: gate.message,
});
