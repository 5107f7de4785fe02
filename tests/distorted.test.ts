import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  check,
  type Drill,
  formsOf,
  levelName,
  plainSubject,
  type Subject,
  type SubjectFunction,
} from '../src/index.ts';
import { drillOf, root, slugs, withFewerInputs } from './bank.ts';

const INPUTS = 10;

type Distort = (value: unknown) => unknown;

const onLists =
  (change: (list: readonly unknown[]) => unknown): Distort =>
  (value) =>
    Array.isArray(value) ? change(value) : value;

const onNumbers =
  (change: (value: number) => number): Distort =>
  (value) =>
    typeof value === 'number' ? change(value) : value;

const onSplits =
  (change: (split: { readonly left: unknown; readonly right: unknown }) => unknown): Distort =>
  (value) =>
    typeof value === 'object' && value !== null && 'left' in value && 'right' in value ? change(value) : value;

/** The same at every depth, from the inside out; what is too deep for that stays as it is. */
function everywhere(distort: Distort): Distort {
  const go = (value: unknown): unknown => {
    if (Array.isArray(value)) return distort(value.map(go));
    if (typeof value !== 'object' || value === null) return distort(value);
    return distort(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, go(inner)])));
  };
  return (value) => {
    try {
      return go(value);
    } catch (error) {
      if (error instanceof RangeError) return value;
      throw error;
    }
  };
}

const lists: Record<string, Distort> = {
  'empty lists': onLists(() => []),
  'lists without their first': onLists((list) => list.slice(1)),
  'lists without their last': onLists((list) => list.slice(0, -1)),
  'lists of one': onLists((list) => list.slice(0, 1)),
  'lists with their last twice': onLists((list) => [...list, ...list.slice(-1)]),
  'lists the other way round': onLists((list) => [...list].reverse()),
};

const numbers: Record<string, Distort> = {
  zeros: onNumbers(() => 0),
  ones: onNumbers(() => 1),
  'negative numbers': onNumbers((value) => -1 - value),
  'numbers one larger': onNumbers((value) => value + 1),
  'large numbers': onNumbers(() => 1e9),
  fractions: onNumbers((value) => value + 0.5),
  'NaN everywhere': onNumbers(() => Number.NaN),
};

const trees: Record<string, Distort> = {
  'left children only': onSplits(({ left }) => left),
  'right children only': onSplits(({ right }) => right),
  'children the other way round': onSplits((split) => ({ ...split, left: split.right, right: split.left })),
};

const others: Record<string, Distort> = {
  nothing: () => undefined,
  null: () => null,
  text: () => 'text',
  'an empty object': () => ({}),
  'a split below itself': onSplits((split) => ({ ...split, left: { ...split } })),
  'a list of lists': () => [[]],
  'a number': () => 7,
  'the opposite': (value) => (typeof value === 'boolean' ? !value : value),
};

const atEveryDepth: Record<string, Distort> = Object.fromEntries(
  Object.entries({ ...lists, ...numbers, ...trees }).map(([name, distort]) => [
    `${name}, at every depth`,
    everywhere(distort),
  ]),
);

const withoutLargeLaws = (drill: Drill<unknown>): Drill<unknown> => ({
  ...drill,
  levels: drill.levels.map((level) => ({ ...level, laws: level.laws.filter(({ isLarge }) => !isLarge) })),
});

/** A subject whose functions, and whose objects' methods, give something else than they should. */
function distorted({ functions, ...rest }: Subject, distort: Distort): Subject {
  const wrap =
    (run: SubjectFunction): SubjectFunction =>
    (...args) => {
      const result = run(...args);
      if (typeof result === 'object' && result !== null && !Array.isArray(result)) {
        const entries = Object.entries(result);
        if (entries.length === 0) return result; // it stands for what is kept
        if (entries.every(([, method]) => typeof method === 'function'))
          return Object.fromEntries(entries.map(([name, method]) => [name, wrap(method)]));
      }
      return distort(result);
    };
  return { ...rest, functions: Object.fromEntries(Object.entries(functions).map(([name, run]) => [name, wrap(run)])) };
}

for (const slug of slugs) {
  describe(`${slug}: whatever comes back, a law gives a verdict`, async () => {
    const drill = withFewerInputs(await drillOf(slug), INPUTS);
    const file = path.join(root, 'reference', slug, 'index.ts');
    const reference = plainSubject(await import(pathToFileURL(file).href), formsOf(drill.levels));
    const shallow = withoutLargeLaws(drill);
    for (const [name, distort] of Object.entries({ ...lists, ...numbers, ...trees, ...others, ...atEveryDepth })) {
      test(name, () => {
        for (const level of drill.levels.map(levelName)) {
          const [verdict] = check(name in atEveryDepth ? shallow : drill, distorted(reference, distort), {
            seed: 1,
            level,
          });
          expect(verdict?.laws.length, level).toBeGreaterThan(0);
          for (const law of verdict?.laws ?? []) {
            const message = law.status === 'failed' ? law.message : '';
            const unwanted = name in others ? /\[object|TypeError/ : /undefined|\[object|TypeError/;
            expect(message, `${level}: ${law.name}`).not.toMatch(unwanted);
          }
        }
      });
    }
  });
}
