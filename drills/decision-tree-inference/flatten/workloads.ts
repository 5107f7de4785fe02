import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import { type Growth, randomInteger } from '../../../src/index.ts';
import { leaf, split } from '../predict/inputs.ts';
import type { Batch } from './inputs.ts';
import { chainOf, over } from './largeTrees.ts';

const FIXED_LEAVES = 8;
const FIXED_ROWS = 64;
const FEW_ROWS = 8;

/** Rows of one feature, drawn from 0 ... nLeaves - 1, where hardly two are alike. */
const drawn = (nRows: number, nLeaves: number, random: () => number): number[][] =>
  Array.from({ length: nRows }, () => [randomInteger(random, 0, nLeaves - 1) - 0.9 * random()]);

/** A chain with a feature for each split; rows of zeros go all the way down. */
function wideChain(depth: number): Batch['tree'] {
  let tree: Batch['tree'] = leaf(1);
  for (let featureIndex = 0; featureIndex < depth; featureIndex++) tree = split(featureIndex, 0, tree, leaf(0));
  return tree;
}

type Workload = Growth<typeof reference>['workload'];

/** The tree alone. */
const flattening =
  (treeOf: (size: number) => Batch['tree']): Workload =>
  (size) => {
    const tree = treeOf(size);
    return ({ flatten }) => {
      flatten(tree);
    };
  };

/** The tree once, and the rows in batches of so many. */
const answering =
  (batchOf: (size: number, random: () => number) => Batch, nTogether = Infinity): Workload =>
  (size, random) => {
    const { tree, X } = batchOf(size, random);
    const parts: Batch['X'][] = [];
    for (let i = 0; i < X.length; i += nTogether) parts.push(X.slice(i, i + nTogether));
    return ({ flatten, predictBatch }) => {
      const flat = flatten(tree);
      for (const part of parts) predictBatch(flat, part);
    };
  };

export const growth: Growth<typeof reference>[] = [
  {
    variable: 'nNodes',
    on: 'a balanced tree that is flattened',
    measures: ['steps', 'allocation'],
    workload: flattening((nNodes) => over(0, nNodes / 2 - 1)),
  },
  {
    variable: 'nNodes',
    on: 'a chain that is flattened',
    measures: ['steps', 'allocation'],
    workload: flattening((nNodes) => chainOf(nNodes / 2)),
  },
  {
    variable: 'nSamples',
    of: 'predictBatch',
    on: `a tree of ${2 * FIXED_LEAVES - 1} nodes, all rows in one batch`,
    measures: ['steps', 'allocation'],
    workload: answering((nRows, random) => ({
      tree: over(0, FIXED_LEAVES - 1),
      X: drawn(nRows, FIXED_LEAVES, random),
    })),
  },
  {
    variable: 'nNodes',
    of: 'predictBatch',
    on: 'a balanced tree with as many rows, in batches of 8',
    measures: ['steps'],
    sizes: [64, 128, 256, 512, 1024],
    workload: answering((size, random) => ({ tree: over(0, size / 2 - 1), X: drawn(size, size / 2, random) }), 8),
  },
  {
    // As many rows as splits, so that flattening the chain counts for little beside their ways.
    variable: 'depth',
    of: 'predictBatch',
    on: 'a chain and as many rows that go all the way down',
    measures: ['steps', 'allocation'],
    sizes: [32, 64, 128, 256],
    workload: answering((depth) => ({
      tree: chainOf(depth),
      X: Array.from({ length: depth }, () => [depth, -depth]),
    })),
  },
  {
    variable: 'depth',
    of: 'predictBatch',
    on: `a chain with a feature for each split, and ${FEW_ROWS} rows that go all the way down`,
    measures: ['steps'],
    workload: answering((depth) => ({
      tree: wideChain(depth),
      X: Array.from({ length: FEW_ROWS }, () => Array.from({ length: depth }, () => 0)),
    })),
  },
  {
    variable: 'nFeatures',
    of: 'predictBatch',
    on: `${FIXED_ROWS} rows of which one feature is read`,
    measures: ['allocation'],
    sizes: [16, 32, 64, 128],
    workload: answering((nFeatures) => ({
      tree: split(nFeatures - 1, 0, leaf(1), leaf(2)),
      X: Array.from({ length: FIXED_ROWS }, () => Array.from({ length: nFeatures }, () => 0)),
    })),
  },
];
