import type { Mutant } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';
import { check, checkWay, explaining, type Row, type Rows, type TreeNode } from './shared.mutants.ts';

const checking = (checks: (tree: TreeNode, x: Row, background: Rows) => void): Partial<Asked> => ({
  explain: explaining({ check: checks }),
});

const sameLengths = (x: Row, background: Rows) => {
  if (background.some((z) => z.length !== x.length)) throw new RangeError('rows of different lengths');
};

const notEmpty = (background: Rows) => {
  if (background.length === 0) throw new RangeError('no background');
};

export const errors: Mutant<Asked>[] = [
  {
    says: 'gives zeros for an empty background',
    dies: 'an empty background is a RangeError',
    solution: {
      explain: (tree, x, background) => (background.length === 0 ? x.map(() => 0) : explaining()(tree, x, background)),
    },
  },
  {
    says: 'divides by zero for an empty background',
    dies: 'an empty background is a RangeError',
    solution: checking((tree, x, background) => {
      if (background.length > 0) check(tree, x, background);
    }),
  },
  {
    says: 'does not compare the lengths of the rows',
    dies: 'a background row that is not as long as x is a RangeError',
    solution: checking((tree, x, background) => {
      notEmpty(background);
      for (const row of [x, ...background]) checkWay(tree, row);
    }),
  },
  {
    says: 'refuses background rows that are shorter than x, and not longer ones',
    dies: 'a background row that is not as long as x is a RangeError',
    solution: checking((tree, x, background) => {
      notEmpty(background);
      if (background.some((z) => z.length < x.length)) throw new RangeError('a row is too short');
      for (const row of [x, ...background]) checkWay(tree, row);
    }),
  },
  {
    says: 'refuses background rows that are longer than x, and not shorter ones that can be read',
    dies: 'a background row that is not as long as x is a RangeError',
    solution: checking((tree, x, background) => {
      notEmpty(background);
      if (background.some((z) => z.length > x.length)) throw new RangeError('a row is too long');
      for (const row of [x, ...background]) checkWay(tree, row);
    }),
  },
  {
    says: 'compares the length of the first background row only',
    dies: 'a background row that is not as long as x is a RangeError',
    solution: checking((tree, x, background) => {
      notEmpty(background);
      sameLengths(x, background.slice(0, 1));
      for (const row of [x, ...background]) checkWay(tree, row);
    }),
  },
  {
    says: 'does not look for `NaN` in x',
    dies: 'a split that x or a background row visits and that reads NaN is a RangeError',
    solution: checking((tree, x, background) => {
      notEmpty(background);
      sameLengths(x, background);
      for (const row of background) checkWay(tree, row);
    }),
  },
  {
    says: 'does not look for `NaN` in the background',
    dies: 'a split that x or a background row visits and that reads NaN is a RangeError',
    solution: checking((tree, x, background) => {
      notEmpty(background);
      sameLengths(x, background);
      checkWay(tree, x);
    }),
  },
  {
    says: 'looks for `NaN` in the first background row only',
    dies: 'a split that x or a background row visits and that reads NaN is a RangeError',
    solution: checking((tree, x, background) => {
      notEmpty(background);
      sameLengths(x, background);
      for (const row of [x, background[0]]) checkWay(tree, row);
    }),
  },
  {
    says: 'looks for `NaN` at the root only',
    dies: 'a split that x or a background row visits and that reads past the end is a RangeError',
    solution: checking((tree, x, background) => {
      notEmpty(background);
      sameLengths(x, background);
      if (tree.kind === 'split' && tree.featureIndex >= x.length) throw new RangeError('the rows are too short');
      if (tree.kind === 'split' && [x, ...background].some((row) => Number.isNaN(row[tree.featureIndex])))
        throw new RangeError('NaN');
    }),
  },
  {
    says: 'does not notice that a split reads past the end',
    dies: 'a split that x or a background row visits and that reads past the end is a RangeError',
    solution: checking((tree, x, background) => {
      notEmpty(background);
      sameLengths(x, background);
      for (const row of [x, ...background]) {
        let node = tree;
        while (node.kind === 'split') {
          if (Number.isNaN(row[node.featureIndex])) throw new RangeError('NaN');
          node = row[node.featureIndex] <= node.threshold ? node.left : node.right;
        }
      }
    }),
  },
  {
    says: 'throws a plain `Error` where a row cannot be read',
    dies: 'a split that x or a background row visits and that reads past the end is a RangeError',
    solution: checking((tree, x, background) => {
      notEmpty(background);
      sameLengths(x, background);
      try {
        for (const row of [x, ...background]) checkWay(tree, row);
      } catch {
        throw new Error('a row cannot be read');
      }
    }),
  },
  {
    says: 'throws a `TypeError` for rows of different lengths',
    dies: 'a background row that is not as long as x is a RangeError',
    solution: checking((tree, x, background) => {
      if (background.some((z) => z.length !== x.length)) throw new TypeError('rows of different lengths');
      check(tree, x, background);
    }),
  },
];
