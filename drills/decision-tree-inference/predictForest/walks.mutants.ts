import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { type Row, read, type TreeNode, type Trees, vote, voting, walking } from './shared.mutants.ts';

const reading = (reads: Parameters<typeof walking>[0]) => ({ predictForest: voting({ vote: walking(reads) }) });

export const walks: Mutant<typeof reference>[] = [
  {
    says: 'goes right on equality',
    dies: 'each tree votes for the value of the leaf that the row reaches in it',
    solution: { predictForest: voting({ vote: walking(read, (v, t) => v < t) }) },
  },
  {
    says: 'goes left within a tolerance of 1e-9',
    dies: 'each tree votes for the value of the leaf that the row reaches in it',
    solution: { predictForest: voting({ vote: walking(read, (v, t) => v <= t + 1e-9) }) },
  },
  {
    says: 'sends `NaN` right',
    dies: 'a visited split that reads NaN, or past the end of the row, is a RangeError in any tree that is walked',
    solution: reading(({ featureIndex }, x) => {
      if (featureIndex >= x.length) throw new RangeError('the row is too short');
      return x[featureIndex];
    }),
  },
  {
    says: 'does not notice the end of the row',
    dies: 'a visited split that reads NaN, or past the end of the row, is a RangeError in any tree that is walked',
    solution: reading(({ featureIndex }, x) => {
      if (Number.isNaN(x[featureIndex])) throw new RangeError('NaN');
      return x[featureIndex];
    }),
  },
  {
    says: 'throws a plain `Error` where the row cannot be read',
    dies: 'a visited split that reads NaN, or past the end of the row, is a RangeError in any tree that is walked',
    solution: reading(({ featureIndex }, x) => {
      if (featureIndex >= x.length || Number.isNaN(x[featureIndex])) throw new Error('nothing to read');
      return x[featureIndex];
    }),
  },
  {
    says: 'gives `NaN` for an empty forest',
    dies: 'an empty forest is a RangeError',
    solution: { predictForest: voting({ answerNone: () => Number.NaN }) },
  },
  {
    says: 'gives 0 for an empty forest',
    dies: 'an empty forest is a RangeError',
    solution: { predictForest: voting({ answerNone: () => 0 }) },
  },
  {
    says: 'reads the first tree of an empty forest, which is a `TypeError`',
    dies: 'an empty forest is a RangeError',
    solution: {
      predictForest: (trees, x) =>
        trees[0].kind === 'leaf' && trees.length === 1 ? vote(trees[0], x) : voting()(trees, x),
    },
  },
  {
    says: 'takes a tree that the row cannot be walked down for one that abstains',
    dies: 'a visited split that reads NaN, or past the end of the row, is a RangeError in any tree that is walked',
    solution: {
      predictForest: (trees, x) => {
        let isVoted = false;
        const able = trees.filter((tree) => {
          try {
            vote(tree, x);
            isVoted = true;
            return true;
          } catch {
            return false;
          }
        });
        if (!isVoted) throw new RangeError('no tree can vote');
        return voting()(able, x);
      },
    },
  },
  {
    says: 'checks the roots of all trees before it walks the first',
    dies: 'no tree is walked once the rest cannot change the answer',
    solution: {
      predictForest: (trees, x) => {
        for (const tree of trees) if (tree.kind === 'split') read(tree, x);
        return voting()(trees, x);
      },
    },
  },
  {
    says: 'checks the roots of all trees for the end of the row before it walks the first',
    dies: 'no tree is walked once the rest cannot change the answer',
    solution: {
      predictForest: (trees, x) => {
        for (const tree of trees)
          if (tree.kind === 'split' && tree.featureIndex >= x.length) throw new RangeError('the row is too short');
        return voting()(trees, x);
      },
    },
  },
  {
    says: 'walks the trees from the last to the first',
    dies: 'no tree is walked once the rest cannot change the answer',
    solution: { predictForest: (trees, x) => voting()([...trees].reverse(), x) },
  },
  {
    says: 'walks the trees that are leaves first, since they cost nothing',
    dies: 'trees are walked, in index order, as long as the rest could change the answer',
    solution: {
      predictForest: (trees, x) =>
        voting()([...trees.filter(({ kind }) => kind === 'leaf'), ...trees.filter(({ kind }) => kind === 'split')], x),
    },
  },
  {
    says: 'takes the trees off the list that it is given',
    dies: 'predictForest never changes its inputs',
    solution: {
      predictForest: (trees, x) => {
        const queue = trees as TreeNode[];
        const copy = queue.splice(0);
        return voting()(copy, x);
      },
    },
  },
  {
    says: 'notes its vote in each tree',
    dies: 'predictForest never changes its inputs',
    solution: {
      predictForest: voting({
        vote: (tree, x) => {
          const label = vote(tree, x);
          (tree as { vote?: number }).vote = label;
          return label;
        },
      }),
    },
  },
  {
    says: 'walks down by recursion',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: { predictForest: voting({ vote: recursively }) },
  },
  {
    says: 'remembers the answer for a row, and gives it for another forest too',
    dies: 'predictForest does not depend on earlier calls',
    solution: { predictForest: rememberingRows() },
  },
];

function recursively(tree: TreeNode, x: Row): number {
  if (tree.kind === 'leaf') return tree.value;
  return recursively(read(tree, x) <= tree.threshold ? tree.left : tree.right, x);
}

function rememberingRows() {
  const known = new WeakMap<Row, number>();
  return (trees: Trees, x: Row): number => {
    const label = known.get(x) ?? voting()(trees, x);
    known.set(x, label);
    return label;
  };
}
