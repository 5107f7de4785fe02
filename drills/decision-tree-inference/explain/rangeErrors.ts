import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import { lawsOf, throwsRangeError } from '../../../src/index.ts';
import { leaf, split, visited } from '../predict/inputs.ts';
import { type Explanation, explanations } from './inputs.ts';

const law = lawsOf<typeof reference>();

const smallest: Explanation = { tree: split(0, 0, leaf(1), leaf(2)), x: [0], background: [[1]] };

/** An explanation, and the row (x is 0, background rows count from 1) and split that are to be malformed. */
const spoilt = fc.record({ explanation: explanations, row: fc.nat({ max: 4 }), at: fc.nat({ max: 9 }) });

/** More rows than a byte counts. */
const manyRows: Explanation = { ...smallest, background: Array.from({ length: 300 }, () => [1]) };

/** Feature 1 is read by one of two rows alone. */
const readByOne = ([x, row]: readonly [number, number]): Explanation => ({
  tree: split(0, 0, leaf(1), split(1, 0, leaf(2), leaf(3))),
  x: [x, 0],
  background: [[row, 0]],
});
const byOne = [0, 1].map((row) => ({ explanation: readByOne(row === 0 ? [1, 0] : [0, 1]), row, at: 1 }));

const withNaN = (row: readonly number[], j: number): number[] =>
  row.map((value, other) => (other === j ? Number.NaN : value));

export const rangeErrorLaws = [
  law(
    'an empty background is a RangeError',
    explanations,
    ({ explain }, { tree, x }) => throwsRangeError(() => explain(tree, x, []), 'an empty background'),
    { stage: 'faults', runs: 20 },
  ),
  law(
    'a background row that is not as long as x is a RangeError',
    fc.record({ explanation: explanations, at: fc.nat({ max: 3 }), isLonger: fc.boolean() }),
    ({ explain }, { explanation: { tree, x, background }, at, isLonger }) => {
      const i = at % background.length;
      const rows = background.map((row, other) => (other !== i ? row : isLonger ? [...row, 0] : row.slice(1)));
      return throwsRangeError(
        () => explain(tree, x, rows),
        `background[${i}] of length ${rows[i].length}, where x has ${x.length}`,
      );
    },
    {
      stage: 'faults',
      runs: 60,
      examples: [
        { explanation: smallest, at: 0, isLonger: true },
        { explanation: { ...smallest, background: [[1], [1]] }, at: 1, isLonger: false },
        { explanation: manyRows, at: 299, isLonger: true },
      ],
    },
  ),
  law(
    'a split that x or a background row visits and that reads NaN is a RangeError',
    spoilt,
    ({ explain }, { explanation: { tree, x, background }, row, at }) => {
      const rows = [x, ...background];
      const i = row % rows.length;
      const way = visited({ tree, x: rows[i] });
      if (way.length === 0) return undefined;
      const j = way[at % way.length].featureIndex;
      const [spoiltX, ...others] = rows.map((values, other) => (other === i ? withNaN(values, j) : values));
      const name = i === 0 ? 'x' : `background[${i - 1}]`;
      return throwsRangeError(() => explain(tree, spoiltX, others), `${name}[${j}] = NaN`);
    },
    {
      stage: 'faults',
      runs: 80,
      examples: [
        ...[0, 1].map((row) => ({ explanation: smallest, row, at: 0 })),
        ...byOne,
        { explanation: manyRows, row: 300, at: 0 },
      ],
    },
  ),
  law(
    'a split that x or a background row visits and that reads past the end is a RangeError',
    spoilt,
    ({ explain }, { explanation: { tree, x, background }, row, at }) => {
      const rows = [x, ...background];
      const way = visited({ tree, x: rows[row % rows.length] });
      if (way.length === 0) return undefined;
      // One feature at least is left: rows without features are malformed for a reason of their own.
      const nFeatures = Math.max(1, way[at % way.length].featureIndex);
      if (way.every(({ featureIndex }) => featureIndex < nFeatures)) return undefined;
      const [shortX, ...others] = rows.map((values) => values.slice(0, nFeatures));
      const why = `a split that reads feature ${nFeatures}, or beyond, where rows have ${nFeatures === 1 ? '1 feature' : `${nFeatures} features`}`;
      return throwsRangeError(() => explain(tree, shortX, others), why);
    },
    {
      stage: 'faults',
      runs: 80,
      examples: [
        {
          explanation: { tree: split(1, 0, leaf(1), leaf(2)), x: [0, 0], background: [[0, 1]] },
          row: 0,
          at: 0,
        },
        ...byOne,
      ],
    },
  ),
];
