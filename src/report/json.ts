import type { GrowthVerdict, LawFailed, LawNotJudged, LawVerdict, Remark, Verdict } from '../judge/verdict.ts';

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
      printed: problem.printed,
    },
    levels: levels.map(({ level, status, correct, efficient, laws, growth, remarks, printed, note }) => ({
      level,
      status,
      correct,
      efficient,
      laws: laws.map(lawJson),
      growth: growth.map(growthJson),
      remarks: remarks.map((remark) => ({ ...told(remark), advice: remark.advice })),
      printed,
      note,
    })),
  });

const lawJson = (law: LawVerdict): object =>
  law.status === 'passed' ? { name: law.name, status: law.status } : told(law);

const told = ({ name, status, message, counterexample, line, printed, ...more }: Told): object => ({
  name,
  status,
  message,
  counterexample,
  line,
  printed,
  ...('waitsFor' in more ? { waitsFor: more.waitsFor } : {}),
  ...('returned' in more ? { returned: more.returned, place: more.place } : {}),
});

type Told = LawFailed | LawNotJudged | Remark;

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
