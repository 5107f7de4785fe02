// as somebody answers who has read the question

type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly counts: readonly number[] };
type Children = { readonly left: TreeNode; readonly right: TreeNode };
type Split = Children & {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly counts: readonly number[];
};
type TreeNode = Leaf | Split;
const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
const missed = (counts: readonly number[]): number => total(counts) - Math.max(...counts);

type Entry = { readonly ccpAlpha: number; readonly nLeaves: number; readonly risk: number };
type Link = { readonly alpha: number; readonly errors: number; readonly lost: number };

/** The links of a subtree that go before it does, by alpha. */
function linksOf(node: TreeNode): {
  readonly links: readonly Link[];
  readonly nLeaves: number;
  readonly errors: number;
} {
  if (node.kind === 'leaf') return { links: [], nLeaves: 1, errors: missed(node.counts) };
  const left = linksOf(node.left);
  const right = linksOf(node.right);
  const nLeaves = left.nLeaves + right.nLeaves;
  const errors = left.errors + right.errors;
  const links = [...left.links, ...right.links].sort((a, b) => a.alpha - b.alpha);
  let n = nLeaves;
  let e = errors;
  let i = 0;
  const alphaNow = (): number => (missed(node.counts) - e) / (n - 1);
  while (i < links.length && links[i].alpha <= alphaNow()) {
    n -= links[i].lost;
    e += links[i].errors;
    i++;
  }
  const own = { alpha: alphaNow(), errors: missed(node.counts) - e, lost: n - 1 };
  return { links: [...links.slice(0, i), own], nLeaves, errors };
}

export function pruningPath(tree: TreeNode): readonly Entry[] {
  const nSamples = total(tree.counts);
  const { links, nLeaves, errors } = linksOf(tree);
  const path = [{ ccpAlpha: 0, nLeaves, risk: errors / nSamples }];
  let n = nLeaves;
  let e = errors;
  links.forEach(({ alpha, errors, lost }, i) => {
    n -= lost;
    e += errors;
    if (links[i + 1]?.alpha === alpha) return;
    path.push({ ccpAlpha: alpha / nSamples, nLeaves: n, risk: e / nSamples });
  });
  return path;
}
