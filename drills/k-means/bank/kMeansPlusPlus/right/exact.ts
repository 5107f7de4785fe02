// BigInt weights and 106 bits of chance
import { choosing } from './kit.ts';

/** Whole weights of 80 bits, and a whole number of 106 bits from two calls. */
export const kMeansPlusPlus = choosing((weights, random) => {
  const most = weights.reduce((a, b) => Math.max(a, b));
  if (most === 0) return -1;
  const fixed = Array.from(weights, (weight) =>
    weight === 0 ? 0n : (BigInt(Math.ceil((weight / most) * 2 ** 52)) << 28n) | 1n,
  );
  const sum = fixed.reduce((a, b) => a + b, 0n);
  const bits = (BigInt(Math.floor(random() * 2 ** 53)) << 53n) | BigInt(Math.floor(random() * 2 ** 53));
  let left = (bits * sum) >> 106n;
  return fixed.findIndex((weight) => {
    left -= weight;
    return left < 0n;
  });
});
