// BigInt scores of votes and rank at once, for labels as the bits of their order, inside a `find`
import { type Row, type Trees, vote } from './kit.ts';

const ONE = 1n << 66n;
const view = new DataView(new ArrayBuffer(8));

/** The larger, the smaller the label. */
const rank = (label: number): bigint => {
  view.setFloat64(0, label);
  const bits = view.getBigInt64(0);
  return (1n << 65n) - (bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits);
};

const predictForest = (trees: Trees, x: Row): number => {
  if (!trees.length) throw new RangeError('an empty forest');
  const scores = new Map<number, bigint>();
  let [first, second] = [0n, 0n];
  let answer = Number.NaN;
  trees.find((tree, i) => {
    const label = vote(tree, x);
    const score = (scores.get(label) ?? rank(label)) + ONE;
    scores.set(label, score);
    if (label === answer) first = score;
    else if (score > first) [answer, first, second] = [label, score, first];
    else if (score > second) second = score;
    const others = ONE * BigInt(trees.length - i - 1);
    return first > second + others && first > others + (ONE - 1n);
  });
  return answer;
};

export { predictForest };
