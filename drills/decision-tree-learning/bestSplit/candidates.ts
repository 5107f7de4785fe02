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

/** What `x[featureIndex] <= threshold` does to the rows. */
export function cutAt(
  X: Matrix,
  y: readonly number[],
  { featureIndex, threshold }: { readonly featureIndex: number; readonly threshold: number },
): Cut {
  const [all, left, right] = [new Side(), new Side(), new Side()];
  for (let i = 0; i < y.length; i++) {
    all.add(y[i]);
    (X[i][featureIndex] <= threshold ? left : right).add(y[i]);
  }
  return {
    nLeft: left.n,
    nRight: right.n,
    squares: all.squares,
    squaresLeft: left.squares,
    squaresRight: right.squares,
  };
}

/** How many rows there are, and the sum of the squared counts of their classes. */
class Side {
  readonly #counts = new Map<number, number>();
  n = 0;
  squares = 0;

  add(label: number): void {
    const count = this.#counts.get(label) ?? 0;
    this.#counts.set(label, count + 1);
    this.squares += 2 * count + 1; // (count + 1)^2 - count^2
    this.n++;
  }
}

/** Every candidate by the lowest feature, then the lowest threshold: counted anew for each, which cannot go wrong. */
export function candidatesOf(X: Matrix, y: readonly number[], minSamplesLeaf = 1): Candidate[] {
  const candidates: Candidate[] = [];
  for (let featureIndex = 0; featureIndex < X[0].length; featureIndex++) {
    const values = [...new Set(X.map((x) => x[featureIndex]))].sort((a, b) => a - b);
    for (let i = 1; i < values.length; i++) {
      const [lower, upper] = [values[i - 1], values[i]];
      const cut = cutAt(X, y, { featureIndex, threshold: lower });
      if (Math.min(cut.nLeft, cut.nRight) < minSamplesLeaf) continue;
      candidates.push({ ...cut, featureIndex, lower, upper });
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
