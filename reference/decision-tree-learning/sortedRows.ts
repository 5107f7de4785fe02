/** From this many rows on, counting digits clearly beats comparing. */
const MANY = 4096;

/** The rows (nSamples) in ascending order of value; equal values stay in the order of rows. */
export function sortedRows(values: Float64Array): Int32Array {
  const rows = new Int32Array(values.length);
  for (let i = 0; i < rows.length; i++) rows[i] = i;
  return values.length < MANY ? byMerging(values, rows) : byDigits(values, rows);
}

/** Merge sort from below (Knuth 1998, section 5.2.4). `rows.sort` calls a function for each comparison, which costs more than the comparison. */
function byMerging(values: Float64Array, rows: Int32Array): Int32Array {
  const n = rows.length;
  let from: Int32Array = rows;
  let to: Int32Array = new Int32Array(n);
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

const BITS = 11;
const MASK = 2 ** BITS - 1;

/**
 * Radix sort, least significant digit first (Knuth 1998, section 5.2.5): a stable pass for each of the six digits of a double,
 * whose order as a number is that of its bits once negative ones are inverted and the others get the highest bit.
 */
function byDigits(values: Float64Array, rows: Int32Array): Int32Array {
  const keys = new Float64Array(values.length);
  for (let i = 0; i < keys.length; i++) keys[i] = values[i] + 0; // -0 + 0 is 0
  const words = new Uint32Array(keys.buffer);
  for (let i = 1; i < words.length; i += 2) {
    const isNegative = words[i] >>> 31 === 1;
    if (isNegative) words[i - 1] = ~words[i - 1];
    words[i] = isNegative ? ~words[i] : words[i] | 0x80000000;
  }
  let from: Int32Array = rows;
  let to: Int32Array = new Int32Array(rows.length);
  for (const word of [0, 1]) {
    for (let shift = 0; shift < 32; shift += BITS) {
      if (!sortByDigit(words, word, shift, from, to)) continue;
      [from, to] = [to, from];
    }
  }
  return from;
}

/** Writes the rows in the order of one digit; false, and nothing written, where all have the same. */
function sortByDigit(words: Uint32Array, word: number, shift: number, from: Int32Array, to: Int32Array): boolean {
  const places = new Int32Array(MASK + 1);
  for (let i = word; i < words.length; i += 2) places[(words[i] >>> shift) & MASK]++;
  if (places[(words[word] >>> shift) & MASK] === from.length) return false;
  let place = 0;
  for (let digit = 0; digit <= MASK; digit++) {
    const count = places[digit];
    places[digit] = place;
    place += count;
  }
  for (let i = 0; i < from.length; i++) {
    const row = from[i];
    to[places[(words[2 * row + word] >>> shift) & MASK]++] = row;
  }
  return true;
}
