import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TreeNode } from '../../reference/decision-tree-pruning/index.ts';

/** What expected.py or expected.R wrote about a topic; the type says what that is. */
export const readExpected = <T>(topic: string): T =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'expected', `${topic}.json`), 'utf8')) as T;

/** Labels from 0 to 9, a digit each. */
export const labelsOf = (digits: string): number[] => [...digits].map(Number);

/** A tree in preorder; a leaf has feature -1. */
export interface ExportedTree {
  readonly featureIndex: readonly number[];
  readonly threshold: readonly number[];
  /** Training samples of each class at each node. */
  readonly values: readonly (readonly number[])[];
}

export function treeOf({ featureIndex, threshold, values }: ExportedTree): TreeNode {
  let next = 0;
  const read = (): TreeNode => {
    const i = next++;
    const counts = values[i];
    if (featureIndex[i] < 0) return { kind: 'leaf', value: counts.indexOf(Math.max(...counts)), counts };
    const left = read();
    return { kind: 'split', featureIndex: featureIndex[i], threshold: threshold[i], left, right: read(), counts };
  };
  return read();
}
