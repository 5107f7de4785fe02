// plain: the least errors of each node with 1, 2, ... leaves, and then a share of the leaves for each
type Counts = readonly number[];
type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly counts: Counts };
type Children = { readonly left: TreeNode; readonly right: TreeNode };
type Test = { readonly featureIndex: number; readonly threshold: number };
type Split = { readonly kind: 'split'; readonly counts: Counts } & Test & Children;
type TreeNode = Leaf | Split;

interface Site {
  readonly node: TreeNode;
  readonly children: Site[];
  /** The least errors with 1, 2, ... leaves. */
  table: number[];
  /** Its share of the leaves; 0 below what becomes a leaf. */
  leaves: number;
  pruned: TreeNode;
}

export function bestPruned(tree: TreeNode, maxLeaves: number): TreeNode {
  check(maxLeaves);
  const sites = sitesOf(tree);
  const most = Math.min(maxLeaves, (sites.length + 1) / 2);
  for (const site of sites.toReversed()) site.table = tableOf(site, most);
  sites[0].leaves = sizeOf(sites[0].table);
  for (const site of sites) shareOut(site);
  for (const site of sites.toReversed()) build(site);
  return sites[0].pruned;
}

function check(maxLeaves: number): void {
  if (!Number.isInteger(maxLeaves)) throw new RangeError('maxLeaves is no integer');
  if (maxLeaves < 1) throw new RangeError('maxLeaves is less than 1');
}

/** The sites of all nodes, parents before their children. */
function sitesOf(tree: TreeNode): Site[] {
  const sites = [siteAt(tree)];
  for (const { node, children } of sites) {
    if (node.kind === 'split') children.push(siteAt(node.left), siteAt(node.right));
    sites.push(...children);
  }
  return sites;
}

const siteAt = (node: TreeNode): Site => ({ node, children: [], table: [], leaves: 0, pruned: node });

function tableOf({ node, children }: Site, most: number): number[] {
  const own = errorsOf(node.counts);
  if (children.length === 0) return [own];
  const [left, right] = children.map(({ table }) => table);
  return combined(own, left, right, most);
}

/** The table of a split from those of its children, for no more than so many leaves. */
function combined(own: number, left: readonly number[], right: readonly number[], most: number): number[] {
  const table = new Array<number>(Math.min(most, left.length + right.length)).fill(Infinity);
  table[0] = own;
  for (let a = 1; a <= left.length; a++) {
    const end = Math.min(right.length, table.length - a);
    for (let b = 1; b <= end; b++) table[a + b - 1] = Math.min(table[a + b - 1], left[a - 1] + right[b - 1]);
  }
  return table;
}

/** How many leaves the answer has; more never make more errors. */
const sizeOf = (table: readonly number[]): number => table.length;

function shareOut({ leaves, children }: Site): void {
  if (leaves < 2) return;
  const [left, right] = children;
  left.leaves = leftShare(leaves, left.table, right.table);
  right.leaves = leaves - left.leaves;
}

/** How many of so many leaves go to the left child. */
function leftShare(leaves: number, left: readonly number[], right: readonly number[]): number {
  const first = Math.max(1, leaves - right.length);
  const last = Math.min(left.length, leaves - 1);
  let best = first;
  for (let a = first; a <= last; a++)
    if (left[a - 1] + right[leaves - a - 1] < left[best - 1] + right[leaves - best - 1]) best = a;
  return best;
}

function build(site: Site): void {
  const { node, leaves, children } = site;
  const [left, right] = children;
  if (node.kind === 'leaf' || leaves === 0) return;
  site.pruned = leaves === 1 ? leafOf(node) : withChildren(node, left.pruned, right.pruned);
}

const total = (counts: Counts): number => counts.reduce((a, b) => a + b, 0);

const largest = (counts: Counts): number => counts.reduce((a, b) => Math.max(a, b));

/** Training samples that a leaf with these counts misclassifies. */
const errorsOf = (counts: Counts): number => total(counts) - largest(counts);

function leafOf({ counts }: Split): Leaf {
  return { kind: 'leaf', value: counts.indexOf(largest(counts)), counts };
}

function withChildren(split: Split, left: TreeNode, right: TreeNode): Split {
  return { ...split, left, right };
}
