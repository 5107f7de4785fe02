import type * as reference from '../../reference/decision-tree-inference/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Predict = typeof reference.predict;
type TreeNode = Parameters<Predict>[0];
type Row = Parameters<Predict>[1];
type Split = Extract<TreeNode, { kind: 'split' }>;
type Leaf = Extract<TreeNode, { kind: 'leaf' }>;

/** Refuses a split that this row has no number for. */
function validate({ featureIndex }: Split, x: Row): void {
  if (featureIndex >= x.length) {
    throw new RangeError(`split on feature ${featureIndex}, but the row has ${x.length} features`);
  }
  if (Number.isNaN(x[featureIndex])) throw new RangeError(`feature ${featureIndex} is NaN`);
}

/** The child of a split that a row goes to. */
function next(split: Split, x: Row): TreeNode {
  validate(split, x);
  return x[split.featureIndex] <= split.threshold ? split.left : split.right;
}

/** The node one step further, or the leaf itself. */
const step = (node: TreeNode, x: Row): TreeNode => (node.kind === 'leaf' ? node : next(node, x));

const leafValue = (leaf: TreeNode): number => (leaf as Leaf).value;

/** A loop with a comparison of its own. */
const comparing =
  (goesLeft: (value: number, threshold: number) => boolean): Predict =>
  (tree, x) => {
    let node = tree;
    while (node.kind === 'split') {
      validate(node, x);
      node = goesLeft(x[node.featureIndex], node.threshold) ? node.left : node.right;
    }
    return node.value;
  };

class MissingFeatureError extends RangeError {
  override readonly name = 'MissingFeatureError';
  readonly featureIndex: number;

  constructor(featureIndex: number) {
    super();
    this.featureIndex = featureIndex;
  }
}

/** The nodes on the way down, the leaf last. */
function* way(tree: TreeNode, x: Row): Generator<TreeNode, void, undefined> {
  let node = tree;
  yield node;
  while (node.kind === 'split') {
    node = next(node, x);
    yield node;
  }
}

/** An iterator by hand that stands on one node after the other. */
class Walk implements Iterable<Split> {
  readonly #x: Row;
  #node: TreeNode;

  constructor(tree: TreeNode, x: Row) {
    this.#node = tree;
    this.#x = x;
  }

  get atLeaf(): boolean {
    return this.#node.kind === 'leaf';
  }

  get value(): number {
    return leafValue(this.#node);
  }

  [Symbol.iterator](): Iterator<Split> {
    return {
      next: () => {
        const node = this.#node;
        if (node.kind === 'leaf') return { done: true, value: undefined };
        this.#node = next(node, this.#x);
        return { done: false, value: node };
      },
    };
  }
}

/** At most `steps` steps down, by halves: the recursion is log2(steps) deep. */
const descend = (node: TreeNode, x: Row, steps: number): TreeNode =>
  node.kind === 'leaf' || steps === 0
    ? node
    : steps === 1
      ? step(node, x)
      : descend(descend(node, x, steps >> 1), x, steps - (steps >> 1));

const doubling = (node: TreeNode, x: Row, steps: number): TreeNode =>
  node.kind === 'leaf' ? node : doubling(descend(node, x, steps), x, 2 * steps);

/** As many steps as the array has places, then the same again with an array of double the length. */
const reducing = (node: TreeNode, x: Row, places: readonly unknown[]): TreeNode =>
  node.kind === 'leaf'
    ? node
    : reducing(
        places.reduce<TreeNode>((reached) => step(reached, x), node),
        x,
        places.concat(places),
      );

/** Plain recursion, but never more than `left` levels. */
function recurse(node: TreeNode, x: Row, left: number): TreeNode {
  if (node.kind === 'leaf' || left === 0) return node;
  return recurse(next(node, x), x, left - 1);
}

type Thunk = { readonly done: false; readonly run: () => Bounce };
type Bounce = Thunk | { readonly done: true; readonly value: number };

const bounce = (node: TreeNode, x: Row): Bounce =>
  node.kind === 'leaf' ? { done: true, value: node.value } : { done: false, run: () => bounce(next(node, x), x) };

/** The bits of a double as an integer in the same order as the numbers, with -0 as 0. */
function order(value: number): bigint {
  const bits = new BigInt64Array(Float64Array.of(value === 0 ? 0 : value).buffer)[0];
  return bits < 0n ? -(bits & 0x7fff_ffff_ffff_ffffn) : bits;
}

/** A row that answers every feature by a method of its own, which throws where it has none. */
class Features {
  readonly #byName = new Map<string, number>();

  constructor(x: Row) {
    for (const [i, value] of x.entries()) this.#byName.set(`x${i}`, value);
  }

