import {
  type Counts,
  goesLeft,
  type Leaf,
  majority,
  type Prune,
  present,
  type Split,
  type TreeNode,
  validate,
} from './parts.answers.ts';

class LeafView implements Leaf {
  readonly #counts: Counts;
  constructor(counts: Counts) {
    this.#counts = counts;
  }
  get kind(): 'leaf' {
    return 'leaf';
  }
  get value(): number {
    return majority(this.#counts);
  }
  get counts(): Counts {
    return this.#counts;
  }
}

class SplitView implements Split {
  readonly #split: Split;
  readonly #left: Branch;
  readonly #right: Branch;
  constructor(split: Split, left: Branch, right: Branch) {
    this.#split = split;
    this.#left = left;
    this.#right = right;
  }
  get kind(): 'split' {
    return 'split';
  }
  get featureIndex(): number {
    return this.#split.featureIndex;
  }
  get threshold(): number {
    return this.#split.threshold;
  }
  get counts(): Counts {
    return this.#split.counts;
  }
  get left(): TreeNode {
    return this.#left.view;
  }
  get right(): TreeNode {
    return this.#right.view;
  }
}

/** A node of the working tree: where rows are received, and the decision kept. */
class Branch {
  readonly node: TreeNode;
  readonly value: number;
  readonly children: Branch[] = [];
  wrong = 0;
  best = 0;
  #view: TreeNode | undefined;
  constructor(node: TreeNode) {
    this.node = node;
    this.value = majority(node.counts);
  }
  receive(label: number): void {
    if (label !== this.value) this.wrong++;
  }
  next(x: readonly number[]): Branch | undefined {
    return this.node.kind === 'split' ? this.children[goesLeft(this.node, x) ? 0 : 1] : undefined;
  }
  decide(): void {
    const below = this.children.reduce((sum, child) => sum + child.best, 0);
    this.best = this.children.length === 0 ? this.wrong : Math.min(this.wrong, below);
  }
  /** Made when it is asked for, and then kept. */
  get view(): TreeNode {
    if (this.#view === undefined) {
      const { node, children } = this;
      const isLeaf = node.kind === 'leaf' || this.best === this.wrong;
      this.#view = isLeaf ? new LeafView(node.counts) : new SplitView(node, children[0], children[1]);
    }
    return this.#view;
  }
}

class Pruner {
  readonly #branches: Branch[];
  constructor(tree: TreeNode) {
    this.#branches = [new Branch(tree)];
    for (const branch of this.#branches) {
      if (branch.node.kind === 'leaf') continue;
      branch.children.push(new Branch(branch.node.left), new Branch(branch.node.right));
      this.#branches.push(...branch.children);
    }
  }
  send(x: readonly number[], label: number): void {
    for (let at: Branch | undefined = this.#branches[0]; at !== undefined; at = at.next(x)) at.receive(label);
  }
  get answer(): TreeNode {
    for (let i = this.#branches.length - 1; i >= 0; i--) this.#branches[i].decide();
    return this.#branches[0].view;
  }
}

export const classes: Prune = (tree, X, y) => {
  validate(X, y);
  const pruner = new Pruner(tree);
  X.forEach((x, i) => {
    pruner.send(x, y[i]);
  });
  return pruner.answer;
};

/** Maps with text keys; the answer's nodes are frozen and have no prototype. */
export const textKeys: Prune = (tree, X, y) => {
  validate(X, y);
  const bare = <T extends TreeNode>(node: T): T => Object.freeze(Object.assign(Object.create(null), node));
  const places = new Map<string, { node: TreeNode; rows: number[]; hits: number; left: string; right: string }>();
  const place = (node: TreeNode) => {
    const key = `#${places.size}`;
    places.set(key, { node, rows: [], hits: 0, left: '', right: '' });
    return key;
  };
  const at = (key: string) => present(places.get(key));
  at(place(tree)).rows = X.map((_, row) => row);
  for (const [, here] of places) {
    if (here.node.kind === 'leaf') continue;
    here.left = place(here.node.left);
    here.right = place(here.node.right);
    for (const row of here.rows) at(goesLeft(here.node, X[row]) ? here.left : here.right).rows.push(row);
  }
  for (const here of [...places.values()].reverse()) {
    const { counts, ...node } = here.node;
    const value = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b)[0];
    here.hits = here.rows.filter((row) => y[row] === value).length;
    const below = node.kind === 'leaf' ? -1 : at(here.left).hits + at(here.right).hits;
    if (node.kind === 'leaf' || here.hits >= below) here.node = bare<Leaf>({ kind: 'leaf', value, counts });
    else {
      here.hits = below;
      here.node = bare<Split>({ ...node, counts, left: at(here.left).node, right: at(here.right).node });
    }
  }
  return at('#0').node;
};
