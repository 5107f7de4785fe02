// level by level, nodes of a class with getters, more fields and a private parent
import { check, checkLimits, midpoint, type Options, type Row, type Rows, type TreeNode, tally } from './kit.ts';

class Grown {
  #split: { featureIndex: number; threshold: number; left: Grown; right: Grown } | undefined;
  readonly #rows: Row;
  readonly #parent: Grown | null;
  readonly counts: ReadonlyMap<number, number>;

  constructor(rows: Row, y: Row, parent: Grown | null) {
    this.#rows = rows;
    this.#parent = parent;
    this.counts = tally(rows.map((row) => y[row]));
  }

  get depth(): number {
    return this.#parent === null ? 0 : this.#parent.depth + 1;
  }
  get kind(): 'leaf' | 'split' {
    return this.#split ? 'split' : 'leaf';
  }
  get value(): number {
    return [...this.counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))[0];
  }
  get featureIndex(): number | undefined {
    return this.#split?.featureIndex;
  }
  get threshold(): number | undefined {
    return this.#split?.threshold;
  }
  get left(): Grown | undefined {
    return this.#split?.left;
  }
  get right(): Grown | undefined {
    return this.#split?.right;
  }

  /** Splits this node, and gives its children. */
  grow(X: Rows, y: Row, minSamplesLeaf: number): Grown[] {
    const n = this.#rows.length;
    let best = -1;
    for (let f = 0; f < X[0].length && this.counts.size > 1; f++) {
      const order = [...this.#rows].sort((i, j) => X[i][f] - X[j][f]);
      const rights = new Map(this.counts);
      const lefts = new Map<number, number>();
      let [left, right] = [0, [...rights.values()].reduce((sum, count) => sum + count ** 2, 0)];
      let cut = 0;
      order.forEach((row, k) => {
        const score = left / k + right / (n - k);
        const isCut = k >= minSamplesLeaf && n - k >= minSamplesLeaf && X[order[k - 1]][f] < X[row][f];
        if (isCut && score > best) [best, cut] = [score, k];
        const [inside, outside] = [lefts.get(y[row]) ?? 0, rights.get(y[row]) ?? 0];
        left += 2 * inside + 1;
        right -= 2 * outside - 1;
        lefts.set(y[row], inside + 1);
        rights.set(y[row], outside - 1);
      });
      if (cut === 0) continue;
      const threshold = midpoint(X[order[cut - 1]][f], X[order[cut]][f]);
      const child = (...ends: number[]) => new Grown(order.slice(...ends), y, this);
      this.#split = { featureIndex: f, threshold, left: child(0, cut), right: child(cut) };
    }
    return this.#split ? [this.#split.left, this.#split.right] : [];
  }
}

export function fitTree(X: Rows, y: Row, { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {}): TreeNode {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);
  const root = new Grown([...X.keys()], y, null);
  let level = [root];
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++)
    level = level.flatMap((node) => node.grow(X, y, minSamplesLeaf));
  return root as unknown as TreeNode;
}
