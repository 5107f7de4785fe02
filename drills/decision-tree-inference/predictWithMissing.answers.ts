import type * as reference from '../../reference/decision-tree-inference/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Predict = typeof reference.predictWithMissing;
type Tree = Parameters<Predict>[0];
type Row = Parameters<Predict>[1];
type Split = Extract<Tree, { kind: 'split' }>;
type CategorySplit = Extract<Tree, { kind: 'category' }>;
type Inner = Split | CategorySplit;

class ForeignRowError extends RangeError {
  constructor(node: Inner, x: Row) {
    super(`a ${node.kind} asks for feature ${node.featureIndex}, the row has ${x.length}`, { cause: node });
  }
}

/** Handlers by kind. */
const sideBy = {
  split: ({ threshold, missing }: Split, v: number) => (v <= threshold ? 'left' : v > threshold ? 'right' : missing),
  category: ({ categories, missing }: CategorySplit, v: number) =>
    (['left', 'right'] as const).find((side) => categories[side].some((category) => category === v)) ?? missing,
};

const next = (node: Inner, x: Row): Tree => {
  if (node.featureIndex >= x.length) throw new ForeignRowError(node, x);
  const v = x[node.featureIndex];
  return node[node.kind === 'split' ? sideBy.split(node, v) : sideBy.category(node, v)];
};

function* way(tree: Tree, x: Row): Generator<Tree, number, undefined> {
  let node = tree;
  while (node.kind !== 'leaf') {
    yield node;
    node = next(node, x);
  }
  return node.value;
}

/** Which side each category goes to, by node, made when the node is first visited; the keys are texts, '0' for both zeros. */
const tables = new WeakMap<CategorySplit, Map<string, 'left' | 'right'>>();

function tableOf(node: CategorySplit): Map<string, 'left' | 'right'> {
  let table = tables.get(node);
  if (!table) {
    table = new Map();
    for (const category of node.categories.right) table.set(`${category}`, 'right');
    for (const category of node.categories.left) table.set(`${category}`, 'left');
    tables.set(node, table);
  }
  return table;
}

/** A row that knows what is missing, and refuses to be read past its end. */
class Sample {
  readonly #numbers: Float64Array;

  constructor(x: Row) {
    this.#numbers = new Float64Array(x);
  }

