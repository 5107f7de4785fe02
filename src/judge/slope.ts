/** Slope of the least-squares line through the points (x, y); 0 for fewer than two points. */
export function slope(x: readonly number[], y: readonly number[]): number {
  const n = x.length;
  if (n < 2) return 0;
  const meanX = x.reduce((a, b) => a + b, 0) / n;
  const meanY = y.reduce((a, b) => a + b, 0) / n;
  let covariance = 0;
  let variance = 0;
  x.forEach((value, i) => {
    covariance += (value - meanX) * ((y[i] ?? 0) - meanY);
    variance += (value - meanX) ** 2;
  });
  return covariance / variance;
}
