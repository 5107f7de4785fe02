// a class for the row, in a typed array with the holes listed first, sets of categories, an error class of its own
import type { Inner, Row, Side, Tree } from './kit.ts';

class ForeignRowError extends RangeError {}

class Sample {
  readonly #numbers: Float64Array;
  readonly #holes = new Set<number>();

  constructor(x: Row) {
    this.#numbers = new Float64Array(x);
    this.#numbers.forEach((v, j) => {
      if (Number.isNaN(v)) this.#holes.add(j);
    });
  }

  #has(feature: number): boolean {
    if (!(feature in this.#numbers)) throw new ForeignRowError(`no feature ${feature}`);
    return !this.#holes.has(feature);
  }

  side(node: Inner): Side {
    if (!this.#has(node.featureIndex)) return node.missing;
    const value = this.#numbers[node.featureIndex];
    if (node.kind === 'split') return value > node.threshold ? 'right' : 'left';
    if (new Set(node.categories.left).has(value)) return 'left';
    return new Set(node.categories.right).has(value) ? 'right' : node.missing;
  }
}

const predictWithMissing = (tree: Tree, x: Row): number => {
  const sample = new Sample(x);
  let node = tree;
  while (node.kind !== 'leaf') node = node[sample.side(node)];
  return node.value;
};

export { predictWithMissing };
