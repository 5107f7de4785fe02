import type * as reference from '../../reference/k-means/index.ts';
import type { Mutant } from '../../src/index.ts';
import { calls, errors } from './optimalKMeans1d/calls.mutants.ts';
import { searches } from './optimalKMeans1d/search.mutants.ts';
import { costOfSums, dividing, meanOf, parts, validate } from './optimalKMeans1d/shared.mutants.ts';
import { slow } from './optimalKMeans1d/slow.mutants.ts';

const orders: Mutant<typeof reference>[] = [
  {
    says: 'sorts without a comparison, as texts',
    dies: 'no other partition has less inertia',
    solution: {
      optimalKMeans1d: dividing({
        order(values) {
          const texts = values.map(String).sort();
          const taken = new Set<number>();
          return texts.map((text) => {
            const at = values.findIndex((value, i) => !taken.has(i) && String(value) === text);
            taken.add(at);
            return at;
          });
        },
      }),
    },
  },
  {
    says: 'takes the values for sorted',
    dies: 'no other partition has less inertia',
    solution: { optimalKMeans1d: dividing({ order: (values) => [...values.keys()] }) },
  },
  {
    says: 'sorts the values in place',
    dies: 'optimalKMeans1d never changes its inputs',
    solution: {
      optimalKMeans1d(values, nClusters) {
        validate(values, nClusters);
        const copy = [...values];
        (values as number[]).sort((a, b) => a - b);
        return dividing({})(copy, nClusters);
      },
    },
  },
  {
    says: 'labels the sorted values, not the ones given',
    dies: 'each centroid is the mean of its values',
    solution: { optimalKMeans1d: dividing({ label: (order, found) => parts.label([...order.keys()], found, []) }) },
  },
  {
    says: 'gives equal values one label by a map from value to label',
    dies: 'no cluster is empty',
    solution: {
      optimalKMeans1d: dividing({
        label(order, found, values) {
          const labels = parts.label(order, found, values);
          const byValue = new Map(values.map((value, i) => [value, labels[i]]));
          return values.map((value) => byValue.get(value) ?? 0);
        },
      }),
    },
  },
  {
    says: 'gives each value the nearest centroid, so that equal centroids leave clusters empty',
    dies: 'no cluster is empty',
    solution: {
      optimalKMeans1d(values, nClusters) {
        const answer = dividing({})(values, nClusters);
        const centroids = Array.from(answer.centroids);
        const labels = values.map((value) => {
          const distances = centroids.map((centroid) => Math.abs(value - centroid));
          return distances.indexOf(Math.min(...distances));
        });
        return { ...answer, labels };
      },
    },
  },
  {
    says: 'numbers clusters as they come among the values given',
    dies: 'clusters are numbered by ascending centroid',
    solution: {
      optimalKMeans1d(values, nClusters) {
        const { labels, centroids, inertia } = dividing({})(values, nClusters);
        const seen = [...new Set(Array.from(labels))];
        return {
          labels: Array.from(labels, (label) => seen.indexOf(label)),
          centroids: seen.map((label) => centroids[label]),
          inertia,
        };
      },
    },
  },
  {
    says: 'numbers clusters by descending centroid',
    dies: 'clusters are numbered by ascending centroid',
    solution: {
      optimalKMeans1d(values, nClusters) {
        const { labels, centroids, inertia } = dividing({})(values, nClusters);
        return {
          labels: Array.from(labels, (label) => nClusters - 1 - label),
          centroids: Array.from(centroids).reverse(),
          inertia,
        };
      },
    },
  },
  {
    says: 'counts equal values once',
    dies: 'each centroid is the mean of its values',
    solution: {
      optimalKMeans1d(values, nClusters) {
        validate(values, nClusters);
        const distinct = [...new Set(values)];
        if (distinct.length < nClusters) return dividing({})(values, nClusters);
        const { labels, centroids, inertia } = dividing({})(distinct, nClusters);
        return { labels: values.map((value) => labels[distinct.indexOf(value)]), centroids, inertia };
      },
    },
  },
];

