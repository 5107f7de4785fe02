import { broken, finiteNumber, integerIn, readBy, type Shape } from '../../../src/index.ts';

const ROOT = 'the answer';

/** Beyond this many characters the place of a node is cut short: it may lie deep. */
const LONGEST = 60;

/** The place of a child: "left.right". */
export function childOf(at: string, side: 'left' | 'right'): string {
  if (at === ROOT) return side;
  if (at.endsWith('...')) return at;
  return at.length > LONGEST ? `${at}...` : `${at}.${side}`;
}

/** The place of what a node carries: "left.threshold", and "threshold" at the root. */
export const fieldOf = (at: string, field: string): string => (at === ROOT ? field : `${at}.${field}`);

/** A tree over rows of `nFeatures` features: leaves with a number, splits with two children. Other fields may be added. */
export const treeShape = (nFeatures: number): Shape =>
  readBy(['kind', 'value', 'featureIndex', 'threshold', 'left', 'right'], (value, root) => {
    const open: [unknown, string][] = [[value, root]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [node, at] = next;
      const { kind, value, featureIndex, threshold, left, right } = (node ?? {}) as Readonly<Record<string, unknown>>; // any value can be read by name
      if (kind !== 'leaf' && kind !== 'split') return broken(at, node, "a node of kind 'leaf' or 'split'");
      const judgement =
        kind === 'leaf'
          ? finiteNumber(value, fieldOf(at, 'value'))
          : (integerIn(0, nFeatures - 1)(featureIndex, fieldOf(at, 'featureIndex')) ??
            finiteNumber(threshold, fieldOf(at, 'threshold')));
      if (judgement) return judgement;
      if (kind === 'split') open.push([right, childOf(at, 'right')], [left, childOf(at, 'left')]);
    }
    return undefined;
  });
