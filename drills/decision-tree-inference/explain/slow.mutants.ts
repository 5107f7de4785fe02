import type { Mutant } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';
import { explaining, joined, leaves, predict, type Row, rowByRow, share, type TreeNode } from './shared.mutants.ts';

/** The Shapley values of a game between few players, by all sets of them; the values are those of the features. */
function bySets(players: readonly number[], nFeatures: number, worthOf: (features: Set<number>) => number): number[] {
  const values = Array<number>(nFeatures).fill(0);
  for (let set = 0; set < 2 ** players.length; set++) {
    const features = new Set(players.filter((_, i) => set & (1 << i)));
    const v = worthOf(features);
    for (const player of players) {
      const isIn = features.has(player);
      const size = features.size - (isIn ? 1 : 0);
      const weight = share(size + 1, players.length - 1 - size);
      values[player] += isIn ? weight * v : -weight * v;
    }
  }
  return values;
}

function* orders(list: number[], n = list.length): Generator<number[], void, undefined> {
  if (n <= 1) yield list;
  for (let i = 0; n > 1 && i < n; i++) {
    yield* orders(list, n - 1);
    const j = n % 2 === 0 ? i : 0;
    [list[j], list[n - 1]] = [list[n - 1], list[j]];
  }
}

/** The features that splits read. */
function readBy(tree: TreeNode): Set<number> {
  const features = new Set<number>();
  const stack = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'leaf') continue;
    features.add(node.featureIndex);
    stack.push(node.left, node.right);
  }
  return features;
}

/** Each leaf with the splits above it, in lists that share nothing. */
function waysOf(tree: TreeNode): { value: number; way: { f: number; threshold: number; isLeft: boolean }[] }[] {
  const ways: ReturnType<typeof waysOf> = [];
  const stack: [TreeNode, ReturnType<typeof waysOf>[number]['way']][] = [[tree, []]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, way] = top;
    if (node.kind === 'leaf') ways.push({ value: node.value, way });
    else {
      const { featureIndex: f, threshold } = node;
      stack.push([node.right, [...way, { f, threshold, isLeft: false }]]);
      stack.push([node.left, [...way, { f, threshold, isLeft: true }]]);
    }
  }
  return ways;
}

const differing = (x: Row, z: Row): number[] => x.flatMap((v, i) => (v === z[i] ? [] : [i]));

/** The share by a sum over the sizes of the sets, each binomial anew. */
function shareBySum(p: number, n: number, others: number): number {
  const choose = (a: number, b: number): number => {
    let choices = 1;
    for (let k = 1; k <= b; k++) choices = (choices * (a - b + k)) / k;
    return choices;
  };
  let sum = 0;
  for (let extra = 0; extra <= others; extra++) {
    sum += choose(others, extra) * share(p + extra, n + others - extra);
  }
  return sum;
}

