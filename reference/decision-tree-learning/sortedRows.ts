/**
 * The rows (nSamples) in ascending order of value; equal values stay in the order of rows. Merge sort from below (Knuth 1998,
 * section 5.2.4) in time O(nSamples log nSamples): `rows.sort` would call a function for each comparison, which costs more
 * than the comparison.
 */
export function sortedRows(values: Float64Array): Int32Array {
  const n = values.length;
  let from = new Int32Array(n);
  let to = new Int32Array(n);
  for (let i = 0; i < n; i++) from[i] = i;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(middle + width, n);
      let left = start;
      let right = middle;
      for (let i = start; i < end; i++) {
        const isLeft = left < middle && (right === end || values[from[left]] <= values[from[right]]);
        to[i] = isLeft ? from[left++] : from[right++];
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
