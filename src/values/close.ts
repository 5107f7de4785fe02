/** The relative error within which two results are the same: sums in another order differ by less. */
export const TOLERANCE = 1e-9;

/** Whether two numbers are equal up to rounding: within 1e-9 of the larger, or of `scale` where terms of that size cancel. */
export function isClose(a: number, b: number, scale = 0): boolean {
  if (a === b) return true;
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b), Math.abs(scale));
}
