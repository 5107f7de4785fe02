import { mean, standardDeviation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { clustersOf, LEAST_RECALL, N_QUERIES } from '../../drills/k-nearest-neighbors/createIndex/clusters.ts';
import { performanceOf } from '../../drills/k-nearest-neighbors/createIndex.ts';
import { createIndex } from '../../reference/k-nearest-neighbors/index.ts';

type Row = readonly number[];
type CreateIndex = typeof createIndex;

/** How often a grade measures recall: on a fixed seed and on one of its own. */
const MEASURED = 2;

/** The probability of at most `most` successes in `n` trials of probability `p`, by its logarithms. */
function binomialTail(n: number, p: number, most: number): number {
  let logTerm = n * Math.log(1 - p);
  let total = Math.exp(logTerm);
  for (let i = 1; i <= most; i++) {
    logTerm += Math.log((n - i + 1) / i) + Math.log(p / (1 - p));
    total += Math.exp(logTerm);
  }
  return total;
}

const ascending = (values: readonly number[]): number[] =>
  values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
const euclid = (a: Row, b: Row): number => a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

/** An index that scans some of the rows by some distance: right in form, and wrong in what it finds. */
const scanning =
  (choose: (i: number, random: () => number) => boolean, by?: (a: Row, b: Row) => number): CreateIndex =>
  (X, distance, random) => {
    const rows = X.map((_, i) => i).filter((i) => choose(i, random));
    return {
      query: (query, k) =>
        ascending(rows.map((i) => (by ?? distance)(X[i], query)))
          .slice(0, k)
          .map((place) => rows[place]),
    };
  };

const recallOf = (create: CreateIndex, seed: number): number =>
  performanceOf({ createIndex: create }, clustersOf(seed % 3), seed).recall;

describe('the recall of an approximate index', () => {
  test('refuses what is as good as the question asks with a probability below 1e-9 a grade, whatever its spread', () => {
    // No distribution of shares in [0, 1] with mean 0.9 spreads more than all or nothing.
    const refused = MEASURED * binomialTail(N_QUERIES, 0.9, Math.ceil(LEAST_RECALL * N_QUERIES) - 1);
    console.log(`refused by chance at a recall of 0.9: ${refused.toExponential(1)} at most`);
    expect(refused).toBeLessThan(1e-9);
    const usual = MEASURED * binomialTail(10 * N_QUERIES, 0.9, Math.ceil(LEAST_RECALL * 10 * N_QUERIES) - 1);
    console.log(`and where the ten neighbours of a query are found by themselves: ${usual.toExponential(1)}`);
    expect(usual).toBeLessThan(1e-9);
  });

  test.each([
    ['looks at every second row', scanning((i) => i % 2 === 0)],
    ['looks at half of the rows, drawn at random', scanning((_, random) => random() < 0.5)],
    ['looks at two thirds of the rows', scanning((i) => i % 3 !== 0)],
    ['measures by plain Euclid, and not by the distance given', scanning(() => true, euclid)],
    [
      'gives any rows',
      scanning(
        () => true,
        () => 0,
      ),
    ],
  ])('refuses an index that %s with a probability above 0.999', (_, create) => {
    const recalls = Array.from({ length: 12 }, (_, seed) => recallOf(create, seed));
    // 3.1 standard deviations leave 0.001.
    expect(mean(recalls) + 3.1 * standardDeviation(recalls)).toBeLessThan(LEAST_RECALL);
  });

  test('passes the model solution with as much room', () => {
    const recalls = Array.from({ length: 12 }, (_, seed) => recallOf(createIndex, seed));
    expect(mean(recalls) - 6 * standardDeviation(recalls)).toBeGreaterThan(LEAST_RECALL);
  });
});