export const slow: Mutant<Asked>[] = [
  {
    says: 'goes through all sets of features',
    dies: 'grows with nFeatures no faster than it must, on a chain with a split for each feature, beside a call with 2,000 background rows and 2 features',
    solution: { explain: rowByRow((tree, x, z) => bySets([...x.keys()], x.length, (set) => joined(tree, x, z, set))) },
  },
  {
    says: 'goes through all sets of the features that splits read',
    dies: 'grows with nFeatures no faster than it must, on a chain with a split for each feature, beside a call with 2,000 background rows and 2 features',
    solution: {
      explain: rowByRow((tree, x, z) => bySets([...readBy(tree)], x.length, (set) => joined(tree, x, z, set))),
    },
  },
  {
    says: 'goes through all sets of the features in which the two rows differ',
    dies: 'grows with nFeatures no faster than it must, on a chain with a split for each feature, beside a call with 2,000 background rows and 2 features',
    solution: {
      explain: rowByRow((tree, x, z) => bySets(differing(x, z), x.length, (set) => joined(tree, x, z, set))),
    },
  },
  {
    says: 'goes through all orders of the features',
    dies: 'grows with nFeatures no faster than it must, on a chain with a split for each feature, beside a call with 2,000 background rows and 2 features',
    solution: {
      explain: rowByRow((tree, x, z) => {
        const values = x.map(() => 0);
        let nOrders = 0;
        for (const order of orders([...x.keys()])) {
          nOrders++;
          const features = new Set<number>();
          let before = joined(tree, x, z, features);
          for (const feature of order) {
            const after = joined(tree, x, z, features.add(feature));
            values[feature] += after - before;
            before = after;
          }
        }
        return values.map((v) => v / nOrders);
      }),
    },
  },
  {
    says: 'goes through all sets of the features on the way to each leaf',
    dies: 'grows with nFeatures no faster than it must, on a chain with a split for each feature, beside a call with 2,000 background rows and 2 features',
    solution: {
      explain: rowByRow((tree, x, z) => {
        const values = x.map(() => 0);
        for (const { value, ins, outs } of leaves(tree, x, z)) {
          const players = [...ins, ...outs];
          const isReached = (set: Set<number>) => ins.every((f) => set.has(f)) && !outs.some((f) => set.has(f));
          const part = bySets(players, x.length, (set) => (isReached(set) ? value : 0));
          part.forEach((v, i) => {
            values[i] += v;
          });
        }
        return values;
      }),
    },
  },
  {
    says: 'lists the splits above each leaf, and goes through them for each background row',
    dies: 'grows with depth no faster than it must, on a chain over two features',
    solution: {
      explain: rowByRow((tree, x, z) => {
        const values = x.map(() => 0);
        for (const { value, way } of waysOf(tree)) {
          const fits = new Map<number, { x: boolean; z: boolean }>();
          for (const { f, threshold, isLeft } of way) {
            const fit = fits.get(f) ?? { x: true, z: true };
            fits.set(f, {
              x: fit.x && x[f] <= threshold === isLeft,
              z: fit.z && z[f] <= threshold === isLeft,
            });
          }
          const all = [...fits];
          if (all.some(([, fit]) => !fit.x && !fit.z)) continue;
          const ins = all.filter(([, fit]) => !fit.z);
          const outs = all.filter(([, fit]) => !fit.x);
          for (const [f] of ins) values[f] += value * share(ins.length, outs.length);
          for (const [f] of outs) values[f] -= value * share(outs.length, ins.length);
        }
        return values;
      }),
    },
  },
  {
    says: 'copies what has joined at each split',
    dies: 'grows with depth no faster than it must, on a chain over two features',
    solution: {
      explain: rowByRow((tree, x, z) => {
        const values = x.map(() => 0);
        const stack: { node: TreeNode; way: TreeNode[]; sides: Map<number, boolean> }[] = [
          { node: tree, way: [], sides: new Map() },
        ];
        for (let top = stack.pop(); top; top = stack.pop()) {
          const { node, sides } = top;
          const way = [...top.way, node];
          if (node.kind === 'leaf') {
            const ins = [...sides].filter(([, isIn]) => isIn);
            const outs = [...sides].filter(([, isIn]) => !isIn);
            for (const [f] of ins) values[f] += node.value * share(ins.length, outs.length);
            for (const [f] of outs) values[f] -= node.value * share(outs.length, ins.length);
            continue;
          }
          const { featureIndex: f, threshold, left, right } = node;
          const forX = x[f] <= threshold ? left : right;
          const forZ = z[f] <= threshold ? left : right;
          const isIn = sides.get(f);
          if (isIn !== undefined || forX === forZ) stack.push({ node: isIn === false ? forZ : forX, way, sides });
          else {
            stack.push({ node: forX, way, sides: new Map(sides).set(f, true) });
            stack.push({ node: forZ, way, sides: new Map(sides).set(f, false) });
          }
        }
        return values;
      }),
    },
  },
  {
    says: 'sums the weights over all sizes of sets, each with binomials of its own, for each feature of each leaf',
    dies: 'rows may have 180 features that all matter',
    solution: {
      explain: rowByRow((tree, x, z) => {
        const values = x.map(() => 0);
        for (const { value, ins, outs } of leaves(tree, x, z)) {
          const [p, n] = [ins.length, outs.length];
          const others = x.length - p - n;
          for (const f of ins) values[f] += value * shareBySum(p, n, others);
          for (const f of outs) values[f] -= value * shareBySum(n, p, others);
        }
        return values;
      }),
    },
  },
  {
    says: 'explains all background rows so far again with each further one',
    dies: 'grows with nBackground no faster than it must, on a tree of 7 nodes',
    solution: {
      explain: (tree, x, background) => {
        if (background.length === 0) throw new RangeError('no background');
        let values: ArrayLike<number> = [];
        for (let n = 1; n <= background.length; n++) values = explaining()(tree, x, background.slice(0, n));
        return values;
      },
    },
  },
  {
    says: 'searches each leaf in a list of them all',
    dies: 'grows with nNodes no faster than it must, on a balanced tree with a feature for each level',
    solution: {
      explain: (tree, x, background) => {
        const all: TreeNode[] = [tree];
        for (const node of all) if (node.kind === 'split') all.push(node.left, node.right);
        const parents = all.map((node) => all.findIndex((other) => other.kind === 'split' && other.left === node));
        if (parents.length !== all.length) throw new Error('no tree');
        return explaining()(tree, x, background);
      },
    },
  },
  {
    says: 'predicts for x and for the background row below each node',
    dies: 'grows with depth no faster than it must, on a chain over two features',
    solution: {
      explain: rowByRow((tree, x, z) => {
        const stack = [tree];
        let nLeaves = 0;
        for (let node = stack.pop(); node; node = stack.pop()) {
          const top = node;
          if (predict(top, (f) => x[f]) === predict(top, (f) => z[f])) nLeaves++;
          if (top.kind === 'split') stack.push(top.left, top.right);
        }
        return nLeaves < 0 ? [] : explaining()(tree, x, [z]);
      }),
    },
  },
];
