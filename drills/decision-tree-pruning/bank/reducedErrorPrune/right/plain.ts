// plain: one function for each step, rows sent down, and each split settled after its children
type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly counts: readonly number[] };
type Test = { readonly featureIndex: number; readonly threshold: number };
type Split = Test & { readonly kind: 'split'; readonly counts: readonly number[] } & Children;
type Children = { readonly left: TreeNode; readonly right: TreeNode };
type TreeNode = Leaf | Split;
type Rows = readonly (readonly number[])[];
type Sample = { readonly x: readonly number[]; readonly label: number };

/** A node with the samples that reach it. */
interface Site {
  readonly node: TreeNode;
  readonly samples: readonly Sample[];
  readonly depth: number;
  children: Site[];
  /** Errors of the node as pruned. */
  errors: number;
  pruned: TreeNode;
}

export function reducedErrorPrune(tree: TreeNode, X: Rows, y: readonly number[]): TreeNode {
  check(X, y);
  const samples = X.map((x, i) => ({ x, label: y[i] }));
  const sites = sitesOf(tree, samples);
  for (const site of sites.toReversed()) settle(site);
  return sites[0].pruned;
}

function check(X: Rows, y: readonly number[]): void {
  if (X.length === 0) throw new RangeError('no rows');
  const nFeatures = X[0].length;
  if (nFeatures === 0) throw new RangeError('no features');
  if (X.some((x) => x.length !== nFeatures)) throw new RangeError('ragged rows');
  if (X.some((x) => !x.every(Number.isFinite))) throw new RangeError('a coordinate that is not finite');
  if (!y.every(Number.isFinite)) throw new RangeError('a label that is not finite');
  if (y.length !== X.length) throw new RangeError('not one label a row');
}

function siteAt(node: TreeNode, samples: readonly Sample[], depth: number): Site {
  return { node, samples, depth, children: [], errors: 0, pruned: node };
}

/** The sites of all nodes, parents before their children. */
function sitesOf(tree: TreeNode, samples: readonly Sample[]): Site[] {
  const sites = [siteAt(tree, samples, 0)];
  for (const { node, samples, depth, children } of sites) {
    if (node.kind === 'leaf') continue;
    const [left, right] = divide(node, samples);
    children.push(siteAt(node.left, left, depth + 1), siteAt(node.right, right, depth + 1));
    sites.push(...children);
  }
  return sites;
}

function divide(split: Split, samples: readonly Sample[]): [Sample[], Sample[]] {
  const left: Sample[] = [];
  const right: Sample[] = [];
  for (const sample of samples) {
    requireFeature(split, sample.x);
    (goesLeft(split, sample.x) ? left : right).push(sample);
  }
  return [left, right];
}

function requireFeature({ featureIndex }: Test, x: readonly number[]): void {
  if (featureIndex >= x.length) throw new RangeError('no such feature');
}

function goesLeft({ featureIndex, threshold }: Test, x: readonly number[]): boolean {
  return x[featureIndex] <= threshold;
}

function majority(counts: readonly number[]): number {
  let best = 0;
  for (let c = 1; c < counts.length; c++) if (counts[c] > counts[best]) best = c;
  return best;
}

/** Decides a node whose children are decided. */
function settle(site: Site): void {
  const { node, samples, children } = site;
  const value = node.kind === 'leaf' ? node.value : majority(node.counts);
  const own = samples.filter(({ label }) => label !== value).length;
  site.errors = own;
  if (node.kind === 'leaf') return;
  const [left, right] = children;
  const below = left.errors + right.errors;
  if (own <= below) {
    site.pruned = { kind: 'leaf', value, counts: node.counts };
    return;
  }
  site.errors = below;
  site.pruned = { ...node, left: left.pruned, right: right.pruned };
}
