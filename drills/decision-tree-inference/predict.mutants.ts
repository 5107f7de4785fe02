import type * as reference from '../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../src/index.ts';
import { changes, depths } from './predict/calls.mutants.ts';
import { errors } from './predict/errors.mutants.ts';
import { comparing, descend, type Row, read, reading } from './predict/shared.mutants.ts';
import { slow } from './predict/slow.mutants.ts';
import { features, values } from './predict/values.mutants.ts';

const comparisons: Mutant<typeof reference>[] = [
  {
    says: 'has room for 16 features',
    dies: 'dozens of nodes and features are no other than a few',
    solution: { predict: (tree, x) => descend(tree, x.slice(0, 16)).value },
  },
  {
    says: 'goes right on equality',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: { predict: comparing((v, t) => v < t) },
  },
  {
    says: 'swaps the two sides',
    dies: 'features that no visited split reads do not change the answer',
    solution: { predict: comparing((v, t) => !(v <= t)) },
  },
  {
    says: 'goes left when the feature is at least the threshold',
    dies: 'features that no visited split reads do not change the answer',
    solution: { predict: comparing((v, t) => v >= t) },
  },
  {
    says: 'goes left only on equality, as if every feature were a category',
    dies: 'features that no visited split reads do not change the answer',
    solution: { predict: comparing((v, t) => v === t) },
  },
  {
    says: 'compares with `Object.is` for equality, so that 0 is not equal to -0',
    dies: '0 is a value, a threshold and a featureIndex like any other; 0 and -0 are the same number',
    solution: { predict: comparing((v, t) => v < t || Object.is(v, t)) },
  },
  {
    says: 'goes left within an absolute tolerance of 1e-9',
    dies: 'the two numbers are compared as they are: no rounding, no tolerance',
    solution: { predict: comparing((v, t) => v <= t + 1e-9) },
  },
  {
    says: 'takes two numbers for equal and goes left when they are less than `Number.EPSILON` apart',
    dies: 'the two numbers are compared as they are: no rounding, no tolerance',
    solution: { predict: comparing((v, t) => v - t < Number.EPSILON) },
  },
  {
    says: 'goes left within a relative tolerance of a few units in the last place',
    dies: 'the two numbers are compared as they are: no rounding, no tolerance',
    solution: { predict: comparing((v, t) => v - t <= 4 * Number.EPSILON * Math.abs(t)) },
  },
  {
    says: 'goes right within a tolerance below the threshold',
    dies: 'the two numbers are compared as they are: no rounding, no tolerance',
    solution: { predict: comparing((v, t) => v === t || v < t - 1e-9) },
  },
  {
    says: 'compares both numbers in single precision',
    dies: 'the two numbers are compared as they are: no rounding, no tolerance',
    solution: { predict: comparing((v, t) => Math.fround(v) <= Math.fround(t)) },
  },
  {
    says: 'copies the row into a `Float32Array` and compares with thresholds in double precision',
    dies: 'the two numbers are compared as they are: no rounding, no tolerance',
    solution: {
      predict: (tree, x) => descend(tree, Float32Array.from(x) as unknown as Row).value,
    },
  },
  {
    says: 'rounds both numbers to six decimals',
    dies: 'the two numbers are compared as they are: no rounding, no tolerance',
    solution: { predict: comparing((v, t) => Number(v.toFixed(6)) <= Number(t.toFixed(6))) },
  },
  {
    says: 'compares 15 significant digits',
    dies: 'the two numbers are compared as they are: no rounding, no tolerance',
    solution: { predict: comparing((v, t) => +v.toPrecision(15) <= +t.toPrecision(15)) },
  },
  {
    says: 'cuts the fraction off the feature',
    dies: 'the two numbers are compared as they are: no rounding, no tolerance',
    solution: { predict: comparing((v, t) => Math.trunc(v) <= t) },
  },
  {
    says: 'compares the sizes of the two numbers without their signs',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: { predict: comparing((v, t) => Math.abs(v) <= Math.abs(t)) },
  },
  {
    says: 'divides the feature by the threshold, which turns the comparison round below 0',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: { predict: comparing((v, t) => v / t <= 1) },
  },
  {
    says: 'finds the smaller number by `sort()` without a comparator',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: { predict: comparing((v, t) => [v, t].sort()[0] === v) },
  },
  {
    says: 'takes a threshold of 0 for a missing one and puts 0.5 in its place',
    dies: 'the answer is the value of the leaf that the row reaches',
    solution: { predict: comparing((v, t) => v <= (t || 0.5)) },
  },
  {
    says: 'goes right whenever the threshold is 0',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: { predict: comparing((v, t) => Boolean(t) && v <= t) },
  },
  {
    says: 'scales the row to 0..1 before it compares',
    dies: 'more features than the tree asks for do not change the answer',
    solution: {
      predict: (tree, x) => {
        const min = x.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
        const max = x.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
        const scaled = x.map((v) => (max > min ? (v - min) / (max - min) : v));
        return descend(tree, scaled).value;
      },
    },
  },
  {
    says: 'centres the row on its mean, so that features which no split reads move the others',
    dies: 'more features than the tree asks for do not change the answer',
    solution: {
      predict: (tree, x) => {
        const mean = x.reduce((a, b) => a + b, 0) / (x.length || 1);
        return reading((split, row) => read(split, row) - mean)(tree, x);
      },
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [
  ...comparisons,
  ...features,
  ...values,
  ...errors,
  ...changes,
  ...depths,
  ...slow,
];
