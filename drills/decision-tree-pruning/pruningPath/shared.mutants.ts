import type * as reference from '../../../reference/decision-tree-pruning/index.ts';

export type Path = typeof reference.pruningPath;
export type Entry = ReturnType<Path>[number];
export type TreeNode = Parameters<Path>[0];
export type Counts = TreeNode['counts'];

export const sum = (counts: Counts): number => counts.reduce((a, b) => a + b, 0);
export const missed = (counts: Counts): number => sum(counts) - counts.reduce((a, b) => Math.max(a, b), 0);

/** All nodes, parents before their children. */
export function parentsFirst(tree: TreeNode): TreeNode[] {
  const nodes = [tree];
  for (const node of nodes) if (node.kind === 'split') nodes.push(node.left, node.right);
  return nodes;
}

interface Waiting {
  readonly alpha: number;
  readonly index: number;
  readonly version: number;
}

const before = (a: Waiting, b: Waiting): boolean => a.alpha < b.alpha || (a.alpha === b.alpha && a.index < b.index);

/** A binary heap: the smallest alpha first, the node nearest to the root on ties. */
class Heap {
  readonly #items: Waiting[] = [];

  push(item: Waiting): void {
    const items = this.#items;
    let i = items.push(item) - 1;
    while (i > 0 && before(item, items[(i - 1) >> 1])) {
      items[i] = items[(i - 1) >> 1];
      i = (i - 1) >> 1;
    }
    items[i] = item;
  }

  pop(): Waiting | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return last;
    let i = 0;
    for (let child = 1; child < items.length; child = 2 * i + 1) {
      if (child + 1 < items.length && before(items[child + 1], items[child])) child++;
      if (!before(items[child], last)) break;
      items[i] = items[child];
      i = child;
    }
    items[i] = last;
    return first;
  }
}

/** What is left once a link has become a leaf. */
export interface Step {
  readonly alpha: number;
  readonly leaves: number;
  readonly errors: number;
}

export interface Rules {
  total(tree: TreeNode): number;
  errors(counts: Counts): number;
  /** The effective alpha of a split, in errors. */
  link(own: number, below: number, leaves: number, node: TreeNode): number;
  /** Whether an ancestor so many levels above a new leaf hears of it. */
  hears(above: number): boolean;
  /** Whether the splits below a new leaf are no longer links. */
  forgets: boolean;
  /** The entries of a path, from its first and its single steps. */
  entries(full: Step, steps: Iterable<Step>, n: number): Entry[];
}

export const entryOf = ({ alpha, leaves, errors }: Step, n: number): Entry => ({
  ccpAlpha: alpha / n,
  nLeaves: leaves,
  risk: errors / n,
});

/** The first entry, and one for each alpha: steps at the same alpha are put together. */
export const grouped =
  (same: (a: number, b: number) => boolean, make: (step: Step, n: number) => Entry = entryOf): Rules['entries'] =>
  (full, steps, n) => {
    const entries = [make(full, n)];
    let alpha = -1;
    for (const step of steps) {
      if (same(alpha, step.alpha)) entries[entries.length - 1] = make({ ...step, alpha }, n);
      else {
        entries.push(make(step, n));
        alpha = step.alpha;
      }
    }
    return entries;
  };

export const right: Rules = {
  total: ({ counts }) => sum(counts),
  errors: missed,
  link: (own, below, leaves) => (own - below) / (leaves - 1),
  hears: () => true,
  forgets: true,
  entries: grouped((a, b) => a === b),
};

/** A right solution but for the rules that are replaced. */
export const pathBy =
  (replaced: Partial<Rules>): Path =>
  (tree) => {
    const rules = { ...right, ...replaced };
    const nodes = parentsFirst(tree);
    const indexOf = new Map(nodes.map((node, i) => [node, i]));
    const children = nodes.map((node) =>
      node.kind === 'split' ? [node.left, node.right].map((child) => indexOf.get(child) ?? -1) : [],
    );
    const parent = new Int32Array(nodes.length).fill(-1);
    const own = nodes.map(({ counts }) => rules.errors(counts));
    const below = [...own];
    const leaves = nodes.map(() => 1);
    const version = nodes.map(() => 0);
    const gone = nodes.map(({ kind }) => kind === 'leaf');
    for (let i = nodes.length - 1; i >= 0; i--) {
      if (nodes[i].kind === 'leaf') continue;
      const [l, r] = children[i];
      parent[l] = i;
      parent[r] = i;
      below[i] = below[l] + below[r];
      leaves[i] = leaves[l] + leaves[r];
    }
    const heap = new Heap();
    const wait = (index: number) =>
      heap.push({
        alpha: rules.link(own[index], below[index], leaves[index], nodes[index]),
        index,
        version: version[index],
      });
    for (let i = 0; i < nodes.length; i++) if (nodes[i].kind === 'split') wait(i);

    function* steps(): Generator<Step> {
      for (let next = heap.pop(); next; next = heap.pop()) {
        const { alpha, index } = next;
        if (gone[index] || next.version !== version[index]) continue;
        gone[index] = true;
        if (rules.forgets) forgetBelow(index);
        const lost = leaves[index] - 1;
        const gained = own[index] - below[index];
        for (let up = index, above = 0; up >= 0; up = parent[up], above++) {
          leaves[up] -= lost;
          below[up] += gained;
          if (above === 0 || gone[up] || !rules.hears(above)) continue;
          version[up]++;
          wait(up);
        }
        yield { alpha, leaves: leaves[0], errors: below[0] };
      }
    }

    function forgetBelow(index: number): void {
      const stack = [...children[index]];
      for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
        if (gone[i]) continue;
        gone[i] = true;
        for (const child of children[i]) stack.push(child);
      }
    }

    const full = { alpha: 0, leaves: leaves[0], errors: below[0] };
    return rules.entries(full, steps(), rules.total(tree));
  };
