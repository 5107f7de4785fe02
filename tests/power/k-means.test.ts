import { describe, expect, test } from 'vitest';
import {
  type Experiment,
  firstSeeds,
  furtherSeeds,
  scaledSeeds,
} from '../../drills/k-means/kMeansPlusPlus/drawLaws.ts';
import {
  countNext,
  divergence,
  judgeShares,
  LIMIT,
  MAX_COMPARED,
  probabilitiesAfter,
} from '../../drills/k-means/kMeansPlusPlus/shares.ts';
import { kMeansPlusPlus } from '../../reference/k-means/index.ts';
import { createRandom } from '../../src/index.ts';

type Row = readonly number[];
/** How likely each row is to come after these seeds, rightly or wrongly. */
type Draw = (before: readonly number[], X: readonly Row[]) => number[];

const shares = (weights: readonly number[]): number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
};
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const squared = (a: Row, b: Row): number => sum(a.map((value, j) => (value - b[j]) ** 2));
const manhattan = (a: Row, b: Row): number => sum(a.map((value, j) => Math.abs(value - b[j])));

/** Draws each further seed by weights made of the squared distances to the seeds so far. */
const byWeight =
  (weight: (squares: number[], x: Row, seeds: readonly Row[]) => number): Draw =>
  (before, X) => {
    if (before.length === 0) return X.map(() => 1 / X.length);
    const seeds = before.map((i) => X[i]);
    const weights = X.map((x, i) =>
      before.includes(i)
        ? 0
        : weight(
            seeds.map((seed) => squared(x, seed)),
            x,
            seeds,
          ),
    );
    return shares(weights);
  };

/** The same, but a row that lies on a seed is never drawn: only the third seed shows what is wrong. */
const apartByWeight = (weight: (squares: number[]) => number): Draw =>
  byWeight((squares) => (Math.min(...squares) === 0 ? 0 : weight(squares)));

/** Draws the first seed wrongly, and the others rightly. */
const firstBy =
  (first: (X: readonly Row[]) => number[]): Draw =>
  (before, X) =>
    before.length === 0 ? first(X) : probabilitiesAfter(before, X);

/** The better of two rows drawn rightly, as libraries do that call themselves greedy. */
const greedy: Draw = (before, X) => {
  const right = probabilitiesAfter(before, X);
  if (before.length === 0) return right;
  const left = X.map((_, candidate) =>
    sum(X.map((x) => Math.min(...[...before, candidate].map((seed) => squared(x, X[seed]))))),
  );
  return right.map((p, i) =>
    sum(right.map((q, j) => (i === j ? p * q : left[i] < left[j] || (left[i] === left[j] && i < j) ? 2 * p * q : 0))),
  );
};

const wrongDraws: readonly (readonly [string, Draw])[] = [
  ['is proportional to the distance, without the square', byWeight((squares) => Math.sqrt(Math.min(...squares)))],
  ['is proportional to the fourth power', byWeight((squares) => Math.min(...squares) ** 2)],
  [
    'is proportional to the Manhattan distance',
    byWeight((_, x, seeds) => Math.min(...seeds.map((s) => manhattan(x, s)))),
  ],
  ['squares the Manhattan distance', byWeight((_, x, seeds) => Math.min(...seeds.map((s) => manhattan(x, s))) ** 2)],
  ['looks at the first seed alone', byWeight((squares) => squares[0])],
  ['looks at the last seed alone', byWeight((squares) => squares[squares.length - 1])],
  ['adds up the distances to all seeds', byWeight(sum)],
  ['takes the farthest seed for the nearest', byWeight((squares) => Math.max(...squares))],
  ['looks at the first seed alone, but at no row on a seed', apartByWeight((squares) => squares[0])],
  ['looks at the last seed alone, but at no row on a seed', apartByWeight((squares) => squares[squares.length - 1])],
  ['adds up the distances to all seeds, but draws no row on a seed', apartByWeight(sum)],
  ['takes the farthest seed for the nearest, but draws no row on a seed', apartByWeight((s) => Math.max(...s))],
  ['is uniform among the rows that are no seeds', byWeight(() => 1)],
  [
    'always takes the farthest row',
    (before, X) => {
      const right = probabilitiesAfter(before, X);
      return before.length === 0 ? right : right.map((_, i) => (i === right.indexOf(Math.max(...right)) ? 1 : 0));
    },
  ],
  ['adds 1e-9 to each weight', byWeight((squares) => Math.min(...squares) + 1e-9)],
  ['adds 1 to each weight', byWeight((squares) => Math.min(...squares) + 1)],
  ['takes the better of two rows', greedy],
  [
    'draws equal rows as one',
    (before, X) => {
      const right = probabilitiesAfter(before, X);
      return shares(right.map((p, i) => (X.slice(0, i).some((x) => squared(x, X[i]) === 0) ? 0 : p)));
    },
  ],
  ['rounds to the nearest row', firstBy((X) => shares(X.map((_, i) => (i === 0 || i === X.length - 1 ? 1 : 2))))],
  ['never draws the last row first', firstBy((X) => shares(X.map((_, i) => (i === X.length - 1 ? 0 : 1))))],
  ['always begins with row 0', firstBy((X) => X.map((_, i) => (i === 0 ? 1 : 0)))],
  [
    'begins with a row far from the mean',
    firstBy((X) => {
      const mean = X[0].map((_, j) => sum(X.map((x) => x[j])) / X.length);
      return shares(X.map((x) => squared(x, mean)));
    }),
  ],
];

