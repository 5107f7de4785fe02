import type * as reference from '../../../reference/k-means/index.ts';
import type { Mutant } from '../../../src/index.ts';
import {
  boundsOf,
  type Cost,
  dividing,
  emptyLayer,
  firstLayer,
  type Layer,
  meanOf,
  next,
  parts,
} from './shared.mutants.ts';

/** Every beginning of the last cluster for every end, the latest first. */
const trying =
  (stops: (cost: number, best: number) => boolean) =>
  (before: Layer, c: number, cost: Cost): Layer => {
    const n = before.best.length - 1;
    const layer = emptyLayer(n);
    for (let i = c + 1; i <= n; i++) {
      for (let j = i - 1; j >= c; j--) {
        const last = cost(j, i);
        if (stops(last, layer.best[i])) break;
        if (before.best[j] + last < layer.best[i]) [layer.best[i], layer.cuts[i]] = [before.best[j] + last, j];
      }
    }
    return layer;
  };

function quicksort(indices: number[], values: readonly number[]): number[] {
  const sorted = [...indices];
  const pending: [number, number][] = [[0, sorted.length - 1]];
  for (let range = pending.pop(); range; range = pending.pop()) {
    const [from, to] = range;
    if (from >= to) continue;
    const pivot = values[sorted[from]];
    let at = from;
    for (let i = from + 1; i <= to; i++) {
      if (values[sorted[i]] >= pivot) continue;
      at++;
      [sorted[at], sorted[i]] = [sorted[i], sorted[at]];
    }
    [sorted[from], sorted[at]] = [sorted[at], sorted[from]];
    pending.push([from, at - 1], [at + 1, to]);
  }
  return sorted;
}

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'tries every beginning of the last cluster for every end',
    dies: 'grows with nSamples no faster than it must, on shuffled values',
    solution: { optimalKMeans1d: dividing({ next: trying(() => false) }) },
  },
  {
    says: 'tries beginnings of the last cluster until that alone costs more than the best',
    dies: 'grows with nSamples no faster than it must, on equal values',
    solution: { optimalKMeans1d: dividing({ next: trying((cost, best) => cost > best) }) },
  },
  {
    says: 'adds up the cost of a cluster value by value, by halves though the search is',
    dies: 'grows with nSamples no faster than it must, on shuffled values',
    solution: {
      optimalKMeans1d: dividing({
        costOf: (sorted) => (from, to) => {
          let sum = 0;
          for (let i = from; i < to; i++) sum += sorted[i] - sorted[from];
          const mean = sorted[from] + sum / (to - from);
          let cost = 0;
          for (let i = from; i < to; i++) cost += (sorted[i] - mean) ** 2;
          return cost;
        },
      }),
    },
  },
  {
    says: 'makes a table of the costs of all clusters first',
    dies: 'grows with nSamples no faster than it must, on shuffled values',
    solution: {
      optimalKMeans1d: dividing({
        costOf(sorted) {
          const cost = parts.costOf(sorted);
          const table = sorted.map((_, from) => sorted.map((_value, at) => (at < from ? 0 : cost(from, at + 1))));
          return (from, to) => table[from][to - 1];
        },
      }),
    },
  },
  {
    says: 'sorts by insertion from the front',
    dies: 'grows with nSamples no faster than it must, on shuffled values',
    solution: {
      optimalKMeans1d: dividing({
        order(values) {
          const order: number[] = [];
          for (const i of values.keys()) {
            let at = 0;
            while (at < order.length && values[order[at]] <= values[i]) at++;
            order.splice(at, 0, i);
          }
          return order;
        },
      }),
    },
  },
  {
    says: 'sorts by insertion from the back, which is fast on sorted and equal values only',
    dies: 'grows with nSamples no faster than it must, on shuffled values',
    solution: {
      optimalKMeans1d: dividing({
        order(values) {
          const order: number[] = [];
          for (const i of values.keys()) {
            let at = order.length;
            while (at > 0 && values[order[at - 1]] > values[i]) at--;
            order.splice(at, 0, i);
          }
          return order;
        },
      }),
    },
  },
  {
    says: 'sorts with the first value as pivot, which is slow on sorted and equal values only',
    dies: 'grows with nSamples no faster than it must, on sorted values',
    solution: { optimalKMeans1d: dividing({ order: (values) => quicksort([...values.keys()], values) }) },
  },
  {
    says: 'begins at one cluster again for each number of clusters',
    dies: 'grows with nClusters no faster than it must, on 128 shuffled values',
    solution: {
      optimalKMeans1d: dividing({
        bounds(sorted, nClusters, cost) {
          let layers: Layer[] = [];
          for (let k = 1; k <= nClusters; k++) {
            layers = [firstLayer(sorted.length, cost)];
            for (let c = 1; c < k; c++) layers.push(next(layers[c - 1], c, cost));
          }
          return boundsOf(layers, sorted.length);
        },
      }),
    },
  },
  {
    says: 'works the mean of its cluster out anew for each value',
    dies: 'grows with nSamples no faster than it must, on shuffled values',
    solution: {
      optimalKMeans1d: dividing({
        inertia(clusters) {
          let sum = 0;
          for (const cluster of clusters) for (const value of cluster) sum += (value - meanOf(cluster)) ** 2;
          return sum;
        },
      }),
    },
  },
  {
    says: 'looks up each value in the sorted list from its front',
    dies: 'grows with nSamples no faster than it must, on shuffled values',
    solution: {
      optimalKMeans1d: dividing({
        label(order, found) {
          const labels = order.map((_, i) => order.indexOf(i));
          return labels.map((at) => found.findLastIndex((from) => from <= at));
        },
      }),
    },
  },
  {
    says: 'copies the values of the cluster for each beginning that it tries',
    dies: 'grows with nSamples no faster than it must, on shuffled values',
    solution: {
      optimalKMeans1d: dividing({
        costOf(sorted) {
          const cost = parts.costOf(sorted);
          return (from, to) => (sorted.slice(from, to).length === 0 ? 0 : cost(from, to));
        },
      }),
    },
  },
  {
    says: 'goes back over the values that equal the last one for each cost',
    dies: 'grows with nSamples no faster than it must, on values of which half are equal',
    solution: {
      optimalKMeans1d: dividing({
        costOf(sorted) {
          const cost = parts.costOf(sorted);
          return (from, to) => {
            let end = to;
            while (end > from && sorted[end - 1] === sorted[to - 1]) end--;
            return end === from ? 0 : cost(from, to);
          };
        },
      }),
    },
  },
];
