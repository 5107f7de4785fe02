import type * as reference from '../../../reference/k-means/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { boundsOfSizes, dividing, emptyLayer, halving, meanOf, parts } from './shared.mutants.ts';

/** Ends of clusters are moved one value at a time as long as that helps. */
function descended(start: readonly number[], cost: (from: number, to: number) => number): number[] {
  const found = [...start];
  const around = (c: number, at: number) => cost(found[c - 1], at) + cost(at, found[c + 1]);
  for (let moved = true; moved; ) {
    moved = false;
    for (let c = 1; c + 1 < found.length; c++) {
      for (const at of [found[c] - 1, found[c] + 1]) {
        if (at <= found[c - 1] || at >= found[c + 1] || around(c, at) >= around(c, found[c]) * (1 - 1e-9)) continue;
        found[c] = at;
        moved = true;
      }
    }
  }
  return found;
}

const equalSizes = (n: number, nClusters: number): number[] =>
  boundsOfSizes(
    Array.from(
      { length: nClusters },
      (_, c) => Math.floor(((c + 1) * n) / nClusters) - Math.floor((c * n) / nClusters),
    ),
  );

const ascending = (a: number, b: number) => a - b;

export const searches: Mutant<typeof reference>[] = [
  {
    says: 'cuts at the largest gaps',
    dies: 'no other partition has less inertia',
    solution: {
      optimalKMeans1d: dividing({
        bounds(sorted, nClusters) {
          const gaps = sorted.slice(1).map((value, i) => ({ at: i + 1, gap: value - sorted[i] }));
          gaps.sort((a, b) => b.gap - a.gap);
          const cuts = gaps.slice(0, nClusters - 1).map(({ at }) => at);
          return [0, ...cuts.sort(ascending), sorted.length];
        },
      }),
    },
  },
  {
    says: 'takes costs of less than 1e-12 for none',
    dies: 'values may be as small as 1e-6 or near 1e8',
    solution: {
      optimalKMeans1d: dividing({
        costOf(sorted) {
          const cost = parts.costOf(sorted);
          return (from, to) => {
            const exact = cost(from, to);
            return exact < 1e-12 ? 0 : exact;
          };
        },
      }),
    },
  },
  {
    says: 'makes clusters of the same size',
    dies: 'no other partition has less inertia',
    solution: {
      optimalKMeans1d: dividing({ bounds: (sorted, nClusters) => equalSizes(sorted.length, nClusters) }),
    },
  },
  {
    says: 'begins with clusters of the same size and moves their ends as long as that helps',
    dies: 'no other partition has less inertia',
    solution: {
      optimalKMeans1d: dividing({
        bounds: (sorted, nClusters, cost) => descended(equalSizes(sorted.length, nClusters), cost),
      }),
    },
  },
  {
    says: 'splits the cluster in two for which that helps most, again and again',
    dies: 'no other partition has less inertia',
    solution: {
      optimalKMeans1d: dividing({
        bounds(sorted, nClusters, cost) {
          let found = [0, sorted.length];
          while (found.length <= nClusters) {
            const now = found;
            const splits = now.slice(1).flatMap((to, c) =>
              Array.from({ length: to - now[c] - 1 }, (_, s) => {
                const at = now[c] + s + 1;
                return { at, gain: cost(now[c], to) - cost(now[c], at) - cost(at, to) };
              }),
            );
            const { at } = splits.reduce((a, b) => (b.gain > a.gain ? b : a));
            found = [...found, at].sort(ascending);
          }
          return found;
        },
      }),
    },
  },
  {
    says: 'joins the two neighbours for which that costs least, from single values on',
    dies: 'no other partition has less inertia',
    solution: {
      optimalKMeans1d: dividing({
        bounds(sorted, nClusters, cost) {
          const found = [...sorted.keys(), sorted.length];
          while (found.length > nClusters + 1) {
            let best = 1;
            let least = Number.POSITIVE_INFINITY;
            for (let c = 1; c + 1 < found.length; c++) {
              const [a, b, d] = [found[c - 1], found[c], found[c + 1]];
              const loss = cost(a, d) - cost(a, b) - cost(b, d);
              if (loss < least) [best, least] = [c, loss];
            }
            found.splice(best, 1);
          }
          return found;
        },
      }),
    },
  },
  {
    says: 'stops to look for an earlier beginning of the last cluster when one was worse',
    dies: 'no other partition has less inertia',
    solution: {
      optimalKMeans1d: dividing({
        next(before, c, cost) {
          const n = before.best.length - 1;
          const layer = emptyLayer(n);
          for (let i = c + 1; i <= n; i++) {
            layer.cuts[i] = i - 1;
            for (let j = i - 1; j >= c; j--) {
              const all = before.best[j] + cost(j, i);
              if (all > layer.best[i]) break;
              [layer.best[i], layer.cuts[i]] = [all, j];
            }
          }
          return layer;
        },
      }),
    },
  },
  {
    says: 'lets the last cluster of more values begin at least one value later',
    dies: 'no other partition has less inertia',
    solution: { optimalKMeans1d: dividing({ next: halving((c) => c, 1) }) },
  },
  {
    says: 'leaves clusters empty where there are fewer distinct values',
    dies: 'no cluster is empty',
    solution: {
      optimalKMeans1d: dividing({
        next(before, _c, cost) {
          const n = before.best.length - 1;
          const layer = emptyLayer(n);
          for (let i = 0; i <= n; i++) {
            for (let j = 0; j <= i; j++) {
              const all = (j === 0 ? 0 : before.best[j]) + (j === i ? 0 : cost(j, i));
              if (all < layer.best[i]) [layer.best[i], layer.cuts[i]] = [all, j];
            }
          }
          return layer;
        },
        centroid: (cluster) => (cluster.length === 0 ? 0 : meanOf(cluster)),
      }),
    },
  },
  {
    says: 'never makes a cluster of one value at the end',
    dies: 'no other partition has less inertia',
    solution: {
      optimalKMeans1d: dividing({
        bounds(sorted, nClusters, cost, next) {
          const found = parts.bounds(sorted, nClusters, cost, next);
          const at = found.length - 2;
          if (at > 0 && sorted.length - found[at] === 1 && found[at] - found[at - 1] > 1) found[at]--;
          return found;
        },
      }),
    },
  },
  {
    says: 'looks at 16 beginnings of the last cluster around the one of a value before',
    dies: 'no other partition of more than a hundred values has less inertia',
    solution: {
      optimalKMeans1d: dividing({
        next(before, c, cost) {
          const n = before.best.length - 1;
          const layer = emptyLayer(n);
          let last = c;
          for (let i = c + 1; i <= n; i++) {
            for (let j = last; j < Math.min(i, last + 16); j++) {
              const all = before.best[j] + cost(j, i);
              if (all < layer.best[i]) [layer.best[i], layer.cuts[i]] = [all, j];
            }
            last = layer.cuts[i];
          }
          return layer;
        },
      }),
    },
  },
  {
    says: 'leaves every second value out of the search when there are more than 100',
    dies: 'no other partition of more than a hundred values has less inertia',
    solution: {
      optimalKMeans1d: dividing({
        bounds(sorted, nClusters, cost, next) {
          if (sorted.length <= 100 || nClusters * 2 > sorted.length) return parts.bounds(sorted, nClusters, cost, next);
          const half = sorted.filter((_, i) => i % 2 === 0);
          const found = parts.bounds(half, nClusters, parts.costOf(half), next);
          return found.map((at) => Math.min(2 * at, sorted.length));
        },
      }),
    },
  },
];
