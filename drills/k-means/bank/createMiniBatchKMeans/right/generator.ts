// a generator that waits for batches and yields its state after each, counts as BigInt
import { check, checkInitial, nearest, type Rows } from './kit.ts';

function* learner(initialCentroids: Rows): Generator<{ means: number[][]; sizes: bigint[] }, never, Rows> {
  let means = initialCentroids.map((row) => [...row]);
  let sizes = means.map(() => 0n);
  for (;;) {
    const batch = yield { means, sizes };
    const labels = batch.map((row) => nearest(row, means));
    means = means.map((mean) => [...mean]);
    sizes = [...sizes];
    batch.forEach((row, i) => {
      const c = labels[i];
      sizes[c] += 1n;
      row.forEach((value, j) => {
        means[c][j] += (value - means[c][j]) / Number(sizes[c]);
      });
    });
  }
}

export function createMiniBatchKMeans(initialCentroids: Rows) {
  const d = checkInitial(initialCentroids);
  const running = learner(initialCentroids);
  let state = running.next([]).value;
  return {
    partialFit(batch: Rows): void {
      check(batch, d);
      state = running.next(batch).value;
    },
    centroids: () => state.means.map((mean) => new Float64Array(mean)),
    counts: () => state.sizes.map(Number),
  };
}
