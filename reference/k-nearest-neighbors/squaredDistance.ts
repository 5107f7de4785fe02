/**
 * Squared Euclidean distance, which orders rows as the distance does. Differences come first and are squared then:
 * ||a||^2 - 2ab + ||b||^2 is the same on paper and cancels to noise far from the origin.
 */
export function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) ** 2;
  return sum;
}
