import type { Mutant } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';
import { check, type Explain, explaining, joined, type Row, share, type TreeNode } from './shared.mutants.ts';

/** Predictions kept by the features that have joined, and by no more than that. */
function keptBySet(perCall: boolean): Explain {
  let known = new Map<string, number>();
  return (tree, x, background) => {
    check(tree, x, background);
    if (perCall) known = new Map();
    if (x.length > 8) return explaining()(tree, x, background);
    const values = x.map(() => 0);
    for (const z of background) {
      for (let set = 0; set < 2 ** x.length; set++) {
        const features = x.flatMap((_, i) => (set & (1 << i) ? [i] : []));
        const key = features.join();
        const v = known.get(key) ?? joined(tree, x, z, new Set(features));
        known.set(key, v);
        x.forEach((_, i) => {
          const isIn = features.includes(i);
          const size = features.length - (isIn ? 1 : 0);
          const weight = share(size + 1, x.length - 1 - size);
          values[i] += (isIn ? weight * v : -weight * v) / background.length;
        });
      }
    }
    return values;
  };
}

function keptByRow(): Explain {
  const known = new WeakMap<Row, ArrayLike<number>>();
  return (tree, x, background) => {
    const values = known.get(x) ?? explaining()(tree, x, background);
    known.set(x, values);
    return values;
  };
}

function keptByTree(): Explain {
  const known = new WeakMap<TreeNode, Float64Array>();
  return (tree, x, background) => {
    check(tree, x, background);
    const phi = known.get(tree) ?? new Float64Array(x.length);
    known.set(tree, phi);
    const values = explaining()(tree, x, background);
    for (let i = 0; i < phi.length; i++) phi[i] += values[i];
    return phi.slice();
  };
}

export const calls: Mutant<Asked>[] = [
  {
    says: 'keeps predictions by the features that have joined, for all background rows of a call',
    dies: 'compared with several rows, the answer is the mean of those for each of them',
    solution: { explain: keptBySet(true) },
  },
  {
    says: 'keeps predictions by the features that have joined, from call to call',
    dies: 'explain does not depend on earlier calls',
    solution: { explain: keptBySet(false) },
  },
  {
    says: 'remembers the answer for a row, though the tree or the background is another',
    dies: 'explain does not depend on earlier calls',
    solution: { explain: keptByRow() },
  },
  {
    says: 'adds the values to those of the last call with the tree',
    dies: 'explain does not depend on earlier calls',
    solution: { explain: keptByTree() },
  },
  {
    says: 'writes the features that join into the background row, and leaves them there',
    dies: 'explain never changes its inputs',
    solution: {
      explain: (tree, x, background) => {
        const values = explaining()(tree, x, background);
        for (const z of background as number[][]) for (let i = 0; i < x.length; i++) z[i] = x[i];
        return values;
      },
    },
  },
  {
    says: 'sorts the background in place',
    dies: 'explain never changes its inputs',
    solution: {
      explain: (tree, x, background) => {
        const values = explaining()(tree, x, background);
        (background as Row[]).sort((a, b) => a[0] - b[0]);
        return values;
      },
    },
  },
  {
    says: 'notes in each node how many background rows reach it',
    dies: 'explain never changes its inputs',
    solution: {
      explain: (tree, x, background) => {
        const values = explaining()(tree, x, background);
        for (const z of background) {
          let node = tree;
          while (node.kind === 'split') {
            const noted = node as { cover?: number };
            noted.cover = (noted.cover ?? 0) + 1;
            node = z[node.featureIndex] <= node.threshold ? node.left : node.right;
          }
        }
        return values;
      },
    },
  },
  {
    says: 'walks the tree by recursion',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: { explain: recursively },
  },
];

function recursively(...[tree, x, background]: Parameters<Explain>): ArrayLike<number> {
  check(tree, x, background);
  const phi = new Float64Array(x.length);
  const sides = new Map<number, boolean>();
  const walk = (node: TreeNode, z: Row, p: number, n: number): void => {
    if (node.kind === 'leaf') {
      for (const [feature, isIn] of sides) {
        phi[feature] += ((isIn ? share(p, n) : -share(n, p)) * node.value) / background.length;
      }
      return;
    }
    const { featureIndex: f, threshold, left, right } = node;
    const forX = x[f] <= threshold ? left : right;
    const forZ = z[f] <= threshold ? left : right;
    const isIn = sides.get(f);
    if (isIn !== undefined || forX === forZ) walk(isIn === false ? forZ : forX, z, p, n);
    else {
      sides.set(f, true);
      walk(forX, z, p + 1, n);
      sides.set(f, false);
      walk(forZ, z, p, n + 1);
      sides.delete(f);
    }
  };
  for (const z of background) walk(tree, z, 0, 0);
  return phi;
}
