// tables by node that are kept from call to call, with texts as keys
import type { CategorySplit, Row, Side, Tree } from './kit.ts';

/** Which side each category goes to, made when the node is first visited; `0` for both zeros. */
const tables = new WeakMap<CategorySplit, Map<string, Side>>();
function tableOf(node: CategorySplit): Map<string, Side> {
  const table = tables.get(node) ?? new Map<string, Side>();
  if (!tables.has(node)) {
    for (const category of node.categories.right) table.set(`${category}`, 'right');
    for (const category of node.categories.left) table.set(`${category}`, 'left');
    tables.set(node, table);
  }
  return table;
}
const predictWithMissing = (tree: Tree, x: Row): number => {
  for (let node = tree; ; ) {
    if (node.kind === 'leaf') return node.value;
    const { featureIndex, missing } = node;
    if (!Object.hasOwn(x, featureIndex)) throw new RangeError(`${featureIndex}`);
    const v = x[featureIndex];
    if (node.kind === 'category') node = node[tableOf(node).get(String(v)) ?? missing];
    else if (v <= node.threshold) node = node.left;
    else if (v > node.threshold) node = node.right;
    else node = node[missing];
  }
};

export { predictWithMissing };