const numbers: Mutant<typeof reference>[] = [
  {
    says: 'has sums of squares that are not taken from a middle, and lose everything near 1e8',
    dies: 'values may be as small as 1e-6 or near 1e8',
    solution: { optimalKMeans1d: dividing({ costOf: costOfSums }) },
  },
  {
    says: 'has sums in single precision',
    dies: 'no other partition of more than a hundred values has less inertia',
    solution: {
      optimalKMeans1d: dividing({
        costOf(sorted) {
          const [sums, squares] = [new Float32Array(sorted.length + 1), new Float32Array(sorted.length + 1)];
          for (const [i, value] of sorted.entries()) {
            sums[i + 1] = sums[i] + value - sorted[0];
            squares[i + 1] = squares[i] + (value - sorted[0]) ** 2;
          }
          return (from, to) => squares[to] - squares[from] - (sums[to] - sums[from]) ** 2 / (to - from);
        },
      }),
    },
  },
  {
    says: 'makes variances small, not sums of squares: it divides the cost of a cluster by its size',
    dies: 'no other partition has less inertia',
    solution: {
      optimalKMeans1d: dividing({
        costOf(sorted) {
          const cost = parts.costOf(sorted);
          return (from, to) => cost(from, to) / (to - from);
        },
      }),
    },
  },
  {
    says: 'makes the sum of the absolute distances from medians small',
    dies: 'no other partition has less inertia',
    solution: {
      optimalKMeans1d: dividing({
        costOf(sorted) {
          const sums = [0];
          for (const [i, value] of sorted.entries()) sums.push(sums[i] + value - sorted[0]);
          return (from, to) => {
            const [low, high] = [(from + to) >> 1, (from + to + 1) >> 1];
            return sums[to] - sums[high] - (sums[low] - sums[from]);
          };
        },
      }),
    },
  },
  {
    says: 'makes the widths of the clusters small',
    dies: 'no other partition has less inertia',
    solution: {
      optimalKMeans1d: dividing({ costOf: (sorted) => (from, to) => (sorted[to - 1] - sorted[from]) ** 2 }),
    },
  },
  {
    says: 'takes costs below 1e-9 for 0',
    dies: 'values may be as small as 1e-6 or near 1e8',
    solution: {
      optimalKMeans1d: dividing({
        costOf(sorted) {
          const cost = parts.costOf(sorted);
          return (from, to) => (cost(from, to) < 1e-9 ? 0 : cost(from, to));
        },
      }),
    },
  },
  {
    says: 'gives medians for centroids',
    dies: 'each centroid is the mean of its values',
    solution: {
      optimalKMeans1d: dividing({
        centroid: (cluster) => (cluster[(cluster.length - 1) >> 1] + cluster[cluster.length >> 1]) / 2,
      }),
    },
  },
  {
    says: 'gives the middles between the least and the largest value for centroids',
    dies: 'each centroid is the mean of its values',
    solution: { optimalKMeans1d: dividing({ centroid: (cluster) => (cluster[0] + cluster[cluster.length - 1]) / 2 }) },
  },
  {
    says: 'divides `inertia` by the number of values',
    dies: 'inertia is the sum of squared distances of the values to their centroids',
    solution: {
      optimalKMeans1d(values, nClusters) {
        const answer = dividing({})(values, nClusters);
        return { ...answer, inertia: answer.inertia / values.length };
      },
    },
  },
  {
    says: 'adds distances up for `inertia`, not their squares',
    dies: 'inertia is the sum of squared distances of the values to their centroids',
    solution: {
      optimalKMeans1d: dividing({
        inertia: (clusters) =>
          clusters
            .flatMap((cluster) => cluster.map((value) => Math.abs(value - meanOf(cluster))))
            .reduce((a, b) => a + b, 0),
      }),
    },
  },
  {
    says: 'works `inertia` out as the sum of squares less those of the means',
    dies: 'values may be as small as 1e-6 or near 1e8',
    solution: {
      optimalKMeans1d: dividing({
        inertia: (clusters, centroids) =>
          clusters.reduce(
            (sum, cluster, c) =>
              sum + cluster.reduce((before, value) => before + value * value, 0) - cluster.length * centroids[c] ** 2,
            0,
          ),
      }),
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [...searches, ...orders, ...numbers, ...calls, ...errors, ...slow];
