// a tree of vantage points with square roots, in a class; what is handed around is its number
import { Best, checkQuery, checkRows, compare, type Row, type Rows } from './kit.ts';

type Vantage = {
  readonly index: number;
  readonly radius: number;
  readonly inside?: Vantage | undefined;
  readonly outside?: Vantage | undefined;
};

const euclidean = (a: Row, b: Row): number => Math.hypot(...a.map((value, f) => value - b[f]));
/** More than distances are ever off by rounding, as a part of what they are. */
const SLACK = 1e-12;

class VantageTree {
  readonly #X: Rows;
  readonly #root: Vantage | undefined;

  constructor(X: Rows) {
    checkRows(X);
    this.#X = X.map((row) => Object.freeze([...row]));
    this.#root = this.#grow([...X.keys()]);
  }

  #grow([index, ...others]: number[]): Vantage | undefined {
    if (index === undefined) return undefined;
    const far = others.map((i) => [euclidean(this.#X[i], this.#X[index]), i] as const).sort(compare);
    const middle = far.length >> 1;
    const [inside, outside] = [far.slice(0, middle), far.slice(middle)].map((side) =>
      this.#grow(side.map(([, i]) => i)),
    );
    return { index, radius: far[middle]?.[0] ?? 0, inside, outside };
  }

  nearest(query: Row, k: number): number[] {
    checkQuery(this.#X.length, this.#X[0].length, query, k);
    const best = new Best(k);
    const visit = (node: Vantage | undefined): void => {
      if (!node) return;
      const distance = euclidean(this.#X[node.index], query);
      best.add([distance, node.index]);
      const slack = SLACK * (distance + node.radius);
      const gap = distance - node.radius;
      const [near, far] = gap <= 0 ? [node.inside, node.outside] : [node.outside, node.inside];
      visit(near);
      if (Math.abs(gap) <= best.bound + slack) visit(far);
    };
    visit(this.#root);
    return best.indices;
  }
}

const trees = new Map<number, VantageTree>();

export function buildKdTree(X: Rows): number {
  trees.set(trees.size, new VantageTree(X));
  return trees.size - 1;
}
export function queryKdTree(tree: number, query: Row, k: number): number[] {
  return trees.get(tree)?.nearest(query, k) ?? [];
}
