import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import { deepFrozen, type Growth } from '../../../src/index.ts';
import { chainOf } from '../flatten/largeTrees.ts';
import { allOf, disagreeing, type Explanation } from './inputs.ts';

const workload =
  (...inputsOf: ((size: number) => Explanation)[]): Growth<typeof reference>['workload'] =>
  (size) => {
    const inputs = inputsOf.map((inputOf) => inputOf(size));
    return ({ explain }) => {
      for (const { tree, x, background } of inputs) explain(tree, x, background);
    };
  };

/** A small tree that asks for two features, and so many rows of them, all different. */
const manyRows = (nBackground: number): Explanation => ({
  ...disagreeing(2),
  background: Array.from({ length: nBackground }, (_, i) => [i & 1 ? i + 1 : -i, (i >> 1) & 1]),
});

/**
 * Steps beside those that grow with the features, so that what is polynomial in them, up to the cube, counts for little, and
 * what is exponential does not: 24 cubed is 13,824, and 2^24 is 16,777,216.
 */
const BALLAST_ROWS = 2_000;

/** Made once, and frozen, so that it is copied into the sandbox once. */
const ballast = deepFrozen(manyRows(BALLAST_ROWS));

export const growth: Growth<typeof reference>[] = [
  {
    variable: 'nFeatures',
    on: `a chain with a split for each feature, beside a call with ${BALLAST_ROWS.toLocaleString('en-US')} background rows and 2 features`,
    measures: ['steps'],
    sizes: [3, 6, 12, 24],
    workload: workload(
      (nFeatures) => allOf(nFeatures, 1),
      () => ballast,
    ),
  },
  {
    variable: 'nNodes',
    on: 'a balanced tree with a feature for each level',
    measures: ['steps'],
    // Large, since its features grow too, like log2(nNodes): what is cubic in them must not look like nNodes.
    sizes: [1024, 4096, 16_384],
    workload: workload((nNodes) => disagreeing(Math.log2(nNodes) - 1)),
  },
  {
    variable: 'depth',
    on: 'a chain over two features',
    measures: ['steps'],
    workload: workload((depth) => ({ tree: chainOf(depth), x: [depth, -depth], background: [[depth, 1 - depth]] })),
  },
  {
    variable: 'nBackground',
    on: 'a tree of 7 nodes',
    measures: ['steps'],
    sizes: [64, 128, 256, 512],
    workload: workload(manyRows),
  },
];
