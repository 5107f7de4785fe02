import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { TreeWithMissing } from '../../../reference/decision-tree-inference/index.ts';
import { type Growth, randomInteger, shuffled, writtenAs } from '../../../src/index.ts';
import { leaf } from '../predict/inputs.ts';
import { category, type Prediction, split } from './inputs.ts';

const DEPTH = 100_000;

/** A row that goes down a chain: a number, a missing one, a category that is listed and one that is not. */
const DOWN = [0, Number.NaN, 1, 5];

/** The feature that the i-th split from below reads; few are categories, since their lists take long to copy. */
const featureAt = (i: number): number => (i % 10 < 8 ? i % 2 : 2 + (i % 2));

let deep: TreeWithMissing | undefined;

/** A chain that the row goes all the way down, to the one leaf of value 1. Made once, and frozen, so that it is copied once. */
export function deepChain(): Prediction {
  deep ??= writtenAs(chainOf(DEPTH), CHAIN_CODE);
  return { tree: deep, x: DOWN };
}

const CHAIN_CODE =
  `Array.from({ length: ${DEPTH} }).reduce((left, _, i) => ({ featureIndex: i % 10 < 8 ? i % 2 : 2 + (i % 2), ` +
  "missing: 'left', left, right: { kind: 'leaf', value: 0 }, ...(i % 10 < 8 ? { kind: 'split', threshold: 0 } : " +
  "{ kind: 'category', categories: { left: [1], right: [2] } }) }), { kind: 'leaf', value: 1 })";

function chainOf(depth: number): TreeWithMissing {
  let tree = frozen(leaf(1));
  for (let i = 0; i < depth; i++) {
    const j = featureAt(i);
    const other = frozen(leaf(0));
    tree = frozen(
      j < 2 ? split(j, 0, 'left', tree, other) : category(j, { left: [1], right: [2] }, 'left', tree, other),
    );
  }
  return tree;
}

/** A chain with a feature for each split, categorical or not by turns; rows of zeros go all the way down. */
function wideChain(depth: number): TreeWithMissing {
  let tree: TreeWithMissing = leaf(1);
  for (let j = 0; j < depth; j++) {
    tree = j % 2 ? split(j, 0, 'right', tree, leaf(0)) : category(j, { left: [0], right: [1] }, 'right', tree, leaf(0));
  }
  return tree;
}

const frozen = (node: TreeWithMissing): TreeWithMissing => Object.freeze(node);

/** A balanced tree over the integers low ... high of feature 0; categories close it below. */
function over(low: number, high: number): TreeWithMissing {
  const middle = (low + high) >> 1;
  if (low + 1 >= high) return category(0, { left: [low], right: [high] }, 'right', leaf(low), leaf(high));
  return split(0, middle, 'left', over(low, middle), over(middle + 1, high));
}

type Workload = Growth<typeof reference>['workload'];

/** One call a row. */
const workload =
  (inputOf: (size: number, random: () => number) => { tree: TreeWithMissing; X: number[][] }): Workload =>
  (size, random) => {
    const { tree, X } = inputOf(size, random);
    frozen(tree); // what is frozen is copied once, and not for each row
    return ({ predictWithMissing }) => {
      for (const x of X) predictWithMissing(tree, x);
    };
  };

const N_ROWS = 8;

/** Rows of one feature: an integer in range, one that no split lists, or NaN. */
const drawn = (nRows: number, nValues: number, random: () => number): number[][] =>
  Array.from({ length: nRows }, () => {
    const value = randomInteger(random, 0, nValues - 1);
    return [[value, value + 0.5, Number.NaN][randomInteger(random, 0, 2)]];
  });

export const growth: Growth<typeof reference>[] = [
  {
    variable: 'depth',
    on: 'a chain that the row goes all the way down',
    measures: ['steps'],
    workload: workload((depth) => ({ tree: chainOf(depth), X: [DOWN, DOWN] })),
  },
  {
    variable: 'depth',
    on: 'a chain with a feature for each split, that the row goes all the way down',
    measures: ['steps'],
    workload: workload((depth) => {
      const x = Array.from({ length: depth }, () => 0);
      return { tree: wideChain(depth), X: [x, x] };
    }),
  },
  {
    variable: 'nCategories',
    on: 'one categorical split that lists half of them on each side',
    measures: ['steps'],
    workload: workload((size, random) => {
      const all = shuffled(Array(size).keys(), random);
      const categories = { left: all.slice(0, size / 2), right: all.slice(size / 2) };
      return { tree: category(0, categories, 'right', leaf(0), leaf(1)), X: [...drawn(N_ROWS, size, random), [size]] };
    }),
  },
  {
    variable: 'nNodes',
    on: 'a balanced tree',
    measures: ['steps'],
    workload: workload((size, random) => ({ tree: over(0, size / 2 - 1), X: drawn(N_ROWS, size / 2, random) })),
  },
  {
    variable: 'nNodes',
    on: 'a chain that the row leaves at once',
    measures: ['steps'],
    workload: workload((size) => ({
      tree: category(0, { left: [0], right: [1] }, 'right', leaf(0), chainOf(size / 2)),
      X: Array.from({ length: N_ROWS }, () => DOWN),
    })),
  },
  {
    variable: 'nRows',
    on: 'a tree of 15 nodes, one call a row',
    measures: ['steps'],
    workload: workload((size, random) => ({ tree: over(0, 7), X: drawn(size, 8, random) })),
  },
];
