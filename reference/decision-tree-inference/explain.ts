import type { TreeNode } from './tree.ts';
import { requireBackground, requireFeature } from './validate.ts';

/**
 * Shapley values (nFeatures): what each feature of the row x adds to the prediction, compared with a background (nBackground,
 * nFeatures). They add up to the prediction for x minus the mean prediction for the background. Shapley 1953; for trees
 * Lundberg et al. 2020, "From local explanations to global understanding", Methods, interventional feature perturbation.
 *
 * Features join one by one, in any order, and join means: take its value from x instead of from a background row. The value
 * of a feature is the mean change of the prediction when it joins, over all orders and background rows.
 *
 * Time: O(nBackground x nNodes), where going through all sets of features takes 2^nFeatures: a leaf is reached by those mixes
 * of x and a background row that take some features from the one and some from the other, and do not care about the rest, so
 * all orders can be counted at once. Space: O(nFeatures).
 *
 * @throws RangeError for an empty background, for rows not as long as x, and when a split that x, a background row or a mix of
 * them visits reads NaN, or past the end of x.
 * @example
 * ```ts
 * const [left, right] = [10, 20].map((value) => ({ kind: 'leaf', value }));
 * const tree = { kind: 'split', featureIndex: 0, threshold: 2, left, right };
 * explain(tree, [3, 0], [[1, 0]]); // => [10, 0]
 * ```
 */
export function explain(
  tree: TreeNode,
  x: readonly number[],
  background: readonly (readonly number[])[],
): Float64Array {
  requireBackground(background, x.length);
  const values = new Float64Array(x.length);
  for (const row of background) {
    const game: Game = { x, row, takenFrom: x.map(() => undefined), values };
    explainBelow(tree, game, { fromX: 0, fromRow: 0, weight: 1 });
  }
  return values.map((value) => value / background.length);
}

/** One background row against x. */
interface Game {
  readonly x: readonly number[];
  readonly row: readonly number[];
  /** For each feature (nFeatures) where it is taken from on the way to the node under way; undefined where nobody cares. */
  readonly takenFrom: ('x' | 'row' | undefined)[];
  /** Sums of the values so far. */
  readonly values: Float64Array;
}

/** The features that are taken from x and from the row on the way to a node. */
interface Taken {
  readonly fromX: number;
  readonly fromRow: number;
  /** How many orders have those before these: 1 / binomial(fromX + fromRow, fromX), kept up to date without factorials. */
  readonly weight: number;
}

const takeX = ({ fromX, fromRow, weight }: Taken): Taken => ({
  fromX: fromX + 1,
  fromRow,
  weight: (weight * (fromX + 1)) / (fromX + fromRow + 1),
});

const takeRow = ({ fromX, fromRow, weight }: Taken): Taken => ({
  fromX,
  fromRow: fromRow + 1,
  weight: (weight * (fromRow + 1)) / (fromX + fromRow + 1),
});

/** What the leaves below a node give to each feature taken from x, and take from each feature taken from the row. */
interface Share {
  readonly given: number;
  readonly taken: number;
}

/** Adds the values of the features that are decided on below a node. As deep a recursion as x has features. */
function explainBelow(tree: TreeNode, game: Game, taken: Taken): Share {
  const node = walk(tree, game);
  if (node.kind === 'leaf') return shareOf(node.value, taken);
  const { featureIndex: j } = node;
  const [byX, byRow] = goesLeft(node, game.x) ? [node.left, node.right] : [node.right, node.left];
  game.takenFrom[j] = 'x';
  const ofX = explainBelow(byX, game, takeX(taken));
  game.takenFrom[j] = 'row';
  const ofRow = explainBelow(byRow, game, takeRow(taken));
  game.takenFrom[j] = undefined;
  game.values[j] += ofX.given - ofRow.taken;
  return { given: ofX.given + ofRow.given, taken: ofX.taken + ofRow.taken };
}

/**
 * Such a leaf counts for the sets with all of the a features from x and none of the b from the row. One of the a completes the
 * set in (a - 1)! b! of (a + b)! orders, and one of the b ends it in a! (b - 1)!.
 */
const shareOf = (value: number, { fromX, fromRow, weight }: Taken): Share => ({
  given: fromX === 0 ? 0 : (value * weight) / fromX,
  taken: fromRow === 0 ? 0 : (value * weight) / fromRow,
});

/** The next node where x and the row part on a feature that is not yet decided on, or the leaf that all mixes reach. */
function walk(tree: TreeNode, { x, row, takenFrom }: Game): TreeNode {
  let node = tree;
  while (node.kind === 'split') {
    requireFeature(x, node.featureIndex);
    requireFeature(row, node.featureIndex);
    const from = takenFrom[node.featureIndex];
    if (from === undefined && goesLeft(node, x) !== goesLeft(node, row)) return node;
    node = goesLeft(node, from === 'row' ? row : x) ? node.left : node.right;
  }
  return node;
}

const goesLeft = ({ featureIndex, threshold }: { featureIndex: number; threshold: number }, x: readonly number[]) =>
  x[featureIndex] <= threshold;
