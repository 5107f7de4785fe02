import type { Problem } from '../judge/verdict.ts';

/** Thrown where a file cannot or may not be run. */
export class LoadProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** How the message of a syntax error begins. */
export const SYNTAX_ERROR = 'Syntax error: ';

/** What is made of a file, or why nothing is. */
export type OrProblem<Made> = ({ readonly ok: true } & Made) | { readonly ok: false; readonly problem: Problem };

/** Hands over as data what is made, or the problem that is thrown instead. */
export function orProblem<Made extends object>(make: () => Made): OrProblem<Made> {
  try {
    return { ok: true, ...make() };
  } catch (error) {
    if (error instanceof LoadProblem) return { ok: false, problem: error.problem };
    throw error;
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
