import type { Problem } from '../../judge/verdict.ts';

/** Thrown inside `load` when a file cannot or may not be run; `load` hands the problem to its caller as data. */
export class LoadProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Line and column, from 1, of an offset in a text. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds positions in one text. */
export function positionsOf(text: string): (offset: number) => Position {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
