import type * as reference from '../../reference/k-means/index.ts';
import type { Mutant } from '../../src/index.ts';
import { chances } from './kMeansPlusPlus/chances.mutants.ts';
import { errors } from './kMeansPlusPlus/errors.mutants.ts';
import { draw, type Matrix, parts, seeding, squaredDistance, total } from './kMeansPlusPlus/shared.mutants.ts';
import { slow } from './kMeansPlusPlus/slow.mutants.ts';

const norms = new WeakMap<readonly number[], number>();

function norm(row: readonly number[]): number {
  const known = norms.get(row);
  if (known !== undefined) return known;
  const fresh = row.reduce((sum, value) => sum + value * value, 0);
  norms.set(row, fresh);
  return fresh;
}

const answers = new WeakMap<Matrix, Map<number, ArrayLike<number>>>();

const edges: Mutant<typeof reference>[] = [
  {
    says: 'measures the first eight features only',
    dies: 'dozens of rows, features and seeds are no other than a few',
    solution: { kMeansPlusPlus: seeding({ squaredDistance: (a, b) => squaredDistance(a.slice(0, 8), b) }) },
  },
  {
    says: 'keeps which rows are seeds in the 32 bits of a number',
    dies: 'dozens of rows, features and seeds are no other than a few',
    solution: {
      kMeansPlusPlus: seeding({ rest: (isSeed) => isSeed.slice(0, 32).indexOf(false) }),
    },
  },
  {
    says: 'takes the row where the running sum is at least the number drawn, so that 0 gives row 0',
    dies: 'random may give the same number for ever, 0 and the largest below 1 too',
    solution: {
      kMeansPlusPlus: seeding({
        draw(weights, random) {
          if (total(weights) === 0) return -1;
          let left = random() * total(weights);
          for (let i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left <= 0) return i;
          }
          return weights.length - 1;
        },
      }),
    },
  },
  {
    says: 'divides the weights by their total, and takes the last row when their sum misses 1 by rounding',
    dies: 'random may give the same number for ever, 0 and the largest below 1 too',
    solution: {
      kMeansPlusPlus: seeding({
        draw(weights, random) {
          const sum = total(weights);
          if (sum === 0) return -1;
          const threshold = random();
          let cumulative = 0;
          for (let i = 0; i < weights.length; i++) {
            cumulative += weights[i] / sum;
            if (threshold < cumulative) return i;
          }
          return weights.length - 1;
        },
      }),
    },
  },
  {
    says: 'draws among all rows when every row lies on a seed, until one is no seed',
    dies: 'random may give the same number for ever, 0 and the largest below 1 too',
    solution: {
      kMeansPlusPlus: seeding({
        rest(isSeed, random) {
          for (let i = 0; ; i++) {
            const drawn = Math.floor(random() * isSeed.length);
            if (!isSeed[drawn]) return drawn;
            if (i === 1e7) throw new Error('no end');
          }
        },
      }),
    },
  },
  {
    says: 'draws among all rows when every row lies on a seed, also those that are seeds',
    dies: 'when every row lies on a seed, the next is any row that is none',
    solution: { kMeansPlusPlus: seeding({ rest: (isSeed, random) => Math.floor(random() * isSeed.length) }) },
  },
  {
    says: 'returns fewer seeds when every row lies on a seed',
    dies: 'when every row lies on a seed, the next is any row that is none',
    solution: {
      kMeansPlusPlus: (X, nClusters, random) =>
        seeding({})(X, Math.min(nClusters, Math.max(1, new Set(X.map((row) => row.join())).size)), random),
    },
  },
  {
    says: 'adds 1e-9 to every weight against totals of 0, and takes only seeds out',
    dies: 'coordinates may be as small as 1e-6 or near 1e8',
    solution: {
      kMeansPlusPlus(X, nClusters, random) {
        parts.validate(X, nClusters);
        const seeds = new Set([Math.floor(random() * X.length)]);
        const squared = X.map(() => Number.POSITIVE_INFINITY);
        let newest = [...seeds][0];
        while (seeds.size < nClusters) {
          for (let i = 0; i < X.length; i++) squared[i] = Math.min(squared[i], squaredDistance(X[i], X[newest]));
          newest = draw(
            squared.map((d, i) => (seeds.has(i) ? 0 : d + 1e-9)),
            random,
          );
          seeds.add(newest);
        }
        return [...seeds];
      },
    },
  },
  {
    says: 'takes squared distances below 1e-10 for 0',
    dies: 'coordinates may be as small as 1e-6 or near 1e8',
    solution: { kMeansPlusPlus: seeding({ weight: (squared) => (squared < 1e-10 ? 0 : squared) }) },
  },
];

const numbers: Mutant<typeof reference>[] = [
  {
    says: 'multiplies the square of a difference out, which loses small distances far from 0',
    dies: 'coordinates may be as small as 1e-6 or near 1e8',
    solution: {
      kMeansPlusPlus: seeding({
        squaredDistance: (a, b) => {
          const product = a.reduce((sum, value, j) => sum + value * b[j], 0);
          return a === b ? 0 : Math.max(0, norm(a) - 2 * product + norm(b));
        },
      }),
    },
  },
  {
    says: 'copies the rows in single precision',
    dies: 'coordinates may be as small as 1e-6 or near 1e8',
    solution: {
      kMeansPlusPlus: (X, nClusters, random) =>
        seeding({})(
          X.map((row) => row.map(Math.fround)),
          nClusters,
          random,
        ),
    },
  },
  {
    says: 'leaves the last feature out',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: {
      kMeansPlusPlus: seeding({
        squaredDistance: (a, b) =>
          a.length > 1 ? squaredDistance(a.slice(0, -1), b.slice(0, -1)) : squaredDistance(a, b),
      }),
    },
  },
];

const calls: Mutant<typeof reference>[] = [
  {
    says: 'remembers the answer for an `X` and `nClusters` that it has seen',
    dies: 'the first seed is each row with the same probability',
    solution: {
      kMeansPlusPlus(X, nClusters, random) {
        const known = answers.get(X) ?? new Map<number, ArrayLike<number>>();
        const answer = known.get(nClusters) ?? seeding({})(X, nClusters, random);
        answers.set(X, known.set(nClusters, answer));
        return answer;
      },
    },
  },
  {
    says: 'moves the rows so that the first seed is the origin, in place',
    dies: 'kMeansPlusPlus never changes its inputs',
    solution: {
      kMeansPlusPlus(X, nClusters, random) {
        parts.validate(X, nClusters);
        const origin = [...X[0]];
        for (const row of X as number[][]) for (let j = 0; j < row.length; j++) row[j] -= origin[j];
        return seeding({})(X, nClusters, random);
      },
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [...chances, ...edges, ...numbers, ...calls, ...errors, ...slow];
