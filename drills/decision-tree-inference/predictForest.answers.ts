import type * as reference from '../../reference/decision-tree-inference/index.ts';
import type { RightAnswer } from '../../src/index.ts';
import { byCounts } from './predictForest/byCounts.answers.ts';

type Predict = typeof reference.predictForest;
type Trees = Parameters<Predict>[0];
type TreeNode = Trees[number];
type Row = Parameters<Predict>[1];

function vote(tree: TreeNode, x: Row): number {
  let node = tree;
  while (node.kind === 'split') {
    if (node.featureIndex >= x.length || Number.isNaN(x[node.featureIndex])) {
      throw new RangeError(`cannot read feature ${node.featureIndex}`);
    }
    node = x[node.featureIndex] <= node.threshold ? node.left : node.right;
  }
  return node.value;
}

/** The votes one after the other: a tree is walked when its vote is asked for. */
function* votes(trees: Trees, x: Row): Generator<[label: number, remaining: number], void, undefined> {
  for (const [i, tree] of trees.entries()) yield [vote(tree, x), trees.length - i - 1];
}

type Standing = readonly [label: number, count: number];

const better = ([a, m]: Standing, [b, n]: Standing): boolean => m > n || (m === n && a < b);

/** The first two labels, whatever the others. */
class Race {
  readonly #counts = new Map<number, number>();
  #first: Standing = [0, 0];
  #second: Standing = [0, 0];

  get winner(): number {
    return this.#first[0];
  }

  add(label: number): this {
    const now: Standing = [label, (this.#counts.get(label) ?? 0) + 1];
    this.#counts.set(...now);
    if (this.#first[1] === 0 || label === this.#first[0]) this.#first = now;
    else if (better(now, this.#first)) [this.#first, this.#second] = [now, this.#first];
    else if (label === this.#second[0] || better(now, this.#second)) this.#second = now;
    return this;
  }

  isOver(remaining: number): boolean {
    if (remaining === 0) return true;
    const newcomer: Standing = [Number.NEGATIVE_INFINITY, remaining];
    const chaser: Standing = [this.#second[0], this.#second[1] + remaining];
    return better(this.#first, newcomer) && (this.#second[1] === 0 || better(this.#first, chaser));
  }
}

class EmptyForestError extends RangeError {}

/** Numbers that grow with the votes, and among as many with smaller labels: one comparison instead of two. */
interface State {
  readonly first: number;
  readonly second: number | undefined;
  readonly isSettled: boolean;
}

export const answers: RightAnswer<typeof reference>[] = [
  {
    says: 'a class that keeps the first two labels',
    solution: {
      predictForest(trees, x) {
        if (!trees.length) throw new EmptyForestError('no trees, no answer');
        const race = new Race();
        for (const [label, remaining] of votes(trees, x)) if (race.add(label).isOver(remaining)) break;
        return race.winner;
      },
    },
  },
  {
    says: 'functional: `find` over the trees with what a fold would carry',
    solution: {
      predictForest: (trees, x) => {
        const counts: Map<number, number> = new Map();
        const countOf = (label: number | undefined) => (label === undefined ? 0 : (counts.get(label) ?? 0));
        const leads = (a: number, b: number | undefined) =>
          b === undefined || countOf(a) > countOf(b) || (countOf(a) === countOf(b) && a < b);
        const step = ({ first, second }: State, label: number, remaining: number): State => {
          counts.set(label, countOf(label) + 1);
          const isFirst = label === first || leads(label, first);
          const now = isFirst ? label : first;
          const next = isFirst ? (label === first ? second : first) : leads(label, second) ? label : second;
          const margin = countOf(now) - remaining;
          const isSettled =
            remaining === 0 ||
            (margin > 0 && (margin > countOf(next) || (margin === countOf(next) && now < (next ?? now))));
          return { first: now, second: next, isSettled };
        };
        let state: State | undefined;
        trees.find((tree, i) => {
          const label = vote(tree, x);
          const remaining = trees.length - i - 1;
          if (state === undefined) {
            counts.set(label, 1);
            state = { first: label, second: undefined, isSettled: remaining === 0 };
          } else state = step(state, label, remaining);
          return state.isSettled;
        });
        if (!state) throw new RangeError('empty');
        return state.first + 0;
      },
    },
  },
  {
    says: 'looks for the two best labels only once, half way, and keeps them up to date from there on',
    solution: {
      predictForest(trees, x) {
        const n = trees.length;
        if (n === 0) throw new RangeError('an empty forest');
        const walk = votes(trees, x);
        const counts: Record<string, number> = Object.create(null);
        const take = (): number => {
          const { value } = walk.next();
          if (!value) throw new Error('no more trees');
          counts[value[0]] = (counts[value[0]] ?? 0) + 1;
          return value[0];
        };
        const half = Math.floor(n / 2) + 1; // fewer votes can be outvoted by a label that nobody has named
        for (let i = 0; i < half; i++) take();
        const ranked: Standing[] = [];
        for (const key of Object.keys(counts)) {
          const now: Standing = [Number(key), counts[key]];
          const at = ranked.findIndex((other) => better(now, other));
          ranked.splice(at < 0 ? ranked.length : at, 0, now);
          ranked.length = Math.min(2, ranked.length);
        }
        let [first, second] = [ranked[0], ranked[1] ?? [Number.POSITIVE_INFINITY, 0]];
        for (let remaining = n - half; remaining > 0; remaining--) {
          if (better(first, [second[0], second[1] + remaining]) && first[1] > remaining) break;
          const label = take();
          const now: Standing = [label, counts[label]];
          if (label === first[0]) first = now;
          else if (better(now, first)) [first, second] = [now, first];
          else if (label === second[0] || better(now, second)) second = now;
        }
        return first[0];
      },
    },
  },
  {
    says: 'walks a tree that stands in the forest twice once, and counts its vote again',
    solution: {
      predictForest(trees, x) {
        if (trees.length < 1) throw new RangeError('a forest needs a tree');
        const known = new Map<TreeNode, number>();
        const race = new Race();
        let remaining = trees.length;
        do {
          const tree = trees[trees.length - remaining--];
          const label = known.get(tree) ?? vote(tree, x);
          known.set(tree, label);
          race.add(label);
        } while (!race.isOver(remaining));
        return race.winner;
      },
    },
  },
  ...byCounts,
];