  get(featureIndex: number): number {
    const value = this.#byName.get(`x${featureIndex}`);
    if (value === undefined) throw new MissingFeatureError(featureIndex);
    if (Object.is(value, Number.NaN)) throw new MissingFeatureError(featureIndex);
    return value;
  }
}

/** Refuses what is not judged as well: a row that cannot be read in full, and malformed nodes. */
function checked(node: unknown, x: Row): TreeNode {
  if (typeof node !== 'object' || node === null) throw new RangeError('not a node');
  const { kind } = node as TreeNode;
  if (kind === 'leaf') {
    if (typeof (node as Leaf).value !== 'number') throw new RangeError('a leaf needs a value');
    return node as Leaf;
  }
  if (kind !== 'split') throw new RangeError('unknown kind of node');
  const split = node as Split;
  if (!Number.isSafeInteger(split.featureIndex) || split.featureIndex < 0) {
    throw new RangeError('featureIndex must be an integer from 0 upward');
  }
  if (!Number.isFinite(split.threshold)) throw new RangeError('threshold must be finite');
  if (!(split.featureIndex in x)) throw new RangeError('featureIndex must be within the row');
  if (!Number.isFinite(x[split.featureIndex])) throw new RangeError('features must be finite');
  return split;
}

export const answers: RightAnswer<typeof reference>[] = [
  {
    says: 'plain loop over many small helpers',
    solution: {
      predict: (tree, x) => {
        let node = tree;
        while (node.kind === 'split') node = next(node, x);
        return leafValue(node);
      },
    },
  },
  {
    says: 'code golf: one `for`, its own validation by one negated comparison',
    solution: {
      predict: (t, x) => {
        let n = t as Split & Pick<Leaf, 'value'>;
        for (; n.kind > 'm'; n = n[x[n.featureIndex] > n.threshold ? 'right' : 'left'] as typeof n)
          if (!(x[n.featureIndex] <= 1 / 0)) throw RangeError();
        return n.value;
      },
    },
  },
  {
    says: 'defensive and verbose, refuses what is not judged on the way too',
    solution: {
      predict: function predict(tree, x) {
        if (!Array.isArray(x)) throw new RangeError('x must be an array');
        let current: TreeNode = checked(tree, x);
        for (;;) {
          switch (current.kind) {
            case 'leaf': {
              return current.value;
            }
            case 'split': {
              const feature = x[current.featureIndex];
              const goesLeft = feature < current.threshold || feature === current.threshold;
              if (goesLeft) {
                current = checked(current.left, x);
              } else {
                current = checked(current.right, x);
              }
              break;
            }
            default: {
              const never: never = current;
              return never;
            }
          }
        }
      },
    },
  },
  {
    says: 'refuses any row with NaN or without features up front, unless the tree is one leaf',
    solution: {
      predict: (tree, x) => {
        if (tree.kind === 'leaf') return tree.value;
        if (x.length === 0) throw new RangeError('a row needs features');
        if (x.some(Number.isNaN)) throw new RangeError('NaN in the row');
        let node: TreeNode = tree;
        do {
          const feature = x.at(node.featureIndex);
          if (feature === undefined) throw new RangeError('the row is too short');
          node = feature > node.threshold ? node.right : node.left;
        } while (node.kind === 'split');
        return node.value;
      },
    },
  },
  {
    says: 'functional without loops, recursion by halves with a doubled number of steps',
    solution: { predict: (tree, x) => leafValue(doubling(tree, x, 1)) },
  },
  {
    says: 'functional without loops, reduces arrays of doubled length',
    solution: { predict: (tree, x) => leafValue(reducing(tree, x, [0])) },
  },
  {
    says: 'recursion in pieces of 500 levels',
    solution: {
      predict: (tree, x) => {
        let node = tree;
        while (node.kind !== 'leaf') node = recurse(node, x, 500);
        return node.value;
      },
    },
  },
  {
    says: 'recursion on a trampoline',
    solution: {
      predict: (tree, x) => {
        let state = bounce(tree, x);
        while (!state.done) state = state.run();
        return state.value;
      },
    },
  },
  {
    says: 'generator of the way down',
    solution: {
      predict: (tree, x) => {
        let last = tree;
        for (const node of way(tree, x)) last = node;
        return leafValue(last);
      },
    },
  },
  {
    says: 'the whole way down in an array first, then its last node',
    solution: { predict: (tree, x) => leafValue(Array.from(way(tree, x)).at(-1) as Leaf) },
  },
  {
    says: 'class with an iterator by hand and getters',
    solution: {
      predict: (tree, x) => {
        const walk = new Walk(tree, x);
        const splits = [...walk];
        if (!walk.atLeaf) throw new TypeError(`stopped after ${splits.length} splits`);
        return walk.value;
      },
    },
  },
  {
    says: 'typed arrays for the row and for the answer',
    solution: {
      predict: (tree, x) => {
        const row = Float64Array.from(x);
        const answer = new Float64Array(1);
        let node = tree;
        while (node.kind === 'split') {
          const feature = row[node.featureIndex] ?? Number.NaN;
          if (Number.isNaN(feature)) throw new RangeError('a feature is missing');
          node = row.subarray(node.featureIndex)[0] <= node.threshold ? node.left : node.right;
        }
        answer[0] = node.value;
        return answer[0];
      },
    },
  },
  {
    says: 'features in a Map under string keys, error class of its own below RangeError',
    solution: {
      predict: (tree, x) => {
        const features = new Features(x);
        let node = tree;
        while (node.kind === 'split') {
          node = features.get(node.featureIndex) <= node.threshold ? node.left : node.right;
        }
        return node.value;
      },
    },
  },
  {
    says: 'features in an object without a prototype, NaN left out of it',
    solution: {
      predict: (tree, x) => {
        const features: Record<string, number> = Object.create(null);
        x.forEach((value, i) => {
          if (!Number.isNaN(value)) features[i] = value;
        });
        let node = tree;
        while (node.kind === 'split') {
          const { featureIndex, threshold, left, right } = node;
          if (!(featureIndex in features)) throw new RangeError(`no feature ${featureIndex}`);
          node = [right, left][Number(features[featureIndex] <= threshold)];
        }
        return node.value;
      },
    },
  },
  {
    says: 'Set of the features that are NaN, asked at each split',
    solution: {
      predict: (tree, x) => {
        const missing = new Set<number>();
        x.forEach((value, i) => {
          if (Number.isNaN(value)) missing.add(i);
        });
        let node = tree;
        while (node.kind === 'split') {
          if (missing.has(node.featureIndex)) throw new RangeError('NaN');
          if (!(node.featureIndex < x.length)) throw new RangeError('too short');
          node = x[node.featureIndex] <= node.threshold ? node.left : node.right;
        }
        return node.value;
      },
    },
  },
  {
    says: 'row behind a Proxy that throws where there is no number',
    solution: {
      predict: (tree, x) => {
        const row = new Proxy([...x], {
          get(target, key) {
            const value = Reflect.get(target, key);
            if (typeof value === 'number' && !Number.isNaN(value)) return value;
            throw new RangeError(`x[${String(key)}] is no number`);
          },
        });
        let node = tree;
        while (node.kind === 'split') {
          node = row[node.featureIndex] <= node.threshold ? node.left : node.right;
        }
        return node.value;
      },
    },
  },
  {
    says: 'table of functions by kind of node, a stack of work to do',
    solution: {
      predict: (tree, x) => {
        const work = [tree];
        const found: number[] = [];
        const visit = {
          leaf: (node: TreeNode) => found.push((node as Leaf).value),
          split: (node: TreeNode) => work.push(next(node as Split, x)),
        };
        for (let node = work.pop(); node; node = work.pop()) visit[node.kind](node);
        return found[0];
      },
    },
  },
  {
    says: 'tries first and explains an undefined child afterwards',
    solution: {
      predict: (tree, x) => {
        let node: TreeNode | undefined = tree;
        while (node?.kind === 'split') {
          const feature: number = x[node.featureIndex];
          node = feature <= node.threshold ? node.left : feature > node.threshold ? node.right : undefined;
        }
        if (!node) throw new RangeError('the row has no number for a split on its way');
        return node.value;
      },
    },
  },
  {
    says: 'error thrown by an array that becomes too long for a NaN',
    solution: {
      predict: (tree, x) => {
        let node = tree;
        while (node.kind === 'split') {
          const difference = x[node.featureIndex] - node.threshold;
          new Array(difference - difference === 0 || Math.abs(difference) > 1 ? 0 : -1);
          node = difference <= 0 ? node.left : node.right;
        }
        return node.value;
      },
    },
  },
  {
    says: 'sign of the difference, which is exact for finite numbers',
    solution: { predict: comparing((value, threshold) => value - threshold <= 0) },
  },
  {
    says: 'sign of the difference by `Math.sign`',
    solution: { predict: comparing((value, threshold) => Math.sign(value - threshold) !== 1) },
  },
  {
    says: 'larger of the two numbers by `Math.max`',
    solution: { predict: comparing((value, threshold) => Math.max(value, threshold) === threshold) },
  },
  {
    says: 'smaller of the two numbers by a sort with a comparator',
    solution: {
      predict: comparing((value, threshold) => {
        const [smaller] = [threshold, value].sort((a, b) => a - b);
        return smaller === value;
      }),
    },
  },
  {
    says: 'not above the threshold, after the check for NaN',
    solution: { predict: comparing((value, threshold) => !(value > threshold)) },
  },
  {
    says: 'negated numbers the other way round',
    solution: { predict: comparing((value, threshold) => -value >= -threshold) },
  },
  {
    says: 'bits of the two doubles as big integers',
    solution: { predict: comparing((value, threshold) => order(value) <= order(threshold)) },
  },
  {
    says: 'decimal texts of the two numbers, which give the same numbers back',
    solution: {
      predict: comparing((value, threshold) => {
        const [a, b] = JSON.parse(JSON.stringify([value, threshold])) as [number, number];
        return a <= b;
      }),
    },
  },
];
