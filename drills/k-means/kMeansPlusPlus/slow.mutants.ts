import type * as reference from '../../../reference/k-means/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { draw, type PlusPlus, type Row, seeding, squaredDistance, total, validate } from './shared.mutants.ts';

/** Weighs every row anew for each seed. */
const weighing =
  (weigh: (row: Row, i: number, seeds: readonly number[], X: readonly Row[]) => number): PlusPlus =>
  (X, nClusters, random) => {
    validate(X, nClusters);
    const seeds = [Math.floor(random() * X.length)];
    const isSeed = X.map((_, i) => i === seeds[0]);
    while (seeds.length < nClusters) {
      let next = draw(
        X.map((row, i) => weigh(row, i, seeds, X)),
        random,
      );
      if (next < 0) next = isSeed.indexOf(false);
      isSeed[next] = true;
      seeds.push(next);
    }
    return seeds;
  };

const recursive = (a: Row, b: Row): number =>
  a.length === 0 ? 0 : (a[0] - b[0]) ** 2 + recursive(a.slice(1), b.slice(1));

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'compares every row with all seeds for each new seed',
    dies: 'grows with nClusters no faster than it must, on 128 shuffled rows',
    solution: {
      kMeansPlusPlus: weighing((row, _, seeds, X) => {
        let least = Number.POSITIVE_INFINITY;
        for (const seed of seeds) least = Math.min(least, squaredDistance(row, X[seed]));
        return least;
      }),
    },
  },
  {
    says: 'keeps the distances, but looks each row up in the list of seeds',
    dies: 'grows with nClusters no faster than it must, on 128 shuffled rows',
    solution: {
      kMeansPlusPlus: (X, nClusters, random) => {
        validate(X, nClusters);
        const seeds = [Math.floor(random() * X.length)];
        const squared = X.map(() => Number.POSITIVE_INFINITY);
        while (seeds.length < nClusters) {
          const seed = X[seeds[seeds.length - 1]];
          for (let i = 0; i < X.length; i++) squared[i] = Math.min(squared[i], squaredDistance(X[i], seed));
          const weights = squared.map((d, i) => (seeds.includes(i) ? 0 : d));
          let next = draw(weights, random);
          if (next < 0) next = X.findIndex((_, i) => !seeds.includes(i));
          seeds.push(next);
        }
        return seeds;
      },
    },
  },
  {
    says: 'makes a table of the distances of all pairs of rows first',
    dies: 'grows with nSamples no faster than it must, on shuffled rows',
    solution: {
      kMeansPlusPlus: (X, nClusters, random) => {
        validate(X, nClusters);
        const table = X.map((a) => X.map((b) => squaredDistance(a, b)));
        const at = new Map(X.map((row, i) => [row, i]));
        const rows = X.map((row) => [...row]);
        for (const [i, row] of rows.entries()) at.set(row, i);
        return seeding({ squaredDistance: (a, b) => table[at.get(a) ?? 0][at.get(b) ?? 0] })(rows, nClusters, random);
      },
    },
  },
  {
    says: 'adds the weights up from the first row for each row again',
    dies: 'grows with nSamples no faster than it must, on shuffled rows',
    solution: {
      kMeansPlusPlus: seeding({
        draw(weights, random) {
          const threshold = random() * total(weights);
          for (let i = 0; i < weights.length; i++) {
            let sum = 0;
            for (let h = 0; h <= i; h++) sum += weights[h];
            if (weights[i] > 0 && threshold < sum) return i;
          }
          return weights.findLastIndex((weight) => weight > 0);
        },
      }),
    },
  },
  {
    says: 'copies the running sums for each row that it adds',
    dies: 'grows with nSamples no faster than it must, on shuffled rows',
    solution: {
      kMeansPlusPlus: seeding({
        draw(weights, random) {
          const sums = weights.reduce<number[]>((before, w) => before.concat((before.at(-1) ?? 0) + w), []);
          const threshold = random() * (sums.at(-1) ?? 0);
          const found = sums.findIndex((sum, i) => weights[i] > 0 && threshold < sum);
          return found >= 0 ? found : weights.findLastIndex((weight) => weight > 0);
        },
      }),
    },
  },
  {
    says: 'adds up a distance by recursion over copies of the rest of both rows',
    dies: 'grows with nFeatures no faster than it must, on 4 shuffled rows',
    solution: { kMeansPlusPlus: seeding({ squaredDistance: recursive }) },
  },
  {
    says: 'sorts the rows by insertion, farthest first, for each draw',
    dies: 'grows with nSamples no faster than it must, on shuffled rows',
    solution: {
      kMeansPlusPlus: seeding({
        draw(weights, random) {
          const order: number[] = [];
          for (let i = 0; i < weights.length; i++) {
            let at = order.length;
            while (at > 0 && weights[order[at - 1]] < weights[i]) at--;
            order.splice(at, 0, i);
          }
          const drawn = draw(
            order.map((i) => weights[i]),
            random,
          );
          return drawn < 0 ? -1 : order[drawn];
        },
      }),
    },
  },
  {
    says: 'looks through a list of seeds for the first row that is none, when all rows lie on seeds',
    dies: 'grows with nClusters no faster than it must, on 128 equal rows',
    solution: {
      kMeansPlusPlus: seeding({
        rest(isSeed) {
          const seeds = [...isSeed.keys()].filter((i) => isSeed[i]);
          return isSeed.findIndex((_, i) => !seeds.includes(i));
        },
      }),
    },
  },
];
