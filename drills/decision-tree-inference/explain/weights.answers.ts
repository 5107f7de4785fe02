import type { RightAnswer } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';

type Explain = Asked['explain'];
type TreeNode = Parameters<Explain>[0];
type Row = Parameters<Explain>[1];

/** The weight of a leaf for one of `a` features on one side, with `b` on the other. */
type Weight = (a: number, b: number) => number;

function follow(tree: TreeNode, x: Row): void {
  for (let node = tree; node.kind === 'split'; ) {
    const { featureIndex, threshold, left, right }: Extract<TreeNode, { kind: 'split' }> = node;
    if (!(featureIndex < x.length)) throw new RangeError(`${featureIndex} of ${x.length} features`);
    if (Number.isNaN(x[featureIndex])) throw new RangeError(`feature ${featureIndex} is NaN`);
    node = x[featureIndex] <= threshold ? left : right;
  }
}

/** A loop over tasks; a negative number takes back what a fork has decided. */
const withWeights =
  (weightsFor: (nFeatures: number) => Weight): Explain =>
  (tree, x, background) => {
    const n = x.length;
    if (!background.length) throw new RangeError('an empty background');
    if (!background.every(({ length }) => length === n)) throw new RangeError('rows must be equally long');
    [x, ...background].forEach((row) => {
      follow(tree, row);
    });
    const weight = weightsFor(n);
    const answer = new Float64Array(n);
    for (const z of background) {
      const fromX = new Set<number>();
      const fromZ = new Set<number>();
      const tasks: (TreeNode | (() => void))[] = [tree];
      while (tasks.length > 0) {
        const task = tasks.pop();
        if (typeof task === 'function') task();
        else if (task?.kind === 'leaf') {
          const share = task.value / background.length;
          for (const j of fromX) answer[j] += share * weight(fromX.size, fromZ.size);
          for (const j of fromZ) answer[j] -= share * weight(fromZ.size, fromX.size);
        } else if (task) {
          const j = task.featureIndex;
          const ofX = x[j] <= task.threshold ? task.left : task.right;
          const ofZ = z[j] <= task.threshold ? task.left : task.right;
          if (fromX.has(j) || ofX === ofZ) tasks.push(ofX);
          else if (fromZ.has(j)) tasks.push(ofZ);
          else {
            fromX.add(j);
            const exchange = () => {
              fromX.delete(j);
              fromZ.add(j);
            };
            tasks.push(() => fromZ.delete(j), ofZ, exchange, ofX);
          }
        }
      }
    }
    return answer;
  };

/** The sums of log 1 ... log n. */
function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k++) logs[k] = logs[k - 1] + Math.log(k);
  return logs;
}

/** Nodes and weights of Gauss and Legendre on 0 ... 1: exact for polynomials below the degree 2m. */
function quadrature(m: number): { t: number; w: number }[] {
  return Array.from({ length: m }, (_, i) => {
    let y = Math.cos((Math.PI * (i + 0.75)) / (m + 0.5));
    let slope = 0;
    for (let step = 0; step < 12; step++) {
      let [before, now] = [1, y];
      for (let k = 2; k <= m; k++) [before, now] = [now, ((2 * k - 1) * y * now - (k - 1) * before) / k];
      slope = (m * (y * now - before)) / (y * y - 1);
      y -= now / slope;
    }
    return { t: (1 + y) / 2, w: 1 / ((1 - y * y) * slope * slope) };
  });
}

export const weights: RightAnswer<Asked>[] = [
  {
    says: 'weights by a table that is built from its edge: w(a, b) = w(a, b - 1) b / (a + b)',
    solution: {
      explain: withWeights((n) => {
        const rows: number[][] = [];
        return (a, b) => {
          rows[a] ??= [1 / a];
          const row = rows[a];
          for (let k = row.length; k <= b; k++) row.push((row[k - 1] * k) / (a + k));
          return row[Math.min(b, n)];
        };
      }),
    },
  },
  {
    says: 'weights from logarithms of factorials',
    solution: {
      explain: withWeights((n) => {
        const logs = logFactorials(n + 1);
        return (a, b) => Math.exp(logs[a - 1] + logs[b] - logs[a + b]);
      }),
    },
  },
  {
    says: 'weights from binomials as BigInts, kept by text',
    solution: {
      explain: withWeights(() => {
        const known: Record<string, number> = {};
        return (a, b) => {
          const key = `${a},${b}`;
          if (!(key in known)) {
            let choices = 1n;
            for (let k = 1n; k <= BigInt(b); k++) choices = (choices * (BigInt(a) + k)) / k;
            known[key] = 1 / (a * Number(choices));
          }
          return known[key];
        };
      }),
    },
  },
  {
    says: 'weights as integrals of t^(a - 1) (1 - t)^b, by quadrature that is exact for them',
    solution: {
      explain: withWeights((n) => {
        const points = quadrature(Math.max(2, Math.ceil(n / 2) + 1));
        const known = new Map<number, number>();
        return (a, b) => {
          const key = a * (n + 1) + b;
          const weight = known.get(key) ?? points.reduce((sum, { t, w }) => sum + w * t ** (a - 1) * (1 - t) ** b, 0);
          known.set(key, weight);
          return weight;
        };
      }),
    },
  },
];
