// recursion over the trees and down each of them, a class that keeps the first two labels, trees that stand twice walked once
import { better, type Row, type Standing, type TreeNode, type Trees } from './kit.ts';

const descend = (node: TreeNode, x: Row): number => {
  if (node.kind === 'leaf') return node.value;
  const value = x[node.featureIndex];
  if (!(value <= Infinity)) throw new RangeError(`feature ${node.featureIndex} is ${value}`);
  return descend(value > node.threshold ? node.right : node.left, x);
};

class Race {
  readonly #counts = new Map<number, number>();
  first: Standing = [0, 0];
  #second: Standing = [0, 0];

  add(label: number): void {
    const now: Standing = [label, (this.#counts.get(label) ?? 0) + 1];
    this.#counts.set(...now);
    if (this.first[1] === 0 || label === this.first[0]) this.first = now;
    else if (better(now, this.first)) [this.first, this.#second] = [now, this.first];
    else if (label === this.#second[0] || better(now, this.#second)) this.#second = now;
  }

  isOver(nLeft: number): boolean {
    const chaser: Standing = [this.#second[0], this.#second[1] + nLeft];
    return better(this.first, [-Infinity, nLeft]) && (this.#second[1] === 0 || better(this.first, chaser));
  }
}

const predictForest = (trees: Trees, x: Row): number => {
  if (trees.length < 1) throw new RangeError('a forest needs a tree');
  const known = new Map<TreeNode, number>();
  const race = new Race();
  for (let nLeft = trees.length; nLeft > 0 && !race.isOver(nLeft); nLeft--) {
    const tree = trees[trees.length - nLeft];
    const label = known.get(tree) ?? descend(tree, x);
    known.set(tree, label);
    race.add(label);
  }
  return race.first[0];
};

export { predictForest };
