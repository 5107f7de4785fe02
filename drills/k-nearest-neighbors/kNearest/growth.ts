import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import { type Growth, randomInteger, shuffled } from '../../../src/index.ts';

type Gate = Growth<typeof reference>;
type Rows = readonly (readonly number[])[];

const K = 4;
const QUERY = [0, 0];

const times = <Item>(nSamples: number, make: (i: number) => Item): Item[] =>
  Array.from({ length: nSamples }, (_, i) => make(i));

const shuffledRows = (nSamples: number, random: () => number): Rows =>
  times(nSamples, () => [randomInteger(random, -1e6, 1e6), randomInteger(random, -1e6, 1e6)]);

/** Each row is nearer than all before it: the first place of any list is the busiest. */
const everNearer = (nSamples: number): Rows => times(nSamples, (i) => [nSamples - i, 1]);

const allEqual = (nSamples: number): Rows => times(nSamples, () => [1, 1]);

const twoLabels = (nSamples: number, random: () => number): number[] =>
  times(nSamples, () => randomInteger(random, 0, 1));

const labelsThatDiffer = (nSamples: number, random: () => number): number[] =>
  shuffled(
    times(nSamples, (i) => i),
    random,
  );

const nearestGate = (on: string, rowsOf: (nSamples: number, random: () => number) => Rows): Gate => ({
  variable: 'nSamples',
  on: `${on}, in kNearest`,
  measures: ['steps'],
  workload: (nSamples, random) => {
    const X = rowsOf(nSamples, random);
    return ({ kNearest }) => {
      kNearest(X, QUERY, K);
    };
  },
});

const classifyGate = (
  on: string,
  rowsOf: (nSamples: number, random: () => number) => Rows,
  labelsOf: (nSamples: number, random: () => number) => number[],
): Gate => ({
  variable: 'nSamples',
  of: 'knnClassify',
  on: `${on}, in knnClassify`,
  measures: ['steps'],
  workload: (nSamples, random) => {
    const X = rowsOf(nSamples, random);
    const y = labelsOf(nSamples, random);
    return ({ knnClassify }) => {
      knnClassify(X, y, QUERY, K);
    };
  },
});

/** A sort of all rows may pass, at n log n; a sorted list of all rows that is kept by insertion, at n^2, may not. */
export const growth: readonly Gate[] = [
  nearestGate('shuffled rows', shuffledRows),
  nearestGate('rows ever nearer to the query', everNearer),
  nearestGate('equal rows', allEqual),
  classifyGate('shuffled rows', shuffledRows, twoLabels),
  classifyGate('equal rows with labels that all differ', allEqual, labelsThatDiffer),
];
