import type { Mutant } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';
import {
  descend,
  everyNode,
  type Flat,
  flattening,
  leafOf,
  predicting,
  type Row,
  type Rows,
  read,
  type TreeNode,
} from './shared.mutants.ts';

const predictBatch = predicting();

/** The flat tree of a list of all nodes, the root first, with a search for each child. */
function numbered(nodes: readonly TreeNode[], find: (node: TreeNode) => number): Flat {
  return {
    features: nodes.map((node) => (node.kind === 'leaf' ? -1 : node.featureIndex)),
    thresholds: nodes.map((node) => (node.kind === 'leaf' ? 0 : node.threshold)),
    lefts: nodes.map((node) => (node.kind === 'leaf' ? -1 : find(node.left))),
    rights: nodes.map((node) => (node.kind === 'leaf' ? -1 : find(node.right))),
    values: nodes.map((node) => (node.kind === 'leaf' ? node.value : 0)),
  };
}

const numbersOf = (nodes: readonly TreeNode[]) => {
  const numbers = new Map(nodes.map((node, i) => [node, i]));
  return (node: TreeNode) => numbers.get(node) as number;
};

const flattenSlowly: Mutant<Asked>[] = [
  {
    says: 'searches the list of nodes for each child',
    dies: 'grows with nNodes no faster than it must, on a balanced tree that is flattened',
    solution: {
      flatten: (tree) => {
        const nodes = everyNode(tree);
        return numbered(nodes, (node) => nodes.indexOf(node));
      },
      predictBatch,
    },
  },
  {
    says: 'shifts the nodes off a queue',
    dies: 'grows with nNodes no faster than it must, on a balanced tree that is flattened',
    solution: {
      flatten: (tree) => {
        const queue = [tree];
        const nodes: TreeNode[] = [];
        while (queue.length > 0) {
          const node = queue.shift() as TreeNode;
          nodes.push(node);
          if (node.kind === 'split') queue.push(node.left, node.right);
        }
        return numbered(nodes, numbersOf(nodes));
      },
      predictBatch,
    },
  },
  {
    says: 'puts the nodes of each subtree together from copies of the lists of both sides',
    dies: 'grows with nNodes no faster than it must, on a chain that is flattened',
    solution: {
      flatten: (tree) => {
        const lists = new Map<TreeNode, TreeNode[]>();
        for (const node of everyNode(tree).reverse()) {
          if (node.kind === 'leaf') {
            lists.set(node, [node]);
            continue;
          }
          const list = [node as TreeNode].concat(lists.get(node.left) ?? [], lists.get(node.right) ?? []);
          lists.delete(node.left);
          lists.delete(node.right);
          lists.set(node, list);
        }
        const nodes = lists.get(tree) ?? [];
        return numbered(nodes, numbersOf(nodes));
      },
      predictBatch,
    },
  },
  {
    says: 'lays the nodes out in preorder, and walks each left side to know where the right one begins',
    dies: 'grows with nNodes no faster than it must, on a chain that is flattened',
    solution: {
      flatten: (tree) => {
        const nodes: TreeNode[] = [];
        const stack = [tree];
        for (let node = stack.pop(); node; node = stack.pop()) {
          nodes.push(node);
          if (node.kind === 'split') stack.push(node.right, node.left);
        }
        const flat = numbered(nodes, () => 0);
        nodes.forEach((node, i) => {
          if (node.kind === 'leaf') return;
          flat.lefts[i] = i + 1;
          flat.rights[i] = i + 1 + everyNode(node.left).length;
        });
        return flat;
      },
      predictBatch,
    },
  },
  {
    says: 'grows every typed array by one node at a time',
    dies: 'grows with nNodes no faster than it must, on a balanced tree that is flattened',
    solution: {
      flatten: (tree) => {
        const flat = flattening()(tree);
        let values = new Float64Array(0);
        for (let i = 0; i < flat.values.length; i++) {
          const longer = new Float64Array(i + 1);
          longer.set(values);
          longer[i] = flat.values[i];
          values = longer;
        }
        return { ...flat, values };
      },
      predictBatch,
    },
  },
];

