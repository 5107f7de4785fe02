import fc from 'fast-check';
import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import { selectAlpha } from '../../reference/decision-tree-pruning/index.ts';
import {
  asItIsNow,
  broken,
  defineLevel,
  finiteNumber,
  firstBroken,
  type Growth,
  independent,
  type Judgement,
  lawsOf,
  listOf,
  objectWith,
  randomInteger,
  sameTwice,
  unchanged,
} from '../../src/index.ts';
import {
  asked,
  example,
  isDecided,
  largerSelections,
  manyFolds,
  manySamples,
  narrowly,
  oneFold,
  type Selection,
  selections,
  standardErrorsApart,
} from './selectAlpha/inputs.ts';
import { rangeErrorLaws } from './selectAlpha/rangeErrors.ts';

type Solution = typeof reference;
const law = lawsOf<Solution>();

/** Where a list of the answer is not what it should be. */
function listDifference(name: 'risks' | 'standardErrors', solution: Solution, { path, folds }: Selection): Judgement {
  const asked = selectAlpha(path, folds)[name];
  const came = solution.selectAlpha(path, folds)[name];
  const k = Array.from(asked).findIndex((value, i) => !(Math.abs(came[i] - value) <= 1e-9));
  return k < 0 ? undefined : broken(`${name}[${k}]`, came[k], asked[k]);
}

/** Laws stay away from inputs on which rounding decides. */
const decided =
  (judge: (solution: Solution, input: Selection) => Judgement) =>
  (solution: Solution, input: Selection): Judgement =>
    isDecided(input) ? judge(solution, input) : undefined;

const calls = selections.map(({ path, folds }): unknown[] => [path, folds]);

/** Paths of so many entries, with a fold whose path is as long. */
const workload: Growth<Solution>['workload'] = (size, random) => {
  const alphas = (n: number): number[] => {
    const alphas = [0];
    while (alphas.length < n) alphas.push(alphas[alphas.length - 1] + random());
    return alphas;
  };
  const path = alphas(size).map((ccpAlpha, k) => ({ ccpAlpha, nLeaves: size - k, risk: k / size }));
  const folds = [1, 2].map(() => ({
    nSamples: 1000,
    path: alphas(size).map((ccpAlpha) => ({ ccpAlpha, nErrors: randomInteger(random, 0, 1000) })),
  }));
  return (solution) => {
    solution.selectAlpha(path, folds);
  };
};

export const selectAlphaLevel = defineLevel<Solution>()({
  functions: ['selectAlpha'],
  title: 'Choose a tree of the path by cross-validation',
  returns: {
    selectAlpha: ([path]) =>
      objectWith({
        ccpAlpha: finiteNumber,
        risks: listOf(finiteNumber, path.length),
        standardErrors: listOf(finiteNumber, path.length),
      }),
  },
  laws: [
    law(
      'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it',
      oneFold,
      decided((solution, input) => listDifference('risks', solution, input)),
      { examples: asked },
    ),
    law(
      'risks[k] is the errors of all folds divided by the samples of all folds',
      selections,
      decided((solution, input) => listDifference('risks', solution, input)),
      { examples: [example, manySamples] },
    ),
    law(
      'standardErrors[k] is sqrt(risk x (1 - risk) / samples of all folds)',
      selections,
      decided((solution, input) => listDifference('standardErrors', solution, input)),
      { examples: [example, manySamples], runs: 150 },
    ),
    law(
      'ccpAlpha is that of the last entry whose risk is at most the smallest plus its standard error',
      selections,
      decided((solution, { path, folds }) => {
        const asked = selectAlpha(path, folds).ccpAlpha;
        const came = solution.selectAlpha(path, folds).ccpAlpha;
        return came === asked ? undefined : broken('ccpAlpha', came, asked);
      }),
      { examples: [example, ...standardErrorsApart, ...narrowly] },
    ),
    law(
      'dozens of entries and folds are no other than a few',
      largerSelections,
      decided((solution, { path, folds }) => {
        const asked = selectAlpha(path, folds);
        const came = solution.selectAlpha(path, folds);
        return (
          listDifference('risks', solution, { path, folds }) ??
          listDifference('standardErrors', solution, { path, folds }) ??
          (came.ccpAlpha === asked.ccpAlpha ? undefined : broken('ccpAlpha', came.ccpAlpha, asked.ccpAlpha))
        );
      }),
      { stage: 'larger', examples: [manyFolds], runs: 30 },
    ),
    law(
      'the order of the folds does not matter',
      selections,
      decided((solution, { path, folds }) => {
        const asked = solution.selectAlpha(path, folds).ccpAlpha;
        const came = solution.selectAlpha(path, [...folds].reverse()).ccpAlpha;
        return came === asked ? undefined : broken('ccpAlpha', came, asked);
      }),
      { stage: 'combined', runs: 60 },
    ),
    law(
      'nLeaves and risk of path play no part',
      fc.tuple(selections, fc.nat(9)),
      (solution, [{ path, folds }, n]) => {
        if (!isDecided({ path, folds })) return undefined;
        const others = path.map(({ ccpAlpha }) => ({ ccpAlpha, nLeaves: n + 1, risk: n / 10 }));
        const asked = selectAlpha(path, folds).ccpAlpha;
        const came = solution.selectAlpha(others, folds).ccpAlpha;
        return came === asked ? undefined : broken('ccpAlpha', came, asked);
      },
      { stage: 'special', runs: 60 },
    ),
    ...rangeErrorLaws,
    law(
      'an earlier answer stays what it was',
      fc.tuple(selections, selections),
      (solution, [earlier, later]) => {
        const answer = solution.selectAlpha(earlier.path, earlier.folds);
        const asked = { risks: Array.from(answer.risks), standardErrors: Array.from(answer.standardErrors) };
        solution.selectAlpha(later.path, later.folds);
        const now = asItIsNow(answer);
        return firstBroken(['risks', 'standardErrors'] as const, (name) => {
          const k = asked[name].findIndex((value, i) => now[name][i] !== value);
          return k < 0 ? undefined : broken(`${name}[${k}] of the earlier answer`, now[name][k], asked[name][k]);
        });
      },
      { stage: 'state', examples: [[example, ...standardErrorsApart.slice(0, 1)] as [Selection, Selection]], runs: 30 },
    ),
    unchanged('selectAlpha', ['path', 'folds'], calls),
    sameTwice('selectAlpha', calls),
    independent('selectAlpha', calls),
  ],
  growth: [{ variable: 'nEntries', on: 'two folds with paths as long', measures: ['steps'], workload }],
  hints: [
    'For which penalties is entry k of the path the best tree? One number has to stand for all of them.',
    'Write a function that asks one fold at one alpha first: the last entry of its path that is not above it.',
    'Both lists of alphas ascend. After entry k you need not look at the entries of the fold again that you have passed.',
    'Add up errors and samples of all folds before you divide. The limit of the 1-SE rule is one number; the last entry below it is the answer.',
  ],
});
