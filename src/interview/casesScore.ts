import type { CaseSetAside, CasesVerdict } from '../judge/casesVerdict.ts';
import type { Problem } from '../judge/verdict.ts';

/** How the test cases of a candidate did. */
export interface CasesScore {
  readonly problem: Problem | null;
  readonly accepted: number;
  readonly setAside: readonly CaseSetAside[];
  /** The cases that the attempt itself does not pass. */
  readonly failed: readonly { readonly name: string; readonly reason: string }[];
  readonly killed: number;
  readonly mutants: number;
  readonly survivors: readonly string[];
}

export function casesScore({ problem, levels }: CasesVerdict): CasesScore {
  const cases = levels.flatMap((level) => level.cases);
  const total = (count: (level: CasesVerdict['levels'][number]) => number) =>
    levels.reduce((sum, level) => sum + count(level), 0);
  return {
    problem,
    accepted: cases.filter(({ status }) => status === 'accepted').length,
    setAside: cases.filter((one) => one.status === 'set-aside'),
    failed: cases.flatMap((one) =>
      one.status === 'accepted' && one.attempt?.status === 'failed'
        ? [{ name: one.name, reason: one.attempt.reason }]
        : [],
    ),
    killed: total(({ killed }) => killed),
    mutants: total(({ mutants }) => mutants),
    survivors: levels.flatMap(({ survivors }) => survivors),
  };
}
