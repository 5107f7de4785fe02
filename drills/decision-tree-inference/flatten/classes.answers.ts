import type { RightAnswer } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';

type TreeNode = Parameters<Asked['flatten']>[0];
type Rows = Parameters<Asked['predictBatch']>[1];
type Row = Rows[number];

class UnreadableRowError extends RangeError {
  override readonly name = 'UnreadableRowError';
}

/** Preorder: a left child follows its parent, so that only the right ones have a number. */
class FlatTree {
  readonly #features: Int32Array;
  readonly #numbers: Float64Array;
  readonly #rights: Int32Array;

  constructor(tree: TreeNode) {
    const features: number[] = [];
    const numbers: number[] = [];
    const rights: number[] = [];
    const stack = [{ node: tree, parent: -1 }];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const { node, parent } = top;
      if (parent !== -1) rights[parent] = features.length;
      const self = features.length;
      rights.push(0);
      if (node.kind === 'leaf') {
        features.push(-1);
        numbers.push(node.value);
      } else {
        features.push(node.featureIndex);
        numbers.push(node.threshold);
        stack.push({ node: node.right, parent: self }, { node: node.left, parent: -1 });
      }
    }
    this.#features = Int32Array.from(features);
    this.#numbers = Float64Array.from(numbers);
    this.#rights = Int32Array.from(rights);
  }

  predict(x: Row): number {
    let i = 0;
    while (this.#features[i] !== -1) {
      const value = x.at(this.#features[i]);
      if (value === undefined || Number.isNaN(value)) throw new UnreadableRowError(`at node ${i}`);
      i = value <= this.#numbers[i] ? i + 1 : this.#rights[i];
    }
    return this.#numbers[i];
  }
}

class Predictions extends Array<number> {
  get mean(): number {
    return this.reduce((sum, v) => sum + v, 0) / this.length;
  }
}

/** The linked tree as objects that know where to send a row. */
interface Stop {
  next(x: Row): Stop | undefined;
  readonly value: number;
}

class Goal implements Stop {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  next(): undefined {
    return undefined;
  }
}

class Fork implements Stop {
  left: Stop = this;
  right: Stop = this;
  readonly #feature: number;
  readonly #threshold: number;

  constructor(feature: number, threshold: number) {
    this.#feature = feature;
    this.#threshold = threshold;
  }

  get value(): never {
    throw new TypeError('a fork has no value');
  }

  next(x: Row): Stop {
    if (this.#feature >= x.length) throw new RangeError(`${this.#feature} of ${x.length}`);
    const difference = Math.sign(x[this.#feature] - this.#threshold);
    if (Number.isNaN(difference)) throw new RangeError(`feature ${this.#feature} is NaN`);
    return difference > 0 ? this.right : this.left;
  }
}

function fork(tree: TreeNode): Stop {
  const make = (node: TreeNode): Stop =>
    node.kind === 'leaf' ? new Goal(node.value) : new Fork(node.featureIndex, node.threshold);
  const root = make(tree);
  const pending: [TreeNode, Stop][] = [[tree, root]];
  for (const [node, stop] of pending) {
    if (node.kind === 'leaf' || !(stop instanceof Fork)) continue;
    stop.left = make(node.left);
    stop.right = make(node.right);
    pending.push([node.left, stop.left], [node.right, stop.right]);
  }
  return root;
}

const known = new WeakMap<TreeNode, FlatTree>();

export const classes: RightAnswer<Asked>[] = [
  {
    says: 'a class with private typed arrays in preorder, and an error class of its own',
    solution: {
      flatten: (tree) => new FlatTree(tree),
      predictBatch: (flat: FlatTree, X: Rows) => Float64Array.from(X, (x) => flat.predict(x)),
    },
  },
  {
    says: 'flattens the same tree once only, and answers with a class of arrays',
    solution: {
      flatten: (tree) => {
        const flat = known.get(tree) ?? new FlatTree(tree);
        known.set(tree, flat);
        return flat;
      },
      predictBatch: (flat: FlatTree, X: Rows) => {
        const y = new Predictions(X.length);
        for (const [r, x] of X.entries()) y[r] = flat.predict(x);
        return Object.freeze(y);
      },
    },
  },
  {
    says: 'objects of two classes that send a row on, by the sign of a difference',
    solution: {
      flatten: fork,
      predictBatch: (root: Stop, X: Rows) =>
        X.map((x) => {
          let stop = root;
          for (let next = stop.next(x); next; next = stop.next(x)) stop = next;
          return stop.value;
        }),
    },
  },
  {
    says: 'checks each row as a whole before it walks, against the features that the tree asks for',
    solution: {
      flatten: (tree) => {
        let nFeatures = 0;
        const stack = [tree];
        for (let node = stack.pop(); node; node = stack.pop()) {
          if (node.kind === 'leaf') continue;
          nFeatures = Math.max(nFeatures, node.featureIndex + 1);
          stack.push(node.left, node.right);
        }
        return { flat: new FlatTree(tree), nFeatures };
      },
      predictBatch: ({ flat, nFeatures }: { flat: FlatTree; nFeatures: number }, X: Rows) => {
        for (const x of X) {
          if (x.length < nFeatures) throw new RangeError(`a row has ${x.length} features and not ${nFeatures}`);
          if (x.some((v) => !Number.isFinite(v))) throw new RangeError('a row has a number that is not finite');
        }
        return X.map((x) => flat.predict(x));
      },
    },
  },
];
