import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { type Entry, missed, type Path, parentsFirst, sum, type TreeNode } from './shared.mutants.ts';

interface Node {
  readonly own: number;
  readonly parent: Node | undefined;
  children: Node[];
  errors: number;
  leaves: number;
}

/** A copy to cut, its nodes parents first. */
function copyOf(tree: TreeNode): Node[] {
  const copies = new Map<TreeNode, Node>();
  const parents = new Map<TreeNode, Node>();
  for (const node of parentsFirst(tree)) {
    const own = missed(node.counts);
    const parent = parents.get(node);
    const copy = { own, parent, children: [], errors: own, leaves: 1 };
    parent?.children.push(copy);
    copies.set(node, copy);
    if (node.kind === 'split') {
      parents.set(node.left, copy);
      parents.set(node.right, copy);
    }
  }
  const nodes = [...copies.values()];
  for (const node of [...nodes].reverse()) recount(node);
  return nodes;
}

function recount(node: Node): void {
  if (node.children.length === 0) return;
  const [left, right] = node.children;
  node.errors = left.errors + right.errors;
  node.leaves = left.leaves + right.leaves;
}

function cut(node: Node): void {
  node.children = [];
  node.errors = node.own;
  node.leaves = 1;
}

function climb(node: Node): void {
  for (let up = node.parent; up; up = up.parent) recount(up);
}

const linkOf = ({ own, errors, leaves }: Node): number => (own - errors) / (leaves - 1);

const isSplit = ({ children }: Node): boolean => children.length > 0;

function leftOf(root: Node): Node[] {
  const nodes = [root];
  for (const node of nodes) nodes.push(...node.children);
  return nodes;
}

/** The path, with a way to find the next link and to cut it. */
const pathOf =
  (start: (nodes: Node[]) => () => Node): Path =>
  (tree) => {
    const nodes = copyOf(tree);
    const [root] = nodes;
    const n = sum(tree.counts);
    const entry = (alpha: number): Entry => ({ ccpAlpha: alpha / n, nLeaves: root.leaves, risk: root.errors / n });
    const entries = [entry(0)];
    const next = start(nodes);
    let last = -1;
    while (isSplit(root)) {
      const link = next();
      const alpha = linkOf(link);
      cut(link);
      climb(link);
      if (alpha === last) entries.pop();
      last = alpha;
      entries.push(entry(alpha));
    }
    return entries;
  };

const weaker = (a: Node, b: Node): Node => (linkOf(b) < linkOf(a) ? b : a);

const walking = pathOf(
  ([root]) =>
    () =>
      leftOf(root).filter(isSplit).reduce(weaker),
);

const sorting = pathOf((nodes) => {
  let links = nodes.filter(isSplit);
  return () => {
    const alive = new Set(leftOf(nodes[0]));
    links = links.filter((link) => isSplit(link) && alive.has(link)).sort((a, b) => linkOf(a) - linkOf(b));
    return links[0];
  };
});

const inArray = pathOf((nodes) => {
  const links = nodes.map((node) => ({ node, out: !isSplit(node) }));
  const at = new Map(links.map((link) => [link.node, link]));
  return () => {
    let best = links[0];
    for (const link of links) if (!link.out && linkOf(link.node) < linkOf(best.node)) best = link;
    for (const node of leftOf(best.node)) (at.get(node) ?? best).out = true;
    return best.node;
  };
});

/** Counts the leaves and errors of each ancestor of a new leaf by a walk through its subtree. */
const recounting: Path = (tree) => {
  const nodes = copyOf(tree);
  const [root] = nodes;
  const n = sum(tree.counts);
  const entries: Entry[] = [{ ccpAlpha: 0, nLeaves: root.leaves, risk: root.errors / n }];
  const smallest = new Map<Node, Node | undefined>();
  const choose = (node: Node) => {
    const below = node.children.map((child) => smallest.get(child)).filter((child) => child !== undefined);
    smallest.set(node, isSplit(node) ? [node, ...below].reduce(weaker) : undefined);
  };
  for (const node of [...nodes].reverse()) choose(node);
  let last = -1;
  for (let link = smallest.get(root); link; link = smallest.get(root)) {
    const alpha = linkOf(link);
    cut(link);
    choose(link);
    for (let up = link.parent; up; up = up.parent) {
      const leaves = leftOf(up).filter((node) => !isSplit(node));
      up.leaves = leaves.length;
      up.errors = leaves.reduce((errors, { own }) => errors + own, 0);
      choose(up);
    }
    if (alpha === last) entries.pop();
    last = alpha;
    entries.push({ ccpAlpha: alpha / n, nLeaves: root.leaves, risk: root.errors / n });
  }
  return entries;
};

/** Prunes the whole tree for one alpha after the other: where the lines of two trees cross lies the next. */
const crossing: Path = (tree) => {
  const n = sum(tree.counts);
  const nodes = copyOf(tree);
  const [root] = nodes;
  const entries: Entry[] = [{ ccpAlpha: 0, nLeaves: root.leaves, risk: root.errors / n }];
  const prune = (price: number) => {
    const best = new Map<Node, { errors: number; leaves: number }>();
    for (const node of [...nodes].reverse()) {
      const [left, right] = node.children.map((child) => best.get(child));
      const alone = { errors: node.own, leaves: 1 };
      if (!left || !right) best.set(node, alone);
      else {
        const both = { errors: left.errors + right.errors, leaves: left.leaves + right.leaves };
        best.set(node, (node.own - both.errors) / (both.leaves - 1) <= price ? alone : both);
      }
    }
    return best.get(root) as { errors: number; leaves: number };
  };
  const between = (from: { errors: number; leaves: number }, to: { errors: number; leaves: number }): void => {
    const stack = [{ from, to }];
    for (let range = stack.pop(); range; range = stack.pop()) {
      const { from, to } = range;
      if (from.leaves === to.leaves) continue;
      const price = (to.errors - from.errors) / (from.leaves - to.leaves);
      const middle = prune(price);
      if (middle.leaves === to.leaves) {
        const early = prune(price * (1 - 1e-12));
        if (early.leaves < from.leaves) {
          stack.push({ from: early, to }, { from, to: early });
          continue;
        }
        entries.push({ ccpAlpha: price / n, nLeaves: to.leaves, risk: to.errors / n });
      } else stack.push({ from: middle, to }, { from, to: middle });
    }
  };
  const start = prune(0);
  if (start.leaves < root.leaves) entries.push({ ccpAlpha: 0, nLeaves: start.leaves, risk: start.errors / n });
  between(start, { errors: root.own, leaves: 1 });
  return entries;
};

const says: [string, Path][] = [
  ['walks through all that is left of the tree for the next link', walking],
  ['sorts the links anew for each new leaf', sorting],
  ['keeps links in a plain array and looks through it for the smallest', inArray],
  ['counts leaves and errors of each ancestor of a new leaf by walking through what is below it', recounting],
  ['prunes the whole tree anew for each alpha where the costs of two trees cross', crossing],
];

export const slow: Mutant<typeof reference>[] = says.map(([says, pruningPath]) => ({
  says,
  dies: 'grows with nNodes no faster than it must, on a balanced tree with an alpha for each split',
  solution: { pruningPath },
}));
