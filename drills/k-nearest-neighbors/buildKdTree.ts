import type * as reference from '../../reference/k-nearest-neighbors/index.ts';
import { defineLevel, type Growth, integerIn, listOf, randomInteger, shuffled } from '../../src/index.ts';
import { treeLaws } from './buildKdTree/laws.ts';
import { rangeErrorLaws } from './buildKdTree/rangeErrors.ts';

type Gate = Growth<typeof reference>;
type Rows = readonly (readonly number[])[];

const N_QUERIES = 24;

const times = <Item>(n: number, make: (i: number) => Item): Item[] => Array.from({ length: n }, (_, i) => make(i));

/** Rows of which no two share a coordinate. */
const distinctRows = (nSamples: number, random: () => number, nFeatures = 2): Rows => {
  const columns = times(nFeatures, () =>
    shuffled(
      times(nSamples, (i) => i),
      random,
    ),
  );
  return times(nSamples, (i) => columns.map((column) => column[i]));
};

const building = (on: string, rowsOf: (nSamples: number, random: () => number) => Rows): Gate => ({
  variable: 'nSamples',
  on: `building, ${on}`,
  measures: ['steps'],
  workload: (nSamples, random) => {
    const X = rowsOf(nSamples, random);
    return ({ buildKdTree }) => {
      buildKdTree(X);
    };
  },
});

/** Building is taken off: what is left is the queries. */
const querying = (nFeatures: number, on: string): Gate => ({
  variable: 'nSamples',
  of: 'queryKdTree',
  on: `${N_QUERIES} queries of ${on}, k = 3`,
  measures: ['steps'],
  sizes: [256, 512, 1024, 2048, 4096],
  workload: (nSamples, random) => {
    const X = distinctRows(nSamples, random, nFeatures);
    const queries = times(N_QUERIES, () => times(nFeatures, () => randomInteger(random, 0, nSamples)));
    return ({ buildKdTree, queryKdTree }) => {
      const tree = buildKdTree(X);
      for (const query of queries) queryKdTree(tree, query, 3);
    };
  },
  beyond: (nSamples, random) => {
    const X = distinctRows(nSamples, random, nFeatures);
    return ({ buildKdTree }) => {
      buildKdTree(X);
    };
  },
});

/** Level 3: exact search that does not look at every row. */
export const buildKdTreeLevel = defineLevel<typeof reference>()({
  functions: ['buildKdTree', 'queryKdTree'],
  title: 'Prepare a table once, and answer each query without looking at every row',
  kept: { buildKdTree: 'tree' },
  returns: { queryKdTree: ([, , k]) => listOf(integerIn(0, Infinity), k) },
  laws: [...treeLaws, ...rangeErrorLaws],
  growth: [
    building('shuffled rows', (nSamples, random) => distinctRows(nSamples, random)),
    building('sorted rows', (nSamples) => times(nSamples, (i) => [i, i])),
    building('equal rows', (nSamples) => times(nSamples, () => [1, 1])),
    querying(2, 'distinct rows'),
    querying(3, 'distinct rows of three features'), // where strips of one feature hold many more rows
  ],
  hints: [
    'In one dimension a sorted list would do. What would play the part of its middle element in a table of three features?',
    'Split the rows at the median of one feature, both halves at the median of the next, and so on, down to a few rows.',
    'A query goes down to its own side first. When must it look at the other side too? Compare the distance to the plane between with the k-th best so far.',
    'Ties: a row beyond the plane may be exactly as far as the k-th best and have a lower index. And equal rows: partition so that they do not all land on one side.',
  ],
});
