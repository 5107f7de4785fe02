import { describe, expect, test } from 'vitest';
import {
  bestPruned,
  costComplexityPrune,
  type PathEntry,
  pruningPath,
  type TreeNode,
} from '../../reference/decision-tree-pruning/index.ts';
import { type ExportedTree, readExpected, treeOf } from './expected.ts';

interface Scikit {
  readonly tree: ExportedTree;
  /** From 0, with an entry for each link that collapses. */
  readonly ccpAlphas: readonly number[];
  readonly risks: readonly number[];
  /** Which nodes are splits, in preorder, after pruning at an alpha. */
  readonly pruned: readonly { readonly ccpAlpha: number; readonly isSplit: string }[];
}

interface Rpart {
  /** Training samples of each class, by the number of the node: the children of i are 2i and 2i + 1. */
  readonly counts: Readonly<Record<string, readonly number[]>>;
  /** CP, nsplit, rel error. */
  readonly cptable: readonly (readonly [number, number, number])[];
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9;

/** Which nodes are splits, in preorder. */
function shapeOf(tree: TreeNode): string {
  let shape = '';
  const waiting = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    shape += node.kind === 'split' ? 1 : 0;
    if (node.kind === 'split') waiting.push(node.right, node.left);
  }
  return shape;
}

const leavesOf = (tree: TreeNode): number => [...shapeOf(tree)].filter((digit) => digit === '0').length;

describe.each(Object.entries(readExpected<Record<string, Scikit>>('pruningPath')))('the path of %s', (_, wanted) => {
  const tree = treeOf(wanted.tree);
  const path = pruningPath(tree);

  test('has the alphas and risks of scikit-learn, where equal links make one entry', () => {
    // scikit-learn collapses one link at a time; ours all of one alpha, also the free ones at 0, which follow the full tree.
    const states = wanted.ccpAlphas.map((ccpAlpha, i) => ({ ccpAlpha, risk: wanted.risks[i] }));
    const merged = states.filter(
      ({ ccpAlpha }, i) => i === states.length - 1 || !isNear(ccpAlpha, states[i + 1].ccpAlpha),
    );
    const ours = path.filter(({ ccpAlpha }, i) => i === path.length - 1 || !isNear(ccpAlpha, path[i + 1].ccpAlpha));
    expect(ours).toHaveLength(merged.length);
    ours.forEach(({ ccpAlpha, risk }, i) => {
      expect(isNear(ccpAlpha, merged[i].ccpAlpha)).toBe(true);
      expect(isNear(risk, merged[i].risk)).toBe(true);
    });
  });

  test('has the trees of scikit-learn between its alphas', () => {
    expect(wanted.pruned.length).toBeGreaterThanOrEqual(3);
    for (const { ccpAlpha, isSplit } of wanted.pruned)
      expect(shapeOf(costComplexityPrune(tree, ccpAlpha))).toBe(isSplit);
  });

  test('has the tree of least risk for each of its numbers of leaves', () => {
    for (const { nLeaves, risk } of path.filter((_entry, i) => i % 4 === 1)) {
      const best = bestPruned(tree, nLeaves);
      expect(leavesOf(best)).toBeLessThanOrEqual(nLeaves);
      expect(isNear(pruningPath(best)[0].risk, risk)).toBe(true);
    }
  });
});

/** A tree from its nodes by number; what the splits ask does not matter to the path. */
function treeFromCounts(counts: Rpart['counts'], node = 1): TreeNode {
  const own = counts[node];
  if (!counts[2 * node]) return { kind: 'leaf', value: own.indexOf(Math.max(...own)), counts: own };
  const [left, right] = [treeFromCounts(counts, 2 * node), treeFromCounts(counts, 2 * node + 1)];
  return { kind: 'split', featureIndex: 0, threshold: 0, left, right, counts: own };
}

/** Alphas and risks as rpart writes them: in units of the risk of the root, and the smallest tree first. */
function cptable(path: readonly PathEntry[]): [number, number, number][] {
  const root = path[path.length - 1].risk;
  const rows = path.map(({ ccpAlpha, nLeaves, risk }): [number, number, number] => [
    ccpAlpha / root,
    nLeaves - 1,
    risk / root,
  ]);
  return rows.reverse();
}

/** Rows that say the same to six digits, which is what rpart compares alphas by. */
function expectRows(
  ours: readonly (readonly number[])[],
  theirs: readonly (readonly number[])[],
  digits: number,
): void {
  expect(ours.map((row) => row[1])).toEqual(theirs.map((row) => row[1]));
  ours.forEach((row, i) => {
    for (const j of [0, 2]) expect(row[j]).toBeCloseTo(theirs[i][j], digits);
  });
}

const rpart = readExpected<Record<string, Rpart>>('rpart');

/** The path as a table without the full tree, where free links make a second entry: rpart grows with cp = 0, and has none. */
function tableOf({ counts }: Rpart): [number, number, number][] {
  const path = pruningPath(treeFromCounts(counts));
  const [full, second] = path;
  return cptable(second?.ccpAlpha === 0 && second.nLeaves < full.nLeaves ? path.slice(1) : path);
}

test("the cptable of wine is rpart's", () => {
  expectRows(tableOf(rpart.wine), rpart.wine.cptable, 9);
});

describe.each(Object.entries(rpart))('the cptable of %s', (_, tree) => {
  // While it grows, rpart asks of each split only whether a whole side collapses before it, and not whether parts of the side do.
  // So where links are nested it may miss trees of the path, or date them too early; ours cost less there, and nowhere more.
  const ours = tableOf(tree);
  const costAt = (cp: number): number => Math.min(...ours.map(([, nSplits, error]) => error + cp * nSplits));

  test("costs no more than rpart's at any of its CP", () => {
    for (const [cp, nSplits, error] of tree.cptable)
      expect(costAt(cp)).toBeLessThanOrEqual(error + cp * nSplits + 1e-12);
  });

  test("has most of rpart's trees", () => {
    const mine = new Set(ours.map(([, nSplits, error]) => `${nSplits} ${error.toFixed(9)}`));
    const shared = tree.cptable.filter(([, nSplits, error]) => mine.has(`${nSplits} ${error.toFixed(9)}`));
    expect(shared.length).toBeGreaterThanOrEqual(0.75 * tree.cptable.length);
  });
});

test("the published cptable of kyphosis is ours on rpart's published tree", () => {
  // Therneau and Atkinson, "An introduction to recursive partitioning using the RPART routines" and example(rpart): the tree as
  // it is printed there, node: (absent, present). The data itself is not needed, and not shipped.
  const counts = {
    1: [64, 17],
    2: [56, 6],
    3: [8, 11],
    4: [29, 0],
    5: [27, 6],
    10: [12, 0],
    11: [15, 6],
    22: [12, 2],
    23: [3, 4],
  };
  const published = [
    [0.176471, 0, 1],
    [0.019608, 1, 0.82353],
    [0, 4, 0.76471], // printed as 0.010000, the cp at which growing stopped
  ];
  expectRows(cptable(pruningPath(treeFromCounts(counts))), published, 5);
});
