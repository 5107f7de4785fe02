import { Partition, type SortedColumn, sortedColumns } from './sortedColumns.ts';
import {
  type Division,
  growTree,
  type Leaf,
  midpoint,
  type Question,
  type TreeNode,
  type TreeOptions,
} from './tree.ts';
import { requireTrainingSet, requireTreeLimits } from './validate.ts';

type Matrix = readonly (readonly number[])[];

/** The samples of a node: the places [start, end) of every sorted column. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The tree that `fitTree` grows, without a sort below the root: every feature is sorted once, and a node hands its children
 * their rows in the order in which it got its own. Mehta, Agrawal, Rissanen 1996 (SLIQ); Shafer, Agrawal, Mehta 1996 (SPRINT).
 *
 * Time O(nFeatures nSamples log nSamples) for the root and O(nFeatures nSamples) for each level: a node scans its rows once
 * and divides them once in every column. Memory O(nFeatures nSamples).
 *
 * @throws RangeError when X is empty or ragged, y has not a class a row, a number is not finite, or a limit is not whole.
 * @example
 * ```ts
 * fitTreePresorted([[1], [2], [8]], [0, 0, 1], { maxDepth: 0 }); // => { kind: 'leaf', value: 0 }
 * ```
 */
export function fitTreePresorted(
  X: Matrix,
  y: readonly number[],
  { maxDepth = Infinity, minSamplesLeaf = 1 }: TreeOptions = {},
): TreeNode {
  requireTrainingSet(X, y);
  requireTreeLimits(maxDepth, minSamplesLeaf);
  const classes = [...new Set(y)].sort((a, b) => a - b);
  const codeOf = new Map(classes.map((label, code) => [label, code]));
  const codes = Int32Array.from(y, (label) => codeOf.get(label) ?? 0); // every label has a code
  const columns = sortedColumns(X);
  const partition = new Partition(X.length);
  const scan = new GiniScan(codes, classes.length, minSamplesLeaf);
  const settle = ({ start, end }: Range, depth: number): Leaf | Division<Range> => {
    scan.enter(columns[0].rows, start, end);
    const split = scan.isPure() || depth >= maxDepth ? null : scan.bestSplit(columns, start, end);
    const value = classes[scan.leave(columns[0].rows, start, end)];
    if (!split) return { kind: 'leaf', value };
    const { featureIndex, threshold, middle } = split;
    partition.divide(columns, featureIndex, start, middle, end);
    return { featureIndex, threshold, left: { start, end: middle }, right: { start: middle, end } };
  };
  return growTree({ start: 0, end: X.length }, settle);
}

/** A split between the places `middle - 1` and `middle` of its column. */
interface PlacedSplit extends Question {
  readonly middle: number;
}

/** Finds the best split of one node after the other. Its counts are zero between nodes, so that a node costs its rows and not all classes. */
class GiniScan {
  readonly #codes: Int32Array;
  readonly #minSamplesLeaf: number;
  /** Counts of the classes in the node; and zeros, as many. */
  #counts: Float64Array;
  #empty: Float64Array;
  #squares = 0;
  #nSamples = 0;

  constructor(codes: Int32Array, nClasses: number, minSamplesLeaf: number) {
    this.#codes = codes;
    this.#minSamplesLeaf = minSamplesLeaf;
    this.#counts = new Float64Array(nClasses);
    this.#empty = new Float64Array(nClasses);
  }

  /** Counts the classes of a node. */
  enter(rows: Int32Array, start: number, end: number): void {
    this.#nSamples = end - start;
    this.#squares = 0;
    for (let i = start; i < end; i++) this.#squares += 2 * this.#counts[this.#codes[rows[i]]]++ + 1; // (k + 1)^2 - k^2
  }

  isPure(): boolean {
    return this.#squares === this.#nSamples ** 2;
  }

  /** Takes the counts of a node back, and gives its most frequent class, the smallest on ties. */
  leave(rows: Int32Array, start: number, end: number): number {
    let majority = this.#codes[rows[start]];
    let largest = 0;
    for (let i = start; i < end; i++) {
      const code = this.#codes[rows[i]];
      const count = this.#counts[code];
      if (count > largest || (count === largest && code < majority)) {
        majority = code;
        largest = count;
      }
    }
    for (let i = start; i < end; i++) this.#counts[this.#codes[rows[i]]] = 0;
    return majority;
  }

  bestSplit(columns: readonly SortedColumn[], start: number, end: number): PlacedSplit | null {
    let best: PlacedSplit | null = null;
    let bestScore = -Infinity;
    for (let featureIndex = 0; featureIndex < columns.length; featureIndex++) {
      const { values, rows } = columns[featureIndex];
      const { middle, score } = this.#bestPlace(values, rows, start, end, bestScore);
      if (middle === start) continue;
      bestScore = score;
      best = { featureIndex, threshold: midpoint(values[rows[middle - 1]], values[rows[middle]]), middle };
    }
    return best;
  }

  /** Where to cut one column, if that beats `bestScore`; otherwise `start`. The score is that of `bestSplit`: integers, divided once. */
  #bestPlace(values: Float64Array, rows: Int32Array, start: number, end: number, bestScore: number) {
    const codes = this.#codes;
    const left = this.#empty;
    const right = this.#counts;
    const first = start + this.#minSamplesLeaf;
    const last = end - this.#minSamplesLeaf;
    let middle = start;
    let score = bestScore;
    let squaresLeft = 0;
    let squaresRight = this.#squares;
    let next = values[rows[start]];
    for (let i = start; i < end; i++) {
      const value = next;
      const row = rows[i];
      next = values[row];
      if (next !== value && i >= first && i <= last) {
        const here = squaresLeft / (i - start) + squaresRight / (end - i);
        if (here > score) {
          score = here;
          middle = i;
        }
      }
      const code = codes[row];
      squaresLeft += 2 * left[code]++ + 1;
      squaresRight -= 2 * right[code]-- - 1;
    }
    // All have moved left: what was to be counted down is zero, and what was zero counts the node.
    this.#counts = left;
    this.#empty = right;
    return { middle, score };
  }
}
