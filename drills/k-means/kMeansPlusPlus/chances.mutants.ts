import type * as reference from '../../../reference/k-means/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { draw, type PlusPlus, parts, seeding, squaredDistance, total } from './shared.mutants.ts';

/** Two draws of which the one counts that leaves less to the other rows. */
const best: PlusPlus = (X, nClusters, random) => {
  parts.validate(X, nClusters);
  const seeds = [Math.floor(random() * X.length)];
  let squared = X.map((row) => squaredDistance(row, X[seeds[0]]));
  while (seeds.length < nClusters) {
    const tries = [draw(squared, random), draw(squared, random)]
      .map((i) => (i < 0 ? X.findIndex((_, h) => !seeds.includes(h)) : i))
      .map((i) => ({ i, after: squared.map((d, h) => Math.min(d, squaredDistance(X[h], X[i]))) }));
    const better = total(tries[0].after) <= total(tries[1].after) ? tries[0] : tries[1];
    seeds.push(better.i);
    squared = better.after;
  }
  return seeds;
};

export const chances: Mutant<typeof reference>[] = [
  {
    says: 'draws each seed uniformly from the rows that are none yet and lie on none',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: { kMeansPlusPlus: seeding({ weight: (squared) => (squared > 0 ? 1 : 0) }) },
  },
  {
    says: 'weighs with the distance, not its square',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: { kMeansPlusPlus: seeding({ weight: Math.sqrt }) },
  },
  {
    says: 'squares the squared distance again',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: { kMeansPlusPlus: seeding({ weight: (squared) => squared * squared }) },
  },
  {
    says: 'weighs with the distance along the axes, squared',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: {
      kMeansPlusPlus: seeding({
        squaredDistance: (a, b) => a.reduce((sum, value, j) => sum + Math.abs(value - b[j]), 0) ** 2,
      }),
    },
  },
  {
    says: 'weighs with the distance to the newest seed only, and takes seeds out',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: {
      kMeansPlusPlus: seeding({ nearest: (before, now) => (before === 0 || now === 0 ? 0 : now) }),
    },
  },
  {
    says: 'weighs with the distance to the farthest seed, and takes rows on seeds out',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: {
      kMeansPlusPlus: seeding({
        nearest: (before, now, nSeeds) => (before === 0 || now === 0 ? 0 : nSeeds === 1 ? now : Math.max(before, now)),
      }),
    },
  },
  {
    says: 'weighs with the sum of the distances to all seeds, and takes rows on seeds out',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: {
      kMeansPlusPlus: seeding({
        nearest: (before, now, nSeeds) => (before === 0 || now === 0 ? 0 : nSeeds === 1 ? now : before + now),
      }),
    },
  },
  {
    says: 'takes the farthest row each time, without chance',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: {
      kMeansPlusPlus: seeding({
        draw(weights) {
          const most = weights.reduce((a, b) => Math.max(a, b), 0);
          return most > 0 ? weights.indexOf(most) : -1;
        },
      }),
    },
  },
  {
    says: 'draws twice for each seed and keeps the better one, as libraries do',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: { kMeansPlusPlus: best },
  },
  {
    says: 'starts with row 0',
    dies: 'the first seed is each row with the same probability',
    solution: { kMeansPlusPlus: seeding({ first: () => 0 }) },
  },
  {
    says: 'rounds for the first row, so that both ends come half as often',
    dies: 'the first seed is each row with the same probability',
    solution: { kMeansPlusPlus: seeding({ first: (X, random) => Math.round(random() * (X.length - 1)) }) },
  },
  {
    says: 'never starts with the last row, except when it is the only one',
    dies: 'the first seed is each row with the same probability',
    solution: { kMeansPlusPlus: seeding({ first: (X, random) => Math.floor(random() * (X.length - 1)) }) },
  },
  {
    says: 'merges equal rows for the first seed',
    dies: 'the first seed is each row with the same probability',
    solution: {
      kMeansPlusPlus: seeding({
        first(X, random) {
          const firsts = [...new Map(X.map((row, i) => [row.join(), i])).values()];
          return firsts[Math.floor(random() * firsts.length)];
        },
      }),
    },
  },
  {
    says: 'merges equal rows for the further seeds',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: {
      kMeansPlusPlus: (X, nClusters, random) =>
        seeding({
          draw(weights, chance) {
            const seen = new Set<string>();
            const single = weights.map((weight, i) => {
              const key = X[i].join();
              if (seen.has(key)) return 0;
              seen.add(key);
              return weight;
            });
            return draw(single, chance);
          },
        })(X, nClusters, random),
    },
  },
  {
    says: 'draws the first row with the chance of its distance to the mean of all rows',
    dies: 'the first seed is each row with the same probability',
    solution: {
      kMeansPlusPlus: seeding({
        first(X, random) {
          const mean = X[0].map((_, j) => total(X.map((row) => row[j])) / X.length);
          const drawn = draw(
            X.map((row) => squaredDistance(row, mean)),
            random,
          );
          return drawn < 0 ? Math.floor(random() * X.length) : drawn;
        },
      }),
    },
  },
  {
    says: 'calls `random` once, and takes that number for every draw',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: {
      kMeansPlusPlus(X, nClusters, random) {
        const once = random();
        return seeding({})(X, nClusters, () => once);
      },
    },
  },
  {
    says: 'has a generator of its own with a fixed seed, and ignores `random`',
    dies: 'the first seed is each row with the same probability',
    solution: {
      kMeansPlusPlus(X, nClusters) {
        let state = 42;
        const own = () => {
          state = (state * 48271) % 2147483647;
          return state / 2147483647;
        };
        return seeding({})(X, nClusters, own);
      },
    },
  },
  {
    says: 'returns the seeds sorted, not as drawn',
    dies: 'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    solution: {
      kMeansPlusPlus: (X, nClusters, random) => Array.from(seeding({})(X, nClusters, random)).sort((a, b) => a - b),
    },
  },
  {
    says: 'draws the last row where rounding leaves a little, on a seed or not',
    dies: 'random may give the same number for ever, 0 and the largest below 1 too',
    solution: {
      kMeansPlusPlus: seeding({
        draw(weights, random) {
          let left = random() * total(weights);
          if (total(weights) === 0) return -1;
          for (const [i, weight] of weights.entries()) {
            left -= weight;
            if (left < 0) return i;
          }
          return weights.length - 1;
        },
      }),
    },
  },
  {
    says: 'knows of the last seed only from the ninth on',
    dies: 'random may give the same number for ever, 0 and the largest below 1 too',
    solution: {
      kMeansPlusPlus: seeding({ nearest: (before, now, nSeeds) => (nSeeds > 8 ? now : Math.min(before, now)) }),
    },
  },
];
