import { broken } from '../../../src/index.ts';
import { candidatesOf, cutAt, decreaseOf, firstTied, SLACK } from '../bestSplit/candidates.ts';
import type { Criterion } from './judgeTree.ts';

/** The class that most of the labels are; the smallest on ties. */
export function majorityOf(y: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const label of y) counts.set(label, (counts.get(label) ?? 0) + 1);
  const largest = Math.max(...counts.values());
  return Math.min(...[...counts.keys()].filter((label) => counts.get(label) === largest));
}

/** Classification by the rules of level 1. */
export const gini: Criterion = {
  isPure: ({ y }) => y.every((label) => label === y[0]),
  candidates: ({ X, y }, minSamplesLeaf) =>
    candidatesOf(X, y, minSamplesLeaf).map((one) => ({ ...one, decrease: decreaseOf(one) })),
  decrease: ({ X, y }, question) => decreaseOf(cutAt(X, y, question)),
  slack: () => SLACK,
  first: ({ X, y }, minSamplesLeaf, question) => firstTied(candidatesOf(X, y, minSamplesLeaf), cutAt(X, y, question)),
  judgeValue: (at, value, { y }) => {
    const expected = majorityOf(y);
    return value === expected ? undefined : broken(at, value, expected);
  },
};
