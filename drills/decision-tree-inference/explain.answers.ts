import type { RightAnswer } from '../../src/index.ts';
import type { Asked } from './drill.ts';
import { boxes } from './explain/boxes.answers.ts';
import { weights } from './explain/weights.answers.ts';

type Explain = Asked['explain'];
type TreeNode = Parameters<Explain>[0];
type Row = Parameters<Explain>[1];
type Rows = Parameters<Explain>[2];

class UnexplainableError extends RangeError {
  override readonly name = 'UnexplainableError';
}

/** The leaf's value; throws where the row cannot be read. */
function predict(tree: TreeNode, x: Row): number {
  let node = tree;
  while (node.kind === 'split') {
    const v = x[node.featureIndex];
    if (v === undefined || Number.isNaN(v)) throw new UnexplainableError(`feature ${node.featureIndex} is ${v}`);
    node = v <= node.threshold ? node.left : node.right;
  }
  return node.value;
}

function validate(tree: TreeNode, x: Row, background: Rows): void {
  if (background.length === 0) throw new UnexplainableError('nothing to compare with');
  for (const z of background) {
    if (z.length !== x.length) throw new UnexplainableError(`a row of ${z.length} and not ${x.length}`);
    predict(tree, z);
  }
  predict(tree, x);
}

/** What has been decided on the way to a node, newest first: lists share their tails. */
class Decision {
  readonly feature: number;
  readonly isIn: boolean;
  readonly earlier: Decision | undefined;
  readonly nIn: number;
  readonly nOut: number;

  constructor(feature: number, isIn: boolean, earlier?: Decision) {
    this.feature = feature;
    this.isIn = isIn;
    this.earlier = earlier;
    this.nIn = (earlier?.nIn ?? 0) + Number(isIn);
    this.nOut = (earlier?.nOut ?? 0) + Number(!isIn);
  }

  *[Symbol.iterator](): Generator<Decision, void, undefined> {
    yield this;
    for (let d = this.earlier; d; d = d.earlier) yield d;
  }

  static of(feature: number, all: Decision | undefined): boolean | undefined {
    for (let d = all; d; d = d.earlier) if (d.feature === feature) return d.isIn;
    return undefined;
  }
}

/** (a - 1)! b! / (a + b)! as a product of a + b fractions. */
function portion(a: number, b: number): number {
  let product = 1 / (a + b);
  for (let k = 1; k <= b; k++) product *= k / (a + k - 1);
  return product;
}

class Values extends Array<number> {
  get total(): number {
    return this.reduce((sum, v) => sum + v, 0);
  }
}

const styles: RightAnswer<Asked>[] = [
  {
    says: 'linked lists of decisions that share their tails, and a class of arrays as the answer',
    solution: {
      explain(tree, x, background) {
        validate(tree, x, background);
        const values = new Values(x.length).fill(0);
        for (const z of background) {
          const pending: [TreeNode, (Decision | undefined)?][] = [[tree]];
          while (pending.length > 0) {
            const [node, decisions] = pending.pop() as [TreeNode, Decision | undefined];
            if (node.kind === 'leaf') {
              if (!decisions) continue;
              const { nIn, nOut } = decisions;
              const plus = nIn && (node.value * portion(nIn, nOut)) / background.length;
              const minus = nOut && (node.value * portion(nOut, nIn)) / background.length;
              for (const { feature, isIn } of decisions) values[feature] += isIn ? plus : -minus;
              continue;
            }
            const { featureIndex, threshold, left, right } = node;
            const [to, from] = [x, z].map((row) => (row[featureIndex] <= threshold ? left : right));
            const isIn = to === from || Decision.of(featureIndex, decisions);
            if (to === from || isIn !== undefined) pending.push([isIn ? to : from, decisions]);
            else {
              pending.push([to, new Decision(featureIndex, true, decisions)]);
              pending.push([from, new Decision(featureIndex, false, decisions)]);
            }
          }
        }
        return Object.freeze(values);
      },
    },
  },
  {
    says: 'recursion at forks only, of which there is one a feature at most; rows that are given twice are explained once',
    solution: {
      explain: (tree, x, background) => {
        validate(tree, x, background);
        const rows = new Map<string, { z: Row; times: number }>();
        for (const z of background) {
          const row = rows.get(String(z)) ?? { z, times: 0 };
          row.times += 1;
          rows.set(String(z), row);
        }
        const sums = x.map(() => 0);
        for (const { z, times } of rows.values()) {
          const side = new Int8Array(x.length);
          const go = (start: TreeNode, ins: number, outs: number): void => {
            let node = start;
            while (node.kind === 'split') {
              const j = node.featureIndex;
              const forX = x[j] > node.threshold ? node.right : node.left;
              const forZ = z[j] > node.threshold ? node.right : node.left;
              if (side[j] === 0 && forX !== forZ) {
                side[j] = 1;
                go(forX, ins + 1, outs);
                side[j] = -1;
                go(forZ, ins, outs + 1);
                side[j] = 0;
                return;
              }
              node = side[j] < 0 ? forZ : forX;
            }
            if (node.value === 0) return;
            side.forEach((s, j) => {
              if (s > 0) sums[j] += times * node.value * portion(ins, outs);
              if (s < 0) sums[j] -= times * node.value * portion(outs, ins);
            });
          };
          go(tree, 0, 0);
        }
        return sums.map((sum) => sum / background.length);
      },
    },
  },
];

export const answers: RightAnswer<Asked>[] = [...styles, ...weights, ...boxes];
