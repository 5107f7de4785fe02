// typed arrays and a segment tree, risks as shares with a tolerance of 1e-12
import { type Entry, errorsOf, parentsFirst, type TreeNode, total } from './kit.ts';

/** Risks as shares all along: equal alphas are equal but for rounding, which is far below 1e-9. */
export const pruningPath = (tree: TreeNode): readonly Entry[] => {
  const nodes = parentsFirst(tree);
  const m = nodes.length;
  const n = total(tree.counts);
  const first = new Int32Array(m); // of the two children; 0 at a leaf
  const parent = new Int32Array(m).fill(-1);
  const own = Float64Array.from(nodes, (node) => errorsOf(node) / n);
  const risk = Float64Array.from(own);
  const leaves = new Int32Array(m).fill(1);
  for (let i = 0, child = 1; i < m; i++) {
    if (nodes[i].kind === 'leaf') continue;
    first[i] = child;
    parent.fill(i, child, child + 2);
    child += 2;
  }
  // The smallest link of each part of the list; the smallest index wins ties.
  const link = new Float64Array(m);
  const width = 2 ** Math.ceil(Math.log2(m));
  const winner = new Int32Array(2 * width).fill(-1);
  const better = (a: number, b: number) => (b < 0 || (a >= 0 && link[a] <= link[b]) ? a : b);
  const play = (i: number) => {
    link[i] = first[i] === 0 ? Infinity : (own[i] - risk[i]) / (leaves[i] - 1);
    winner[width + i] = i;
    for (let at = (i + width) >> 1; at > 0; at >>= 1) winner[at] = better(winner[2 * at], winner[2 * at + 1]);
  };
  for (let i = m - 1; i >= 0; i--) {
    if (first[i] > 0) {
      risk[i] = risk[first[i]] + risk[first[i] + 1];
      leaves[i] = leaves[first[i]] + leaves[first[i] + 1];
    }
    play(i);
  }
  const path: Entry[] = [{ ccpAlpha: 0, nLeaves: leaves[0], risk: risk[0] }];
  let last = -1;
  while (leaves[0] > 1) {
    const i = winner[1];
    const alpha = link[i] < 1e-12 ? 0 : link[i];
    const [lost, gained] = [leaves[i] - 1, own[i] - risk[i]];
    const below = [i];
    for (let next = below.pop(); next !== undefined; next = below.pop()) {
      if (first[next] === 0) continue;
      below.push(first[next], first[next] + 1);
      first[next] = 0;
      play(next);
    }
    for (let up = i; up >= 0; up = parent[up]) {
      leaves[up] -= lost;
      risk[up] += gained;
      play(up);
    }
    if (last < 0 || alpha - last > 1e-12) last = alpha;
    else path.pop();
    path.push({ ccpAlpha: last, nLeaves: leaves[0], risk: risk[0] });
  }
  return Object.freeze(path);
};
