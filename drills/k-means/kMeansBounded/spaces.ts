import fc from 'fast-check';
import { writtenAs } from '../../../src/index.ts';

type Point = ArrayLike<number>;

/** A metric that comes from moving points into another space, where the squared distance is the Euclidean one. */
export interface Space {
  /** The metric as a learner can paste it. */
  readonly code: string;
  /** A point (at most 3 features) in the other space. */
  readonly moved: (point: Point) => number[];
  /** The point that `moved` brings there. */
  readonly back: (moved: Point) => number[];
  readonly squaredDistance: (a: Point, b: Point) => number;
}

function space(code: string, factorsOf: (j: number) => readonly [own: number, next: number]): Space {
  const moved = (point: Point): number[] =>
    Array.from(point, (value, j) => {
      const [own, next] = factorsOf(j);
      return own * value + (j + 1 < point.length ? next * point[j + 1] : 0);
    });
  const back = (point: Point): number[] => {
    const values = Array.from(point);
    for (let j = values.length - 1; j >= 0; j--) {
      const [own, next] = factorsOf(j);
      values[j] = (values[j] - (j + 1 < values.length ? next * values[j + 1] : 0)) / own;
    }
    return values;
  };
  return {
    code,
    moved,
    back,
    squaredDistance: (a, b) => {
      const [movedA, movedB] = [moved(a), moved(b)];
      return movedA.reduce((sum, value, j) => sum + (value - movedB[j]) ** 2, 0);
    },
  };
}

export const euclidean = space('(a, b) => a.reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0)', () => [1, 0]);

/** Each feature counts with a weight of its own. */
export const weighted = space('(a, b) => a.reduce((sum, v, j) => sum + [9, 1, 4][j] * (v - b[j]) ** 2, 0)', (j) => [
  [3, 1, 2][j],
  0,
]);

/** Features are mixed, so that no weights describe it. */
export const mixed = space(
  '(a, b) => { const d = a.map((v, j) => v - b[j]); return d.reduce((sum, v, j) => sum + (v + (d[j + 1] ?? 0)) ** 2, 0); }',
  () => [1, 1],
);

/** Less than Euclid's, by a power of two so that ties stay exact: what is measured by Euclid is too far. */
export const shrunk = space('(a, b) => a.reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0) / 16', () => [1 / 4, 0]);

/** Every squared distance is so many times the Euclidean one, as if features were in other units: roots become irrational. */
export function stretched(factor: number): Space {
  const { moved, back, squaredDistance } = euclidean;
  const code = `(a, b) => ${factor} * a.reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0)`;
  return { code, moved, back, squaredDistance: (a, b) => factor * squaredDistance(a, b) };
}

export const spaces: fc.Arbitrary<Space> = fc.constantFrom(weighted, mixed, shrunk);

/** The metric of a space, and how often it was called. */
export function counted({ code, squaredDistance }: Space): {
  readonly squaredDistance: (a: Point, b: Point) => number;
  readonly calls: () => number;
} {
  let calls = 0;
  const metric = (a: Point, b: Point): number => {
    calls++;
    return squaredDistance(a, b);
  };
  return { squaredDistance: writtenAs(metric, code), calls: () => calls };
}