const predictSlowly: Mutant<Asked>[] = [
  {
    says: 'keeps the tree as it is, and turns it into arrays for each batch',
    dies: 'grows with nNodes no faster than it must, on a balanced tree with as many rows, in batches of 8',
    solution: {
      flatten: (tree) => tree,
      predictBatch: (tree: TreeNode, X: Rows) => predictBatch(flattening()(tree), X),
    },
  },
  {
    says: 'goes through all leaves for each row, to find the one whose way the row has taken',
    dies: 'grows with nNodes no faster than it must, on a balanced tree with as many rows, in batches of 8',
    solution: {
      flatten: (tree) => ({ tree, leaves: everyNode(tree).filter((node) => node.kind === 'leaf') }),
      predictBatch: ({ tree, leaves }: { tree: TreeNode; leaves: readonly { value: number }[] }, X: Rows) =>
        X.map((x) => {
          const reached = descend(tree, x);
          return leaves.filter((leaf) => leaf === reached)[0].value;
        }),
    },
  },
  {
    says: 'finds the children by a search in a list of edges',
    dies: 'grows with depth no faster than it must, on a chain and as many rows that go all the way down',
    solution: {
      flatten: (tree) => {
        const nodes = everyNode(tree);
        const find = numbersOf(nodes);
        const edges = nodes.flatMap((node, i) =>
          node.kind === 'leaf' ? [] : [{ i, left: find(node.left), right: find(node.right) }],
        );
        return { nodes, edges };
      },
      predictBatch: (
        { nodes, edges }: { nodes: TreeNode[]; edges: { i: number; left: number; right: number }[] },
        X: Rows,
      ) =>
        X.map((x) => {
          let i = 0;
          for (let node = nodes[0]; node.kind === 'split'; node = nodes[i]) {
            const edge = edges.find((candidate) => candidate.i === i) ?? edges[0];
            i = read(x, node.featureIndex) <= node.threshold ? edge.left : edge.right;
          }
          return (nodes[i] as { value: number }).value;
        }),
    },
  },
  {
    says: 'looks for `NaN` in the whole row again at each split',
    dies: 'grows with depth no faster than it must, on a chain with a feature for each split, and 8 rows that go all the way down',
    solution: {
      flatten: flattening(),
      predictBatch: predicting({
        read: (x, feature) => {
          const bad = new Set<number>();
          for (let f = 0; f < x.length; f++) if (Number.isNaN(x[f])) bad.add(f);
          if (feature >= x.length || bad.has(feature)) throw new RangeError('no number');
          return x[feature];
        },
      }),
    },
  },
  {
    says: 'copies each row',
    dies: 'grows with nFeatures no faster than it must, on 64 rows of which one feature is read',
    solution: {
      flatten: flattening(),
      predictBatch: (flat: Flat, X: Rows) => X.map((x) => [...x]).map((x) => flat.values[leafOf(flat, x)]),
    },
  },
  {
    says: 'copies the batch into one table, feature by feature',
    dies: 'grows with nFeatures no faster than it must, on 64 rows of which one feature is read',
    solution: {
      flatten: flattening(),
      predictBatch: (flat: Flat, X: Rows) => {
        const nFeatures = X.reduce((most, x) => Math.max(most, x.length), 0);
        const columns = new Float64Array(nFeatures * X.length).fill(Number.NaN);
        X.forEach((x, r) => {
          for (let f = 0; f < x.length; f++) columns[f * X.length + r] = x[f];
        });
        return X.map((_, r) => {
          const row: Row = [];
          const cell = (_x: Row, f: number) => read([f < nFeatures ? columns[f * X.length + r] : Number.NaN], 0);
          return flat.values[leafOf(flat, row, { read: cell })];
        });
      },
    },
  },
  {
    says: 'lists the nodes on the way of each row',
    dies: 'grows with depth no faster than it must, on a chain and as many rows that go all the way down',
    solution: {
      flatten: flattening(),
      predictBatch: (flat: Flat, X: Rows) =>
        X.map((x) => {
          const way = [0];
          const leaf = leafOf(flat, x, {
            isLeaf: ({ features }, i) => {
              way.push(i);
              return features[i] < 0;
            },
          });
          return flat.values[way.includes(leaf) ? way[way.length - 1] : leaf];
        }),
    },
  },
  {
    says: 'copies all answers so far for each further row',
    dies: 'grows with nSamples no faster than it must, on a tree of 15 nodes, all rows in one batch',
    solution: {
      flatten: flattening(),
      predictBatch: (flat: Flat, X: Rows) => {
        let y: number[] = [];
        for (const x of X) y = [...y, flat.values[leafOf(flat, x)]];
        return y;
      },
    },
  },
];

export const slow: Mutant<Asked>[] = [...flattenSlowly, ...predictSlowly];
