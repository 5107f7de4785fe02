import type { Mutant } from '../../src/index.ts';
import type { Asked } from './drill.ts';
import { calls } from './explain/calls.mutants.ts';
import { definitions } from './explain/definitions.mutants.ts';
import { errors } from './explain/errors.mutants.ts';
import { explaining, share } from './explain/shared.mutants.ts';
import { slow } from './explain/slow.mutants.ts';

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** Stirling's formula, without its correction. */
const stirling = (n: number): number => (n < 2 ? 1 : Math.sqrt(2 * Math.PI * n) * (n / Math.E) ** n);

const sharing = (shareOf: (p: number, n: number) => number) =>
  explaining({ shareIn: (p, n) => shareOf(p, n), shareOut: (p, n) => shareOf(n, p) });

const weights: Mutant<Asked>[] = [
  {
    says: 'takes a sample of the first 16 background rows',
    dies: 'dozens of nodes and background rows are no other than a few',
    solution: { explain: (tree, x, background) => explaining()(tree, x, background.slice(0, 16)) },
  },
  {
    says: 'gives all sets of features the same weight, as Banzhaf does',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: sharing((p, n) => 2 ** (1 - p - n)) },
  },
  {
    says: 'divides the change evenly between the features on the way to a leaf',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: sharing((p, n) => 1 / (p + n)) },
  },
  {
    says: 'counts one feature too many in the factorial below the line',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: sharing((p, n) => share(p, n) / (p + n + 1)) },
  },
  {
    says: 'swaps the features that must have joined with those that must not',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: explaining({ shareIn: (p, n) => share(n, p), shareOut: (p, n) => share(p, n) }) },
  },
  {
    says: 'uses the weight of the features that join for those that stay out too',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: explaining({ shareOut: (p, n) => share(p, n) }) },
  },
  {
    says: 'forgets the leaves that a feature leads away from',
    dies: 'the answer adds up to the prediction for x minus the mean prediction for the background',
    solution: { explain: explaining({ shareOut: () => 0 }) },
  },
  {
    says: 'adds where a feature leads away from a leaf',
    dies: 'the answer adds up to the prediction for x minus the mean prediction for the background',
    solution: { explain: explaining({ shareOut: (p, n) => -share(n, p) }) },
  },
  {
    says: 'divides factorials, which overflow at 171',
    dies: 'rows may have 180 features that all matter',
    solution: {
      explain: sharing((p, n) => (factorial(p - 1) * factorial(n)) / factorial(p + n)),
    },
  },
  {
    says: 'takes factorials beyond 170 for no weight at all',
    dies: 'rows may have 180 features that all matter',
    solution: {
      explain: sharing((p, n) => (p + n > 170 ? 0 : (factorial(p - 1) * factorial(n)) / factorial(p + n))),
    },
  },
  {
    says: 'estimates factorials by Stirling',
    dies: 'the answer adds up to the prediction for x minus the mean prediction for the background',
    solution: { explain: sharing((p, n) => (stirling(p - 1) * stirling(n)) / stirling(p + n)) },
  },
  {
    says: 'keeps the weights in single precision',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: sharing((p, n) => Math.fround(share(p, n))) },
  },
  {
    says: 'counts the choices in 32 bits',
    dies: 'rows may have 180 features that all matter',
    solution: { explain: sharing((p, n) => 1 / (Math.round(1 / share(p, n)) | 0)) },
  },
  {
    says: 'leaves out weights below 1e-4',
    dies: 'a leaf may need some features to join and others not to, 14 of them by turns',
    solution: { explain: sharing((p, n) => (share(p, n) < 1e-4 ? 0 : share(p, n))) },
  },
];

const results: Mutant<Asked>[] = [
  {
    says: 'adds the background rows up and takes no mean',
    dies: 'compared with several rows, the answer is the mean of those for each of them',
    solution: { explain: explaining({ finish: (phi) => phi }) },
  },
  {
    says: 'divides by the number of background rows but one',
    dies: 'compared with several rows, the answer is the mean of those for each of them',
    solution: {
      explain: explaining({ finish: (phi, { length }) => phi.map((v) => v / Math.max(1, length - 1)) }),
    },
  },
  {
    says: 'gives the prediction for the background minus that for x',
    dies: 'the answer adds up to the prediction for x minus the mean prediction for the background',
    solution: { explain: explaining({ finish: (phi, { length }) => phi.map((v) => -v / length) }) },
  },
  {
    says: 'gives absolute values, as for the importance of features',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: explaining({ finish: (phi, { length }) => phi.map((v) => Math.abs(v) / length) }) },
  },
  {
    says: 'gives shares of the whole change',
    dies: 'the answer adds up to the prediction for x minus the mean prediction for the background',
    solution: {
      explain: explaining({
        finish: (phi) => {
          const sum = phi.reduce((total, v) => total + v, 0);
          return sum === 0 ? phi : phi.map((v) => v / sum);
        },
      }),
    },
  },
  {
    says: 'rounds to six decimals',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: {
      explain: explaining({ finish: (phi, { length }) => phi.map((v) => Math.round((v / length) * 1e6) / 1e6) }),
    },
  },
  {
    says: 'rounds to ten decimals, also where the leaves are smaller than that',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: {
      explain: explaining({ finish: (phi, { length }) => phi.map((v) => Math.round((v / length) * 1e10) / 1e10) }),
    },
  },
  {
    says: 'answers with a `Float32Array`',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: explaining({ finish: (phi, { length }) => Float32Array.from(phi, (v) => v / length) }) },
  },
  {
    says: 'puts the mean prediction before the values',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: explaining({ finish: (phi, { length }) => [0, ...phi.map((v) => v / length)] }) },
  },
  {
    says: 'ends with the last feature that has a value',
    dies: 'a feature that no split reads has the value 0',
    solution: {
      explain: explaining({
        finish: (phi, { length }) => phi.map((v) => v / length).slice(0, phi.findLastIndex((v) => v !== 0) + 1),
      }),
    },
  },
  {
    says: 'leaves holes for features that change nothing',
    dies: 'a feature that no split reads has the value 0',
    solution: {
      explain: explaining({
        finish: (phi, { length }) => {
          const values = new Array<number>(phi.length);
          phi.forEach((v, i) => {
            if (v !== 0) values[i] = v / length;
          });
          return values;
        },
      }),
    },
  },
];

export const mutants: Mutant<Asked>[] = [...weights, ...results, ...definitions, ...errors, ...calls, ...slow];
