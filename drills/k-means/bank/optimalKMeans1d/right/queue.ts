// a queue of beginnings, each the best from an end on that is found by halves
import { cutting, layered } from './kit.ts';

const queue = layered((n, c, all) => {
  const found = new Array<number>(n + 1).fill(0);
  const waiting: { begin: number; from: number }[] = [];
  let head = 0;
  /** The first end at which the later beginning is better. */
  const takesOver = (early: number, late: number): number => {
    let [low, high] = [late + 1, n + 1];
    while (low < high) {
      const end = (low + high) >> 1;
      if (all(late, end) < all(early, end)) high = end;
      else low = end + 1;
    }
    return low;
  };
  for (let end = c + 1; end <= n; end++) {
    const begin = end - 1;
    let from = end;
    while (waiting.length > head) {
      const last = waiting[waiting.length - 1];
      from = takesOver(last.begin, begin);
      if (from > last.from) break;
      waiting.pop();
    }
    if (waiting.length === head) from = end;
    if (from <= n) waiting.push({ begin, from });
    while (head + 1 < waiting.length && waiting[head + 1].from <= end) head++;
    found[end] = waiting[head].begin;
  }
  return found;
});

export const optimalKMeans1d = cutting(queue);
