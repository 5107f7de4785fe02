import { deepFrozen, toCode, writtenAs } from '../../../src/index.ts';

type Point = readonly number[];
type Matrix = readonly Point[];

const N_POINTS = 260;

/** So many points that a check of dozens, or an index of one byte, does not reach the last. */
export const manyPoints: Matrix = writtenAs(
  deepFrozen(Array.from({ length: N_POINTS }, (_, i) => [i, 1])),
  `Array.from({ length: ${N_POINTS} }, (_, i) => [i, 1])`,
);

/** The last of them. */
export const LAST = N_POINTS - 1;

/** The points with one of them changed; of many points that are written in short, the last. */
export function changed(points: Matrix, i: number, change: (point: Point) => Point): Matrix {
  const at = i % points.length;
  const result = points.map((point, index) => (index === at ? change(point) : point));
  if (points !== manyPoints || at !== LAST) return result;
  return writtenAs(
    result,
    `Array.from({ length: ${N_POINTS} }, (_, i) => (i === ${LAST} ? ${toCode(result[LAST])} : [i, 1]))`,
  );
}