  has(feature: number): boolean {
    if (!(feature in this.#numbers)) throw new RangeError(`no feature ${feature}`);
    return !Number.isNaN(this.#numbers[feature]);
  }

  get(feature: number): number {
    return this.#numbers[feature];
  }
}

abstract class Decision {
  abstract side(sample: Sample): 'left' | 'right' | undefined;

  static of(node: Inner): Decision {
    return node.kind === 'category' ? new CategoryDecision(node) : new ThresholdDecision(node);
  }
}

class ThresholdDecision extends Decision {
  readonly node: Split;

  constructor(node: Split) {
    super();
    this.node = node;
  }

  side(sample: Sample): 'left' | 'right' | undefined {
    if (!sample.has(this.node.featureIndex)) return undefined;
    return sample.get(this.node.featureIndex) > this.node.threshold ? 'right' : 'left';
  }
}

class CategoryDecision extends Decision {
  readonly node: CategorySplit;

  constructor(node: CategorySplit) {
    super();
    this.node = node;
  }

  side(sample: Sample): 'left' | 'right' | undefined {
    const { featureIndex, categories } = this.node;
    if (!sample.has(featureIndex)) return undefined;
    const sets = { left: new Set(categories.left), right: new Set(categories.right) };
    if (sets.left.has(sample.get(featureIndex))) return 'left';
    return sets.right.has(sample.get(featureIndex)) ? 'right' : undefined;
  }
}

export const answers: RightAnswer<typeof reference>[] = [
  {
    says: 'a plain loop, with `includes`',
    solution: {
      predictWithMissing(tree, x) {
        let node = tree;
        while (node.kind !== 'leaf') {
          if (node.featureIndex >= x.length) throw new RangeError('row too short');
          const value = x[node.featureIndex];
          let side = node.missing;
          if (!Number.isNaN(value)) {
            if (node.kind === 'split') side = value <= node.threshold ? 'left' : 'right';
            else if (node.categories.left.includes(value)) side = 'left';
            else if (node.categories.right.includes(value)) side = 'right';
          }
          node = node[side];
        }
        return node.value;
      },
    },
  },
  {
    says: 'a generator that yields the nodes on the way and returns the value, and handlers by kind',
    solution: {
      predictWithMissing(tree, x) {
        const nodes = way(tree, x);
        let step = nodes.next();
        while (!step.done) step = nodes.next();
        return step.value;
      },
    },
  },
  {
    says: 'tables by node that are kept from call to call, with texts as keys',
    solution: {
      predictWithMissing(tree, x) {
        let node = tree;
        for (;;) {
          if (node.kind === 'leaf') return node.value;
          const { featureIndex, missing } = node;
          if (!Object.hasOwn(x, featureIndex)) throw new RangeError(`${featureIndex}`);
          const v = x[featureIndex];
          if (node.kind === 'category') node = node[tableOf(node).get(String(v)) ?? missing];
          else if (v <= node.threshold) node = node.left;
          else if (v > node.threshold) node = node.right;
          else node = node[missing];
        }
      },
    },
  },
  {
    says: 'classes: a sample in a typed array, and a decision for each node',
    solution: {
      predictWithMissing(tree, x) {
        const sample = new Sample(x);
        let node = tree;
        while (node.kind !== 'leaf') node = node[Decision.of(node).side(sample) ?? node.missing];
        return node.value;
      },
    },
  },
  {
    says: 'code golf, with `indexOf` in typed arrays',
    solution: {
      predictWithMissing: (t, x) => {
        for (let v: number; t.kind !== 'leaf'; ) {
          v = x[t.featureIndex];
          if (v === undefined) throw RangeError();
          const [l, r] =
            t.kind === 'split'
              ? [v <= t.threshold, v > t.threshold]
              : [t.categories.left, t.categories.right].map((c) => ~Float64Array.from(c).indexOf(v));
          t = l ? t.left : r ? t.right : t[t.missing];
        }
        return t.value;
      },
    },
  },
  {
    says: 'checks its arguments, and lists the holes of the row first',
    solution: {
      predictWithMissing(tree, x) {
        if (!Array.isArray(x)) throw new TypeError('x is no row');
        const holes = new Set<number>();
        x.forEach((v, feature) => {
          if (typeof v !== 'number') throw new TypeError(`feature ${feature} is no number`);
          if (Number.isNaN(v)) holes.add(feature);
        });
        let node = tree;
        while (true) {
          switch (node.kind) {
            case 'leaf':
              return node.value;
            case 'split':
            case 'category': {
              const { featureIndex } = node;
              if (featureIndex < 0 || featureIndex > x.length - 1) throw new RangeError(`no feature ${featureIndex}`);
              node = holes.has(featureIndex) ? node[node.missing] : next(node, x);
              break;
            }
            default:
              throw new TypeError('a node of no known kind');
          }
        }
      },
    },
  },
  {
    says: 'thunks on a trampoline, and one pass over both lists by differences that are 0',
    solution: {
      predictWithMissing(tree, x) {
        type Thunk = () => Thunk | number;
        const goTo =
          (node: Tree): Thunk =>
          () => {
            if (node.kind === 'leaf') return node.value;
            const v = x.at(node.featureIndex);
            if (node.featureIndex >= x.length || v === undefined) throw new RangeError('outside');
            if (node.kind === 'split') {
              const sign = Math.sign(v - node.threshold);
              return goTo(sign > 0 ? node.right : sign <= 0 ? node.left : node[node.missing]);
            }
            const { left, right } = node.categories;
            for (let i = 0; i < Math.max(left.length, right.length); i++) {
              if (left[i] - v === 0) return goTo(node.left);
              if (right[i] - v === 0) return goTo(node.right);
            }
            return goTo(node[node.missing]);
          };
        let step: Thunk | number = goTo(tree);
        while (typeof step === 'function') step = step();
        return step;
      },
    },
  },
];
