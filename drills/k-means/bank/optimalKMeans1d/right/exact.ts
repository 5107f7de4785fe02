// costs of BigInt units: whole numbers of 2 ** -52 of the range of the values
import { type Cost, check, cutting, sortedIndices, strides } from './kit.ts';

export function optimalKMeans1d(values: readonly number[], nClusters: number) {
  check(values, nClusters);
  const low = values.reduce((a, b) => Math.min(a, b));
  const range = values.reduce((a, b) => Math.max(a, b)) - low || 1;
  const units = sortedIndices(values).map((i) => BigInt(Math.round(((values[i] - low) / range) * 2 ** 52)));
  const sums = [0n];
  const squares = [0n];
  for (const [i, unit] of units.entries()) {
    sums.push(sums[i] + unit);
    squares.push(squares[i] + unit * unit);
  }
  const cost: Cost = (from, to) => {
    const size = BigInt(to - from);
    const sum = sums[to] - sums[from];
    return Number((size * (squares[to] - squares[from]) - sum * sum) / size) * 2 ** -104;
  };
  return cutting((n, k) => strides(n, k, cost))(values, nClusters);
}
