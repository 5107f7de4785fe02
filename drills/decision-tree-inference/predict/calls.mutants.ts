import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../../src/index.ts';
import {
  comparing,
  descend,
  type Mutable,
  type Row,
  read,
  right,
  type Split,
  type TreeNode,
} from './shared.mutants.ts';

export const changes: Mutant<typeof reference>[] = [
  {
    says: 'keeps one answer for each tree',
    dies: 'predict does not depend on earlier calls',
    solution: {
      predict: (() => {
        const answers = new WeakMap<TreeNode, number>();
        return (tree, x) => {
          const answer = answers.get(tree) ?? right(tree, x);
          answers.set(tree, answer);
          return answer;
        };
      })(),
    },
  },
  {
    says: 'keeps answers in a Map under a string key in which every tree is "[object Object]"',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: (() => {
        const answers = new Map<string, number>();
        return (tree, x) => {
          const key = `${tree}|${x}`;
          const answer = answers.get(key) ?? right(tree, x);
          answers.set(key, answer);
          return answer;
        };
      })(),
    },
  },
  {
    says: 'keeps answers for each tree under the row joined without a comma, so that [1, 23] is [12, 3]',
    dies: 'predict does not depend on earlier calls',
    solution: {
      predict: (() => {
        const trees = new WeakMap<TreeNode, Map<string, number>>();
        return (tree, x) => {
          const answers = trees.get(tree) ?? new Map<string, number>();
          trees.set(tree, answers);
          const key = x.join('');
          const answer = answers.get(key) ?? right(tree, x);
          answers.set(key, answer);
          return answer;
        };
      })(),
    },
  },
  {
    says: 'keeps the tree of the first call for good',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: (() => {
        let root: TreeNode | undefined;
        return (tree, x) => {
          root ??= tree;
          return right(root, x);
        };
      })(),
    },
  },
  {
    says: 'copies rows into one shared buffer and reads what an earlier, longer row left in it',
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: {
      predict: (() => {
        const buffer: number[] = [];
        return (tree, x) => {
          for (let i = 0; i < x.length; i++) buffer[i] = x[i];
          return right(tree, buffer);
        };
      })(),
    },
  },
  {
    says: 'counts steps against endless walks and does not start again from 0 at the next call',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      predict: (() => {
        let steps = 0;
        return comparing((v, t) => {
          if (++steps > 100_000) throw new RangeError('the walk does not end');
          return v <= t;
        });
      })(),
    },
  },
  {
    says: 'refuses every row after the first RangeError',
    dies: 'predict does not depend on earlier calls',
    solution: {
      predict: (() => {
        let failed = false;
        return (tree, x) => {
          if (failed) throw new RangeError('an earlier row was bad');
          failed = true;
          const answer = right(tree, x);
          failed = false;
          return answer;
        };
      })(),
    },
  },
  {
    says: 'counts its visits in the nodes',
    dies: 'predict never changes its inputs',
    solution: {
      predict: (tree, x) => {
        let node = tree;
        while (node.kind === 'split') {
          const counted: Split & { visits?: number } = node;
          counted.visits = (counted.visits ?? 0) + 1;
          node = read(node, x) <= node.threshold ? node.left : node.right;
        }
        return node.value;
      },
    },
  },
  {
    says: 'shortens the tree to the leaf that it found',
    dies: 'predict never changes its inputs',
    solution: {
      predict: (tree, x) => {
        const leaf = descend(tree, x);
        if (tree.kind === 'split') {
          const root: Mutable<Split> = tree;
          if (read(tree, x) <= tree.threshold) root.left = leaf;
          else root.right = leaf;
        }
        return leaf.value;
      },
    },
  },
  {
    says: 'appends a constant feature to the row of the caller',
    dies: 'predict never changes its inputs',
    solution: {
      predict: (tree, x) => {
        const answer = right(tree, x);
        (x as number[]).push(1);
        return answer;
      },
    },
  },
  {
    says: 'empties the row of the caller',
    dies: 'predict never changes its inputs',
    solution: {
      predict: (tree, x) => {
        const answer = right(tree, x);
        (x as number[]).splice(0);
        return answer;
      },
    },
  },
];

const walk = (node: TreeNode, x: Row): number =>
  node.kind === 'leaf' ? node.value : walk(read(node, x) <= node.threshold ? node.left : node.right, x);

export const depths: Mutant<typeof reference>[] = [
  {
    says: 'calls itself once a split',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: { predict: walk },
  },
  {
    says: 'calls itself on the left side and loops on the right one',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      predict: function down(tree, x): number {
        let node = tree;
        while (node.kind === 'split') {
          if (read(node, x) <= node.threshold) return down(node.left, x);
          node = node.right;
        }
        return node.value;
      },
    },
  },
  {
    says: 'calls itself on the right side and loops on the left one',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      predict: function down(tree, x): number {
        let node = tree;
        while (node.kind === 'split') {
          if (read(node, x) > node.threshold) return down(node.right, x);
          node = node.left;
        }
        return node.value;
      },
    },
  },
  {
    says: 'delegates to a nested generator at each split',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      predict: (tree, x) => {
        function* visit(node: TreeNode): Generator<number> {
          if (node.kind === 'leaf') yield node.value;
          else yield* visit(read(node, x) <= node.threshold ? node.left : node.right);
        }
        return visit(tree).next().value;
      },
    },
  },
  {
    says: 'copies the tree through JSON, which calls itself at each level',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: { predict: (tree, x) => right(JSON.parse(JSON.stringify(tree)), x) },
  },
  {
    says: 'answers NaN where its recursion overflows the call stack',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      predict: (tree, x) => {
        try {
          return walk(tree, x);
        } catch (error) {
          if (/call stack/.test(String(error))) return Number.NaN;
          throw error;
        }
      },
    },
  },
  {
    says: 'takes 10,000 splits for an endless walk and throws',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      predict: (tree, x) => {
        let steps = 0;
        return descend(tree, x, (v, t) => {
          if (++steps > 10_000) throw new RangeError('the tree is too deep');
          return v <= t;
        }).value;
      },
    },
  },
  {
    says: 'goes left without asking after as many splits as the row has features',
    dies: 'more features than the tree asks for do not change the answer',
    solution: {
      predict: (tree, x) => {
        let steps = 0;
        return descend(tree, x, (v, t) => steps++ >= x.length || v <= t).value;
      },
    },
  },
];
