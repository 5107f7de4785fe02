// functional, trees that never change, answers in a Float64Array
import { among, type Best, checkCount, checkRow, checkWidth, type Member, type Row } from './kit.ts';

type Tree = { readonly members: readonly Member[]; readonly top: Knot | undefined };
type Knot = { readonly member: Member; readonly axis: number; readonly sides: readonly (Knot | undefined)[] };
type State = { readonly grove: readonly Tree[]; readonly there: Set<number>; readonly next: number };

const knot = (members: readonly Member[], depth: number): Knot | undefined => {
  if (members.length === 0) return undefined;
  const axis = depth % members[0].row.length;
  const sorted = members.toSorted((a, b) => a.row[axis] - b.row[axis]);
  const middle = Math.floor(sorted.length / 2);
  const sides = [sorted.slice(0, middle), sorted.slice(middle + 1)].map((side) => knot(side, depth + 1));
  return { member: sorted[middle], axis, sides };
};

const treeOf = (members: readonly Member[]): Tree => ({ members, top: knot(members, 0) });

/** A grove with a tree more: of two that are as large one is made. */
const planted = (grove: readonly Tree[], tree: Tree): readonly Tree[] => {
  const last = grove.at(-1);
  if (!last || last.members.length > tree.members.length) return [...grove, tree];
  return planted(grove.slice(0, -1), treeOf([...last.members, ...tree.members]));
};

const within = (best: Best, top: Knot | undefined, there: ReadonlySet<number>, query: Row, k: number): Best => {
  if (!top) return best;
  const gap = query[top.axis] - top.member.row[top.axis];
  const [near, far] = gap < 0 ? top.sides : top.sides.toReversed();
  const first = within(best, near, there, query, k);
  const own = there.has(top.member.id) ? among(first, top.member, query, k) : first;
  return own.length === k && own[k - 1].far < gap * gap ? own : within(own, far, there, query, k);
};

export const createDynamicIndex = (nFeatures: number) => {
  checkWidth(nFeatures);
  let state: State = { grove: [], there: new Set(), next: 0 };
  return {
    insert: (row: Row) => {
      checkRow(row, nFeatures);
      const { grove, there, next } = state;
      state = { grove: planted(grove, treeOf([{ id: next, row: [...row] }])), there: there.add(next), next: next + 1 };
      return next;
    },
    remove: (id: number) => {
      const { grove, there, next } = state;
      if (!there.delete(id)) return false;
      if (grove.reduce((sum, { members }) => sum + members.length, 0) > 2 * there.size) {
        const left = grove.flatMap(({ members }) => members).filter((member) => there.has(member.id));
        state = { grove: [treeOf(left)], there, next };
      }
      return true;
    },
    query: (query: Row, k: number) => {
      checkRow(query, nFeatures);
      checkCount(k, state.there.size);
      const best = state.grove.reduce<Best>((found, { top }) => within(found, top, state.there, query, k), []);
      return Float64Array.from(best, ({ id }) => id);
    },
  };
};
