import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../src/index.ts';
import { alphas, calls } from './pruningPath/calls.mutants.ts';
import { type Counts, entryOf, grouped, pathBy, right, type Step, sum } from './pruningPath/shared.mutants.ts';
import { slow } from './pruningPath/slow.mutants.ts';

/** Gini's impurity in samples. */
const gini = (counts: Counts): number => sum(counts) - sum(counts.map((count) => count * count)) / sum(counts);

const links: Mutant<typeof reference>[] = [
  {
    says: 'has room for 32 entries',
    dies: 'dozens of nodes and classes are no other than a few',
    solution: { pruningPath: (tree) => pathBy({})(tree).slice(0, 32) },
  },
  {
    says: 'divides by the leaves of the subtree, not by those that are lost',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: { pruningPath: pathBy({ link: (own, below, leaves) => (own - below) / leaves }) },
  },
  {
    says: 'divides by all nodes that are lost',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: { pruningPath: pathBy({ link: (own, below, leaves) => (own - below) / (2 * leaves - 2) }) },
  },
  {
    says: 'does not divide by the leaves at all',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: { pruningPath: pathBy({ link: (own, below) => own - below }) },
  },
  {
    says: 'takes the risk in a link as a share of the samples of its node',
    dies: 'alphas and risks are shares of the samples at the root, and held to 1e-9',
    solution: {
      pruningPath: (tree) =>
        pathBy({
          link: (own, below, leaves, { counts }) => (((own - below) / (leaves - 1)) * sum(tree.counts)) / sum(counts),
        })(tree),
    },
  },
  {
    says: 'gives alphas and risks as counts of errors',
    dies: 'alphas and risks are shares of the samples at the root, and held to 1e-9',
    solution: { pruningPath: pathBy({ total: () => 1 }) },
  },
  {
    says: 'divides by the number of nodes instead of the number of samples',
    dies: 'alphas and risks are shares of the samples at the root, and held to 1e-9',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps) => right.entries(full, steps, 2 * full.leaves - 1),
      }),
    },
  },
  {
    says: 'uses the Gini impurity as risk',
    dies: 'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree',
    solution: { pruningPath: pathBy({ errors: gini }) },
  },
  {
    says: 'takes the smallest count for the errors, as if there were always two classes',
    dies: 'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree',
    solution: { pruningPath: pathBy({ errors: (counts) => counts.reduce((a, b) => Math.min(a, b)) }) },
  },
  {
    says: 'takes the last of the counts after `sort()` without comparator for the largest',
    dies: 'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree',
    solution: { pruningPath: pathBy({ errors: (counts) => sum(counts) - ([...counts].sort().at(-1) ?? 0) }) },
  },
  {
    says: 'adds nSamples up as 32-bit integers',
    dies: 'alphas and risks are shares of the samples at the root, and held to 1e-9',
    solution: { pruningPath: pathBy({ total: ({ counts }) => counts.reduce((a, b) => (a + b) | 0, 0) }) },
  },
  {
    says: 'takes the effective alphas of the full tree and never brings them up to date',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: { pruningPath: pathBy({ hears: () => false }) },
  },
  {
    says: 'brings only the parent of a new leaf up to date',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: { pruningPath: pathBy({ hears: (above) => above === 1 }) },
  },
  {
    says: 'goes on cutting links below splits that are leaves already',
    dies: 'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree',
    solution: { pruningPath: pathBy({ forgets: false }) },
  },
];

