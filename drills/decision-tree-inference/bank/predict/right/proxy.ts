// row behind a Proxy that throws an error class of its own where there is no number, a typed array for the answer
import type { Row, TreeNode } from './kit.ts';

class MissingFeatureError extends RangeError {
  override readonly name = 'MissingFeatureError';
}

const guarded = (x: Row): Row =>
  new Proxy([...x], {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (typeof value === 'number' && !Number.isNaN(value)) return value;
      throw new MissingFeatureError(String(key));
    },
  });

const predict = (tree: TreeNode, x: Row): number => {
  const row = guarded(x);
  const answer = new Float64Array(1);
  let node = tree;
  while (node.kind === 'split') {
    const { left, right } = node;
    node = [right, left][Number(row[node.featureIndex] <= node.threshold)];
  }
  answer[0] = node.value;
  return answer[0];
};

export { predict };
