import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { TreeNode } from '../../../reference/decision-tree-inference/index.ts';
import { type Growth, randomInteger, shuffled } from '../../../src/index.ts';
import { chainOf, over } from '../flatten/largeTrees.ts';
import { leaf, split } from '../predict/inputs.ts';
import type { Forest } from './inputs.ts';

const workload =
  (forestOf: (size: number, random: () => number) => Forest): Growth<typeof reference>['workload'] =>
  (size, random) => {
    const { trees, x } = forestOf(size, random);
    return ({ predictForest }) => {
      predictForest(trees, x);
    };
  };

/** A tree of one split, which votes so for the row [0]. */
const stump = (label: number): TreeNode => split(0, 0, leaf(label), leaf(-1));

/** How many trees a short forest has, and how many of them settle it when they agree. */
const N_TREES = 9;
const N_SETTLING = 5;

export const growth: Growth<typeof reference>[] = [
  {
    variable: 'nTrees',
    on: 'trees that vote for three labels in random order',
    measures: ['steps'],
    workload: workload((nTrees, random) => ({
      trees: shuffled(
        Array.from({ length: nTrees }, (_, i) => stump(i % 3)),
        random,
      ),
      x: [0],
    })),
  },
  {
    // Which of two labels wins is open to the end, while the many others are out of the race.
    variable: 'nTrees',
    on: 'trees of which a third have a label each and the rest vote for two',
    measures: ['steps'],
    workload: workload((nTrees) => ({
      trees: Array.from({ length: nTrees }, (_, i) => stump(i < nTrees / 3 ? i + 2 : i % 2)),
      x: [0],
    })),
  },
  {
    // One label leads by far, and may yet be overtaken: the gap between the first two counts is not to be walked.
    variable: 'nTrees',
    on: 'trees of which two fifths vote for one label, a tenth for another and the rest have a label each',
    measures: ['steps'],
    workload: workload((nTrees) => ({
      trees: Array.from({ length: nTrees }, (_, i) => stump(i < 0.4 * nTrees ? 0 : i < 0.5 * nTrees ? 1 : i)),
      x: [0],
    })),
  },
  {
    variable: 'nTrees',
    on: 'trees that read a feature each, and vote for two labels in turn',
    measures: ['steps'],
    workload: workload((nTrees) => ({
      trees: Array.from({ length: nTrees }, (_, i) => split(i, 0, leaf(i % 2), leaf(-1))),
      x: Array.from({ length: nTrees }, () => 0),
    })),
  },
  {
    variable: 'depth',
    on: 'trees that come after the answer is settled',
    measures: ['steps'],
    workload: workload((depth) => {
      const chain = chainOf(depth);
      return {
        trees: Array.from({ length: N_TREES }, (_, i) => (i < N_SETTLING ? leaf(1) : chain)),
        x: [depth, -depth],
      };
    }),
  },
  {
    variable: 'depth',
    on: 'a chain that the row goes all the way down, among two leaves',
    measures: ['steps'],
    workload: workload((depth) => ({ trees: [leaf(0), chainOf(depth), leaf(1)], x: [depth, -depth] })),
  },
  {
    variable: 'nNodes',
    on: 'a balanced tree, three times in the forest',
    measures: ['steps'],
    workload: workload((nNodes, random) => {
      const tree = over(0, nNodes / 2 - 1);
      return { trees: [tree, tree, tree], x: [randomInteger(random, 0, nNodes / 2 - 1)] };
    }),
  },
];
