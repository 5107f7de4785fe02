type Matrix = readonly (readonly number[])[];

/** Rows cut in two, and what that does to their Gini impurity, in integers. */
export interface Cut {
  readonly nLeft: number;
  readonly nRight: number;
  /** Sums of squared class counts. */
  readonly squares: number;
  readonly squaresLeft: number;
  readonly squaresRight: number;
}

/** A cut between two neighbouring distinct values of a feature. */
export interface Candidate extends Cut {
  readonly featureIndex: number;
  readonly lower: number;
  readonly upper: number;
}

interface Question {
  readonly featureIndex: number;
  readonly threshold: number;
}

/** What `x[featureIndex] <= threshold` does to the rows. */
export const cutAt = (X: Matrix, y: readonly number[], question: Question): Cut => cut(X, coded(y), question);

/** Classes as 0, 1, ... in the order in which they come. */
interface Coded {
  readonly codes: readonly number[];
  readonly nClasses: number;
}

function coded(y: readonly number[]): Coded {
  const classes = new Map<number, number>();
  for (const label of y) if (!classes.has(label)) classes.set(label, classes.size);
  return { codes: y.map((label) => classes.get(label) ?? 0), nClasses: classes.size }; // every label has a code
}

function cut(X: Matrix, { codes, nClasses }: Coded, { featureIndex, threshold }: Question): Cut {
  const left = new Array<number>(nClasses).fill(0);
  const right = new Array<number>(nClasses).fill(0);
  let nLeft = 0;
  for (let i = 0; i < codes.length; i++) {
    const goesLeft = X[i][featureIndex] <= threshold;
    (goesLeft ? left : right)[codes[i]]++;
    if (goesLeft) nLeft++;
  }
  let [squares, squaresLeft, squaresRight] = [0, 0, 0];
  for (let c = 0; c < nClasses; c++) {
    squares += (left[c] + right[c]) ** 2;
    squaresLeft += left[c] ** 2;
    squaresRight += right[c] ** 2;
  }
  return { nLeft, nRight: codes.length - nLeft, squares, squaresLeft, squaresRight };
}

/** Every candidate by the lowest feature, then the lowest threshold: counted anew for each, which cannot go wrong. */
export function candidatesOf(X: Matrix, y: readonly number[], minSamplesLeaf = 1): Candidate[] {
  const candidates: Candidate[] = [];
  const classes = coded(y);
  for (let featureIndex = 0; featureIndex < X[0].length; featureIndex++) {
    const values = [...new Set(X.map((x) => x[featureIndex]))].sort((a, b) => a - b);
    for (let i = 1; i < values.length; i++) {
      const [lower, upper] = [values[i - 1], values[i]];
      const { nLeft, nRight, squares, squaresLeft, squaresRight } = cut(X, classes, { featureIndex, threshold: lower });
      if (Math.min(nLeft, nRight) < minSamplesLeaf) continue;
      candidates.push({ nLeft, nRight, squares, squaresLeft, squaresRight, featureIndex, lower, upper });
    }
  }
  return candidates;
}

/**
 * Decrease in Gini impurity: 1 - squares / n^2 less the same of both sides, weighted by nLeft / n and nRight / n. The ones
 * cancel, and what is left is (squaresLeft / nLeft + squaresRight / nRight - squares / n) / n.
 */
export function decreaseOf({ nLeft, nRight, squares, squaresLeft, squaresRight }: Cut): number {
  const n = nLeft + nRight;
  return (squaresLeft / nLeft + squaresRight / nRight - squares / n) / n;
}

/** Whether two cuts of the same rows decrease the impurity by exactly as much: fractions compared as integers. */
export const isTied = (a: Cut, b: Cut): boolean =>
  (a.squaresLeft * a.nRight + a.squaresRight * a.nLeft) * (b.nLeft * b.nRight) ===
  (b.squaresLeft * b.nRight + b.squaresRight * b.nLeft) * (a.nLeft * a.nRight);

const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));

/**
 * Whether arithmetic on the shares of the classes is exact in binary, in whatever way the decrease is computed: shares are 0
 * or 1 on a pure side and dyadic fractions where sizes are powers of two. Two pure sides are not enough: 9 / 10 / 3 + 49 / 10 / 7
 * is not 1 / 10 + 81 / 10 / 9.
 */
export function isExact({ nLeft, nRight, squaresLeft, squaresRight }: Cut): boolean {
  const isLeftPure = squaresLeft === nLeft ** 2;
  const isRightPure = squaresRight === nRight ** 2;
  return isPowerOfTwo(nLeft + nRight) && (isLeftPure || isPowerOfTwo(nLeft)) && (isRightPure || isPowerOfTwo(nRight));
}

/** Decreases that differ by less may count as equal. */
export const SLACK = 1e-12;

/** The first of the candidates that tie with a cut where the tie is sure to be seen; itself among them when it is one. */
export const firstTied = (candidates: readonly Candidate[], cut: Cut): Candidate | undefined =>
  isExact(cut) ? candidates.find((candidate) => isTied(candidate, cut) && isExact(candidate)) : undefined;
