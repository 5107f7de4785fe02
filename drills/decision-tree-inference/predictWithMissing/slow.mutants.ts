import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { everyNode, right, sideOf, type TreeNode, walking } from './shared.mutants.ts';

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'makes sets of the categories of all nodes before it walks',
    dies: 'grows with nNodes no faster than it must, on a balanced tree',
    solution: {
      predictWithMissing: (tree, x) => {
        const sets = new Map<readonly number[], Set<number>>();
        for (const node of everyNode(tree)) {
          if (node.kind !== 'category') continue;
          sets.set(node.categories.left, new Set(node.categories.left));
          sets.set(node.categories.right, new Set(node.categories.right));
        }
        return walking({ isListed: (list, v) => sets.get(list)?.has(v) ?? false })(tree, x);
      },
    },
  },
  {
    says: 'answers both children of each node, from the leaves up',
    dies: 'grows with nNodes no faster than it must, on a balanced tree',
    solution: {
      predictWithMissing: (tree, x) => {
        const values = new Map<TreeNode, number | undefined>();
        for (const node of everyNode(tree).reverse()) {
          if (node.kind === 'leaf') values.set(node, node.value);
          else values.set(node, node.featureIndex < x.length ? values.get(node[sideOf(node, x)]) : undefined);
        }
        const value = values.get(tree);
        if (value === undefined) throw new RangeError('the row is too short');
        return value;
      },
    },
  },
  {
    says: 'counts the nodes of the side that it goes to, to know that it ends',
    dies: 'grows with depth no faster than it must, on a chain that the row goes all the way down',
    solution: {
      predictWithMissing: (tree, x) => {
        let node = tree;
        while (node.kind !== 'leaf') {
          const next: TreeNode = node[sideOf(node, x)];
          if (everyNode(next).length === 0) throw new Error('no tree');
          node = next;
        }
        return node.value;
      },
    },
  },
  {
    says: 'looks for holes in the whole row at each node',
    dies: 'grows with depth no faster than it must, on a chain with a feature for each split, that the row goes all the way down',
    solution: {
      predictWithMissing: (tree, x) => {
        let node = tree;
        while (node.kind !== 'leaf') {
          right.check(node, x);
          const feature = node.featureIndex;
          const holes = x.flatMap((v, f) => (Number.isNaN(v) ? [f] : []));
          node = holes.includes(feature) ? node[node.missing] : node[sideOf(node, x)];
        }
        return node.value;
      },
    },
  },
  {
    says: 'copies the row at each node',
    dies: 'grows with depth no faster than it must, on a chain with a feature for each split, that the row goes all the way down',
    solution: {
      predictWithMissing: (tree, x) => {
        let node = tree;
        let row = x;
        while (node.kind !== 'leaf') {
          row = [...row];
          node = node[sideOf(node, row)];
        }
        return node.value;
      },
    },
  },
  {
    says: 'compares every category of one side with every one of the other, to see that none is on both',
    dies: 'grows with nCategories no faster than it must, on one categorical split that lists half of them on each side',
    solution: {
      predictWithMissing: walking({
        category: ({ categories: { left, right }, missing }, v) => {
          if (left.some((category) => right.includes(category))) throw new RangeError('a category is on both sides');
          if (left.includes(v)) return 'left';
          return right.includes(v) ? 'right' : missing;
        },
      }),
    },
  },
  {
    says: 'makes its set of categories from lists that it copies for each of them',
    dies: 'grows with nCategories no faster than it must, on one categorical split that lists half of them on each side',
    solution: {
      predictWithMissing: walking({
        isListed: (list, v) => {
          let known: number[] = [];
          for (const category of list) known = known.includes(category) ? known : known.concat(category);
          return known.includes(v);
        },
      }),
    },
  },
  {
    says: 'keeps the way so far in a list that it copies at each node',
    dies: 'grows with depth no faster than it must, on a chain that the row goes all the way down',
    solution: {
      predictWithMissing: (tree, x) => {
        let way = [tree];
        for (let node = tree; node.kind !== 'leaf'; node = way[0]) way = [node[sideOf(node, x)], ...way];
        return (way[0] as { value: number }).value;
      },
    },
  },
  {
    says: 'looks again at all categories seen on the way, at each node',
    dies: 'grows with nCategories no faster than it must, on one categorical split that lists half of them on each side',
    solution: {
      predictWithMissing: (tree, x) => {
        const seen: number[] = [];
        return walking({
          category: (node, v, isListed) => {
            for (const category of [...node.categories.left, ...node.categories.right])
              if (!seen.includes(category)) seen.push(category);
            return right.category(node, v, isListed);
          },
        })(tree, x);
      },
    },
  },
];
