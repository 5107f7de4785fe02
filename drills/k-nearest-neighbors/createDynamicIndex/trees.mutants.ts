import { type Found, type Row, right } from './shared.mutants.ts';

/** A row with its id; it may have been removed since. */
export interface Entry {
  readonly id: number;
  readonly row: Row;
  isGone: boolean;
}

/** A kd-tree of objects. */
export interface Node {
  readonly entry: Entry;
  readonly axis: number;
  left: Node | undefined;
  right: Node | undefined;
}

/** A balanced tree: a median on top of each part. */
export function treeOf(entries: readonly Entry[], axis: number, nFeatures: number): Node | undefined {
  if (entries.length === 0) return undefined;
  const sorted = [...entries].sort((a, b) => a.row[axis] - b.row[axis]);
  const middle = sorted.length >> 1;
  const next = (axis + 1) % nFeatures;
  return {
    entry: sorted[middle],
    axis,
    left: treeOf(sorted.slice(0, middle), next, nFeatures),
    right: treeOf(sorted.slice(middle + 1), next, nFeatures),
  };
}

/** Takes the rows of a tree among the k nearest so far, which are in order. */
export function search(tree: Node | undefined, query: Row, k: number, best: Found[]): void {
  const open: { node: Node; least: number }[] = tree ? [{ node: tree, least: 0 }] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, least } = next;
    if (best.length === k && least > best[k - 1].far) continue;
    const { entry, axis } = node;
    if (!entry.isGone) take(best, k, { id: entry.id, far: right.distance(entry.row, query) });
    const gap = query[axis] - entry.row[axis];
    const [near, far] = gap <= 0 ? [node.left, node.right] : [node.right, node.left];
    if (far) open.push({ node: far, least: Math.max(least, gap * gap) });
    if (near) open.push({ node: near, least });
  }
}

function take(best: Found[], k: number, found: Found): void {
  let place = best.length;
  while (place > 0 && (best[place - 1].far - found.far || best[place - 1].id - found.id) > 0) place--;
  if (place === k) return;
  best.splice(place, 0, found);
  if (best.length > k) best.pop();
}
