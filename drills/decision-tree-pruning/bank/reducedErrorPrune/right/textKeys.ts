// Maps with text keys, frozen nodes without prototype
import { goesLeft, type Labels, type Rows, type TreeNode, validate } from './kit.ts';

type Place = { node: TreeNode; readonly rows: number[]; hits: number; left: string; right: string };

export const reducedErrorPrune = (tree: TreeNode, X: Rows, y: Labels): TreeNode => {
  validate(X, y);
  const bare = (node: TreeNode): TreeNode => Object.freeze(Object.assign(Object.create(null), node));
  const places = new Map<string, Place>();
  const place = (node: TreeNode, rows: number[] = []) => {
    const key = `#${places.size}`;
    places.set(key, { node, rows, hits: 0, left: '', right: '' });
    return key;
  };
  const at = (key: string) => places.get(key) as Place;
  place(
    tree,
    X.map((_, row) => row),
  );
  for (const [, here] of places) {
    if (here.node.kind === 'leaf') continue;
    here.left = place(here.node.left);
    here.right = place(here.node.right);
    for (const row of here.rows) at(goesLeft(here.node, X[row]) ? here.left : here.right).rows.push(row);
  }
  for (const here of [...places.values()].reverse()) {
    const { node } = here;
    const { counts } = node;
    const value = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b)[0];
    here.hits = here.rows.filter((row) => y[row] === value).length;
    const below = node.kind === 'leaf' ? -1 : at(here.left).hits + at(here.right).hits;
    if (node.kind === 'leaf' || here.hits >= below) here.node = bare({ kind: 'leaf', value, counts });
    else {
      here.hits = below;
      here.node = bare({ ...node, left: at(here.left).node, right: at(here.right).node });
    }
  }
  return at('#0').node;
};
