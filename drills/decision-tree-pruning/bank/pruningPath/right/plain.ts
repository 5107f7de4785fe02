// plain: each split knows the weakest link below it, and a cut brings its ancestors up to date
type Counts = readonly number[];
type Leaf = { readonly kind: 'leaf'; readonly counts: Counts };
type Split = { readonly kind: 'split'; readonly counts: Counts; readonly left: TreeNode; readonly right: TreeNode };
type TreeNode = Leaf | Split;
type Entry = { readonly ccpAlpha: number; readonly nLeaves: number; readonly risk: number };

/** A node of the tree as it is cut. */
interface Site {
  readonly node: TreeNode;
  readonly parent: Site | undefined;
  children: Site[];
  /** Errors as a leaf. */
  readonly own: number;
  errors: number;
  leaves: number;
  /** Errors gained for each leaf lost, when this becomes a leaf. */
  link: number;
  /** The smallest link of the subtree. */
  weakest: number;
}

export function pruningPath(tree: TreeNode): readonly Entry[] {
  const sites = sitesOf(tree);
  const [root] = sites;
  const nSamples = total(tree.counts);
  const path = [entryOf(0, root, nSamples)];
  while (root.leaves > 1) {
    const alpha = root.weakest;
    while (root.weakest <= alpha) collapse(weakestIn(root));
    path.push(entryOf(alpha, root, nSamples));
  }
  return path;
}

function entryOf(alpha: number, { leaves, errors }: Site, nSamples: number): Entry {
  return { ccpAlpha: alpha / nSamples, nLeaves: leaves, risk: errors / nSamples };
}

/** The sites of all nodes, parents before their children. */
function sitesOf(tree: TreeNode): Site[] {
  const sites = [siteAt(tree, undefined)];
  for (const site of sites) {
    const { node } = site;
    if (node.kind === 'split') site.children = [siteAt(node.left, site), siteAt(node.right, site)];
    sites.push(...site.children);
  }
  for (const site of sites.toReversed()) update(site);
  return sites;
}

function siteAt(node: TreeNode, parent: Site | undefined): Site {
  const own = errorsOf(node.counts);
  return { node, parent, children: [], own, errors: own, leaves: 1, link: Infinity, weakest: Infinity };
}

function update(site: Site): void {
  const [left, right] = site.children;
  if (site.children.length === 0) return;
  site.errors = left.errors + right.errors;
  site.leaves = left.leaves + right.leaves;
  site.link = linkOf(site);
  site.weakest = Math.min(site.link, left.weakest, right.weakest);
}

function linkOf({ own, errors, leaves }: Site): number {
  return (own - errors) / (leaves - 1);
}

function weakestIn(root: Site): Site {
  let site = root;
  while (site.link > root.weakest) site = site.children.find(({ weakest }) => weakest <= root.weakest) as Site;
  return site;
}

function collapse(site: Site): void {
  site.children = [];
  site.errors = site.own;
  site.leaves = 1;
  site.link = Infinity;
  site.weakest = Infinity;
  for (let up = site.parent; up; up = up.parent) update(up);
}

const total = (counts: Counts): number => counts.reduce((a, b) => a + b, 0);

/** Training samples that a leaf with these counts misclassifies. */
const errorsOf = (counts: Counts): number => total(counts) - counts.reduce((a, b) => Math.max(a, b));
