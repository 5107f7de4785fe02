import './console.ts';
import type { Claims, Costs } from './costs.ts';
import type { Level } from './level.ts';

/** A question a good candidate asks, and the answer that then binds. */
export interface Clarification {
  readonly question: string;
  readonly answer: string;
  /** The laws that judge it, by name: they tell from which level on it can be asked, and whether it mattered. */
  readonly laws?: readonly string[];
}

/** Author, year and section of what a drill is taken from. */
export interface Source {
  readonly title: string;
  readonly author: string;
  readonly year: number;
  readonly section?: string;
}

/** What a drill is. Its identity is the name of its folder; nothing lists the drills. */
export interface Drill<Solution> {
  readonly title: string;
  /** What the interviewer says first: short, and under-specified on purpose. */
  readonly brief: string;
  readonly minutes: number;
  readonly clarifications: readonly Clarification[];
  readonly levels: readonly Level<Solution>[];
  readonly costs: Costs<Solution>;
  /** Questions that come after the code: complexity, test cases, trade-offs. */
  readonly discussion: readonly Clarification[];
  readonly sources: readonly Source[];
}

/** A drill, typed from its reference module: `export default defineDrill<typeof reference>({ ... })`. */
export const defineDrill = <Solution>(drill: Drill<Solution>): Drill<Solution> => drill;

/**
 * The exports of an attempt, held against the reference's types: a misspelt or mistyped export is an error on this line.
 * @example type Exports = AttemptOf<typeof reference, typeof import('./attempt.ts')>;
 */
export type AttemptOf<Solution, Attempt extends Exportable<Solution, Attempt>> = Attempt;

/** What a file of that name may export: functions of the question, and what it says of their cost. */
export type Exportable<Solution, Attempt> = {
  [Name in keyof Attempt]: Name extends keyof Solution
    ? Solution[Name]
    : Name extends 'complexity'
      ? Claims<Solution>
      : never;
};

/** The name of a level: that of its first function. */
export const levelName = <Solution>(level: Level<Solution>): string => level.functions[0];
