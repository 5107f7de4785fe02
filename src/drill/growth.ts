import type { Judgement } from '../subject/broken.ts';

/** What is counted: steps taken, or elements allocated. */
export type Measure = 'steps' | 'allocation';

/**
 * A bound on how the cost of an attempt grows with one variable of the problem, relative to the reference on the same inputs.
 * Every other dimension should be as small as it can be, so that nothing hides the growth.
 */
export interface Growth<Solution> {
  /** The variable that doubles, as the question names it: "nSamples", "depth". */
  readonly variable: string;
  /** What the inputs look like, for the report: "shuffled rows", "a chain". */
  readonly on: string;
  /** The function whose cost it shows; the first of its level when left out. */
  readonly of?: keyof Solution & string;
  readonly measures: readonly Measure[];
  /** Doubling values of the variable; 128, 256, ... 2048 when left out. */
  readonly sizes?: readonly number[];
  /** Makes the inputs of one size and returns the calls to count. The same inputs are given to the reference. */
  readonly workload: Workload<Solution>;
  /** Calls on the same inputs whose counts are taken off, so that only what `workload` does beyond them is compared. */
  readonly beyond?: Workload<Solution>;
  /** The largest slope that passes; 0.4 when left out. Less where a logarithm must show: then inputs should be alike at every size. */
  readonly limit?: number;
}

/**
 * Makes the inputs of one size and returns the calls to count. Their answers are held against the reference's. Where these are
 * not the only right ones the calls return a function, a `Judge`, that makes the same calls anew, in
 * their order, and judges what they give: which must be what was counted.
 */
export type Workload<Solution> = (size: number, random: () => number) => (solution: Solution) => unknown;

/** Judges the answers of calls that have several right ones. */
export type Judge = () => Judgement;
