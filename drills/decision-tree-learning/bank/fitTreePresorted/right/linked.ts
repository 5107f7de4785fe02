// linked lists and generators, counts under string keys
import {
  check,
  checkLimits,
  midpoint,
  type Options,
  type Question,
  type Row,
  type Rows,
  type TreeNode,
} from './kit.ts';

interface Link {
  readonly row: number;
  readonly value: number;
  next: Link | null;
}

const chain = (links: Iterable<Link>): Link | null => {
  let first: Link | null = null;
  let last: Link | null = null;
  for (const link of links) {
    if (last) last.next = link;
    else first = link;
    last = link;
    link.next = null;
  }
  return first;
};

function* along(first: Link | null): Generator<Link> {
  for (let link = first; link; ) {
    const next: Link | null = link.next;
    yield link;
    link = next;
  }
}

export const fitTreePresorted = (
  X: Rows,
  y: Row,
  { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {},
): TreeNode => {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);
  const grow = (firsts: readonly (Link | null)[], depth: number): TreeNode => {
    const counts: Record<string, number> = Object.create(null);
    for (const { row } of along(firsts[0])) counts[y[row]] = (counts[y[row]] ?? 0) + 1;
    const tally = Object.entries(counts);
    const n = tally.reduce((sum, [, count]) => sum + count, 0);
    const [value] = tally.reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && +b[0] < +a[0]) ? b : a));
    if (tally.length === 1 || depth === maxDepth) return { kind: 'leaf', value: +value };
    let best: (Question & { purity: number }) | null = null;
    for (const [featureIndex, first] of firsts.entries()) {
      const rest: Record<string, number> = Object.assign(Object.create(null), counts);
      let [k, left, right] = [0, 0, tally.reduce((sum, [, count]) => sum + count * count, 0)];
      for (const { row, value, next } of along(first)) {
        const outside = rest[y[row]]--;
        right -= 2 * outside - 1;
        left += 2 * (counts[y[row]] - outside) + 1;
        k++;
        if (!next || next.value === value || k < minSamplesLeaf || n - k < minSamplesLeaf) continue;
        const purity = left / k + right / (n - k);
        if (!best || purity > best.purity) best = { purity, featureIndex, threshold: midpoint(value, next.value) };
      }
    }
    if (!best) return { kind: 'leaf', value: +value };
    const { featureIndex, threshold } = best;
    const halves = firsts.map((first) => {
      const parts: [Link[], Link[]] = [[], []];
      for (const link of along(first)) parts[X[link.row][featureIndex] <= threshold ? 0 : 1].push(link);
      return parts.map(chain);
    });
    const child = (side: 0 | 1) =>
      grow(
        halves.map((half) => half[side]),
        depth + 1,
      );
    return { kind: 'split', featureIndex, threshold, left: child(0), right: child(1) };
  };
  const links = X[0].map((_, f) => X.map((x, row): Link => ({ row, value: x[f], next: null })));
  return grow(
    links.map((unsorted) => chain(unsorted.sort((p, q) => p.value - q.value))),
    0,
  );
};
