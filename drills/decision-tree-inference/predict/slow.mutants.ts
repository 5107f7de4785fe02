import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { everyNode, type Leaf, read, reading, right, type TreeNode } from './shared.mutants.ts';

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'answers every node of the tree from the bottom up, both children of each split',
    dies: 'grows with nNodes no faster than it must, on a balanced tree',
    solution: {
      predict: (tree, x) => {
        const answers = new Map<TreeNode, number | RangeError>();
        for (const node of everyNode(tree).reverse()) {
          if (node.kind === 'leaf') {
            answers.set(node, node.value);
            continue;
          }
          const v = x[node.featureIndex];
          if (v === undefined || Number.isNaN(v)) {
            answers.set(node, new RangeError(`feature ${node.featureIndex} is missing`));
          } else {
            const child = v <= node.threshold ? node.left : node.right;
            answers.set(node, answers.get(child) as number | RangeError);
          }
        }
        const answer = answers.get(tree) as number | RangeError;
        if (answer instanceof RangeError) throw answer;
        return answer;
      },
    },
  },
  {
    says: 'turns the whole tree into arrays at each call',
    dies: 'grows with nNodes no faster than it must, on a balanced tree',
    solution: {
      predict: (tree, x) => {
        const nodes = everyNode(tree);
        const numbers = new Map(nodes.map((node, i) => [node, i]));
        const lefts = nodes.map((node) => (node.kind === 'split' ? numbers.get(node.left) : -1));
        const rights = nodes.map((node) => (node.kind === 'split' ? numbers.get(node.right) : -1));
        let i = 0;
        for (let node = nodes[0]; node.kind === 'split'; node = nodes[i]) {
          i = (read(node, x) <= node.threshold ? lefts[i] : rights[i]) as number;
        }
        return (nodes[i] as Leaf).value;
      },
    },
  },
  {
    says: 'measures the depth of the whole tree first to know how many steps to take',
    dies: 'grows with nNodes no faster than it must, on a balanced tree',
    solution: {
      predict: (tree, x) => {
        let depth = 0;
        for (let level = [tree]; level.length > 0; depth++) {
          level = level.flatMap((node) => (node.kind === 'split' ? [node.left, node.right] : []));
        }
        let node = tree;
        for (let i = 0; i < depth && node.kind === 'split'; i++) {
          node = read(node, x) <= node.threshold ? node.left : node.right;
        }
        return (node as Leaf).value;
      },
    },
  },
  {
    says: 'checks the thresholds and values of the whole tree at each call',
    dies: 'grows with nNodes no faster than it must, on a balanced tree',
    solution: {
      predict: (tree, x) => {
        const fine = everyNode(tree).every((node) =>
          Number.isFinite(node.kind === 'leaf' ? node.value : node.threshold),
        );
        if (!fine) throw new RangeError('malformed tree');
        return right(tree, x);
      },
    },
  },
  {
    says: 'looks for the node among all the nodes visited before, against loops',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      predict: (tree, x) => {
        const visited: TreeNode[] = [];
        let node = tree;
        while (node.kind === 'split') {
          if (visited.includes(node)) throw new RangeError('the tree has a loop');
          visited.push(node);
          node = read(node, x) <= node.threshold ? node.left : node.right;
        }
        return node.value;
      },
    },
  },
  {
    says: 'copies its turns so far into a longer typed array at each split',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      predict: (tree, x) => {
        let turns = new Uint8Array(0);
        let node = tree;
        while (node.kind === 'split') {
          const longer = new Uint8Array(turns.length + 1);
          longer.set(turns);
          longer[turns.length] = read(node, x) <= node.threshold ? 1 : 0;
          turns = longer;
          node = turns.at(-1) ? node.left : node.right;
        }
        return node.value;
      },
    },
  },
  {
    says: 'reads the whole row at each split',
    dies: 'grows with depth no faster than it must, on a chain that the row goes all the way down, with a feature for each split',
    solution: {
      predict: reading((split, x) => {
        const [v] = x.filter((_, i) => i === split.featureIndex);
        if (v === undefined || Number.isNaN(v)) throw new RangeError('missing feature');
        return v;
      }),
    },
  },
  {
    says: 'counts the calls in a log that it reads from the start at each call',
    dies: 'grows with nRows no faster than it must, on a tree of 15 nodes, one call a row',
    solution: {
      predict: (() => {
        const log: number[] = [];
        return (tree, x) => {
          log.push(x.length);
          const calls = log.reduce((count) => count + 1, 0);
          if (calls > Number.MAX_SAFE_INTEGER) throw new RangeError('too many calls');
          return right(tree, x);
        };
      })(),
    },
  },
  {
    says: 'looks up each value of the row in the row',
    dies: 'grows with depth no faster than it must, on a chain that the row goes all the way down, with a feature for each split',
    solution: {
      predict(tree, x) {
        const isKnown = x.every((value, i) => Number.isNaN(value) || x.indexOf(value) <= i);
        return isKnown ? right(tree, x) : 0;
      },
    },
  },
];