/** log of n over k. */
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
const logFactorials = [0];
function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i++) logFactorials.push(logFactorials[i - 1] + Math.log(i));
  return logFactorials[n];
}

/** How likely it is that a share of `n` draws of probability q is not refused where p is asked for. */
function passProbability(n: number, q: number, p: number): number {
  let total = 0;
  for (let count = 0; count <= n; count++) {
    if (n * divergence(count / n, p) > LIMIT) continue;
    const logOdds = (count === 0 ? 0 : count * Math.log(q)) + (count === n ? 0 : (n - count) * Math.log(1 - q));
    total += Math.exp(logChoose(n, count) + logOdds);
  }
  return total;
}

/** How likely a wrong draw is to be refused at least: by the one share that shows it best. */
function power(wrong: Draw, experiments: readonly Experiment[]): number {
  let best = 0;
  for (const { X, nClusters, nCalls } of experiments) {
    const visit = (before: readonly number[], reached: number): void => {
      // With probability 1 - 1e-4, so many of the draws come after these seeds, or more (4 standard deviations below the mean).
      const n = Math.floor(reached * nCalls - 4 * Math.sqrt(reached * (1 - reached) * nCalls));
      if (n < 1) return;
      const [q, p] = [wrong(before, X), probabilitiesAfter(before, X)];
      for (const i of X.keys()) best = Math.max(best, 1 - 1e-4 - passProbability(n, q[i], p[i]));
      if (before.length + 1 < nClusters) for (const i of X.keys()) visit([...before, i], reached * q[i]);
    };
    visit([], 1);
  }
  return best;
}

const experiments = [...firstSeeds, ...furtherSeeds, ...scaledSeeds];

describe('the laws about the shares of k-means++ seeds', () => {
  test('refuse a right answer with a probability below 1e-9', () => {
    const nCompared = experiments.map(({ X, nClusters }) => {
      const lists = Array.from({ length: nClusters }, (_, s) => X.length ** s);
      return sum(lists) * X.length;
    });
    expect(sum(nCompared)).toBeLessThan(MAX_COMPARED);
    expect(2 * MAX_COMPARED * Math.exp(-LIMIT)).toBeLessThan(1e-9);
  });

  test('bound what they refuse by Chernoff: no share of 200 draws is refused more often than 2 exp(-LIMIT)', () => {
    for (const p of [0.01, 0.1, 1 / 3, 0.5, 0.9])
      expect(1 - passProbability(200, p, p)).toBeLessThan(2 * Math.exp(-LIMIT) + 1e-12); // sums of 200 terms are exact to 1e-12
  });

  test.each(wrongDraws)('refuse with a probability above 0.999 a draw that %s', (_, wrong) => {
    expect(power(wrong, experiments)).toBeGreaterThan(0.999);
  });

  test('let the reference pass with 200 streams', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = createRandom(`power ${seed}`);
      for (const { X, nClusters, nCalls } of furtherSeeds) {
        const drawn = Array.from({ length: nCalls }, () => kMeansPlusPlus(X, nClusters, random));
        expect(judgeShares({ X, nClusters }, drawn), `stream ${seed}`).toBeUndefined();
      }
    }
  });

  test('count what came after the same seeds together', () => {
    const [first, ...further] = countNext(3, [
      [0, 1],
      [0, 2],
      [0, 1],
      [2, 0],
    ]);
    expect(first).toEqual({ before: [], counts: [3, 0, 1], nDraws: 4 });
    expect(further).toContainEqual({ before: [0], counts: [0, 2, 1], nDraws: 3 });
  });
});