const entries: Mutant<typeof reference>[] = [
  {
    says: 'gives no entry for a tree that is one leaf',
    dies: 'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps, n) => (full.leaves === 1 ? [] : right.entries(full, steps, n)),
      }),
    },
  },
  {
    says: 'leaves the full tree out when there are links that cost nothing',
    dies: 'links that cost nothing make an entry of their own with ccpAlpha: 0, the second',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps, n) => {
          const path = right.entries(full, steps, n);
          return path[1]?.ccpAlpha === 0 ? path.slice(1) : path;
        },
      }),
    },
  },
  {
    says: 'always has a second entry at 0, also when no link costs nothing',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps, n) => {
          const path = right.entries(full, steps, n);
          return path[1]?.ccpAlpha === 0 ? path : [path[0], ...path];
        },
      }),
    },
  },
  {
    says: 'gives links that cost nothing no entry, as `if (alpha)` is false for 0',
    dies: 'links that cost nothing make an entry of their own with ccpAlpha: 0, the second',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps, n) => right.entries(full, steps, n).filter(({ ccpAlpha }, i) => i === 0 || ccpAlpha),
      }),
    },
  },
  {
    says: 'makes an entry for each link, also when several have the same alpha',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: { pruningPath: pathBy({ entries: grouped(() => false) }) },
  },
  {
    says: 'has no entry for the root alone',
    dies: 'the last entry is the root alone',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps, n) => right.entries(full, steps, n).filter(({ nLeaves }, i) => i === 0 || nLeaves > 1),
      }),
    },
  },
  {
    says: 'stops with the root and two leaves, where it looks for the weakest link among inner splits only',
    dies: 'the last entry is the root alone',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps, n) => {
          const path = right.entries(full, steps, n);
          return full.leaves === 2 ? path.slice(0, 1) : path;
        },
      }),
    },
  },
  {
    says: 'gives each tree the alpha at which it is left',
    dies: 'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps, n) => {
          const path = right.entries(full, steps, n);
          return path.map((entry, i) => ({ ...entry, ccpAlpha: (path[i + 1] ?? entry).ccpAlpha }));
        },
      }),
    },
  },
  {
    says: 'gives the accuracy instead of the risk',
    dies: 'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps, n) => right.entries(full, steps, n).map((entry) => ({ ...entry, risk: 1 - entry.risk })),
      }),
    },
  },
  {
    says: 'adds the price of the leaves to the risk',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps, n) =>
          right.entries(full, steps, n).map((e) => ({ ...e, risk: e.risk + e.ccpAlpha * e.nLeaves })),
      }),
    },
  },
  {
    says: 'counts splits instead of leaves',
    dies: 'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps, n) => right.entries(full, steps, n).map((e) => ({ ...e, nLeaves: e.nLeaves - 1 })),
      }),
    },
  },
  {
    says: 'begins with the root and ends with the full tree',
    dies: 'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree',
    solution: { pruningPath: pathBy({ entries: (full, steps, n) => right.entries(full, steps, n).reverse() }) },
  },
  {
    says: 'orders entries by `sort()` without comparator, so that 1e-7 comes after 0.5',
    dies: 'alphas far below 1e-6 are alphas as others are',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps, n) => {
          const [first, ...rest] = right.entries(full, steps, n);
          return [first, ...rest.sort((a, b) => (String(a.ccpAlpha) < String(b.ccpAlpha) ? -1 : 1))];
        },
      }),
    },
  },
  {
    says: 'counts alphas nearer than 1e-6 as one',
    dies: 'alphas far below 1e-6 are alphas as others are',
    solution: {
      pruningPath: (tree) => {
        const n = sum(tree.counts);
        return pathBy({ entries: grouped((a, b) => b - a < 1e-6 * n && a >= 0) })(tree);
      },
    },
  },
  {
    says: 'rounds alphas and risks to six decimals',
    dies: 'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree',
    solution: {
      pruningPath: pathBy({
        entries: grouped(
          (a, b) => a === b,
          (step: Step, n) => {
            const entry = entryOf(step, n);
            return { ...entry, ccpAlpha: +entry.ccpAlpha.toFixed(6), risk: +entry.risk.toFixed(6) };
          },
        ),
      }),
    },
  },
  {
    says: 'keeps alphas in single precision',
    dies: 'alphas and risks are shares of the samples at the root, and held to 1e-9',
    solution: {
      pruningPath: pathBy({
        entries: (full, steps, n) =>
          right.entries(full, steps, n).map((entry) => ({ ...entry, ccpAlpha: Math.fround(entry.ccpAlpha) })),
      }),
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [...links, ...entries, ...alphas, ...calls, ...slow];
