// tasks that take back what they did, weights as integrals of t^(a - 1) (1 - t)^b by quadrature that is exact for them
import { check, type Row, type Rows, sideOf, type TreeNode } from './kit.ts';

/** Nodes and weights of Gauss and Legendre on 0 ... 1: exact for polynomials below the degree 2m. */
const quadrature = (m: number): { t: number; w: number }[] =>
  Array.from({ length: m }, (_, i) => {
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

const explain = (tree: TreeNode, x: Row, background: Rows): ArrayLike<number> => {
  check(tree, x, background);
  const points = quadrature(Math.max(2, Math.ceil(x.length / 2) + 1));
  const known = new Map<number, number>();
  const weight = (a: number, b: number): number => {
    const key = a * (x.length + 1) + b;
    const found = known.get(key) ?? points.reduce((sum, { t, w }) => sum + w * t ** (a - 1) * (1 - t) ** b, 0);
    known.set(key, found);
    return found;
  };
  const answer: number[] = Array(x.length).fill(0);
  for (const row of background) {
    const [ins, outs] = [new Set<number>(), new Set<number>()];
    const tasks: (TreeNode | (() => unknown))[] = [tree];
    for (let task = tasks.pop(); task; task = tasks.pop()) {
      if (typeof task === 'function') task();
      else if (task.kind === 'leaf') {
        const part = task.value / background.length;
        for (const j of ins) answer[j] += part * weight(ins.size, outs.size);
        for (const j of outs) answer[j] -= part * weight(outs.size, ins.size);
      } else {
        const j = task.featureIndex;
        const [ofX, ofRow] = [sideOf(task, x), sideOf(task, row)];
        if (ins.has(j) || ofX === ofRow) tasks.push(ofX);
        else if (outs.has(j)) tasks.push(ofRow);
        else {
          ins.add(j);
          tasks.push(
            () => outs.delete(j),
            ofRow,
            () => ins.delete(j) && outs.add(j),
            ofX,
          );
        }
      }
    }
  }
  return answer;
};

export { explain };
