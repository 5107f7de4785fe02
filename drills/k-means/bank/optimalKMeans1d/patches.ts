import type { Patches } from '../../../../src/index.ts';

const HEAD = 'export function optimalKMeans1d(';
const SORT = '.sort((a, b) => values[a] - values[b])';
const BOUNDS = 'const bounds = boundsOf(sorted.length, nClusters, costOf(sorted));';
const CENTROIDS = 'const centroids = clusters.map(mean);';
const LABELLED = 'labels[order[s]] = c;';
const END = 'return { labels, centroids, inertia };';
const FILL = 'fill(c + 1, before.length - 1, c, before.length - 2);';
const COST =
  'return (from, to) => Math.max(0, squares[to] - squares[from] - (sums[to] - sums[from]) ** 2 / (to - from));';
const MEAN = 'return Math.min(cluster[0] + sum / cluster.length, cluster[cluster.length - 1]);';
const COUNT = '!Number.isInteger(nClusters) || nClusters < 1';

/** The cost, and what is made of it. */
const costing = (made: string): string =>
  `${COST.replace('return', 'const cost: Cost =')}\n  return (from, to) => ${made};`;

const ORDER = 'const order = [...values.keys()].sort((a, b) => values[a] - values[b]);';
const EQUAL_SIZES =
  'const bounds = Array.from({ length: nClusters + 1 }, (_, c) => Math.floor((c * sorted.length) / nClusters));';

const LEAST = 'no other partition has less inertia';
const LEAST_OF_MANY = 'no other partition of more than a hundred values has less inertia';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        ['takes another beginning only where it is better by a millionth', '= best[end]', '= best[end] * (1 - 1e-6)'],
        [
          'takes another beginning only where it is better by `Number.EPSILON`',
          '= best[end]',
          '= best[end] - Number.EPSILON',
        ],
        [
          'cuts evenly where there are more than 64 clusters',
          'const lab',
          `if (nClusters > 64) for (let k = 0; k < nClusters; k++) bounds[k] = Math.floor((k * n) / nClusters);
  const lab`,
        ],
        [
          'takes `Number.MAX_SAFE_INTEGER` for the inertia before the first beginning',
          'Infinity',
          'Number.MAX_SAFE_INTEGER',
        ],
        ['takes costs below 1e-15 for 1e-15', 'Math.max(0', 'Math.max(1e-15'],
        [
          'takes an `inertia` below 1e-13 for 0',
          'centroids, inertia',
          'centroids, inertia: inertia < 1e-13 ? 0 : inertia',
        ],
        ['looks for NaN in the first 256 values only', 'values.every', 'values.slice(0, 256).every'],
      ],
    },
    'right/plain.ts': {
      wrong: [
        [
          'cuts at the largest gaps',
          BOUNDS,
          `const gaps = sorted.slice(1).map((value, i) => ({ at: i + 1, gap: value - sorted[i] }));
          const cuts = gaps.sort((a, b) => b.gap - a.gap).slice(0, nClusters - 1).map(({ at }) => at);
          const bounds = [0, ...cuts.sort((a, b) => a - b), sorted.length];`,
        ],
        [
          'begins with clusters of the same size and moves their ends as long as that helps',
          BOUNDS,
          `const cost = costOf(sorted);
          ${EQUAL_SIZES}
          const around = (c: number, at: number) => cost(bounds[c - 1], at) + cost(at, bounds[c + 1]);
          for (let moved = true; moved; ) {
            moved = false;
            for (let c = 1; c < nClusters; c++)
              for (const at of [bounds[c] - 1, bounds[c] + 1]) {
                if (at <= bounds[c - 1] || at >= bounds[c + 1]) continue;
                if (around(c, at) < around(c, bounds[c]) * (1 - 1e-9)) [bounds[c], moved] = [at, true];
              }
          }`,
        ],
        [
          'splits the cluster in two for which that helps most, again and again',
          BOUNDS,
          `const cost = costOf(sorted);
          const bounds = [0, sorted.length];
          while (bounds.length <= nClusters) {
            const splits = bounds.slice(1).flatMap((to, c) =>
              Array.from({ length: to - bounds[c] - 1 }, (_, s) => {
                const at = bounds[c] + s + 1;
                return { at, gain: cost(bounds[c], to) - cost(bounds[c], at) - cost(at, to) };
              }),
            );
            bounds.push(splits.reduce((a, b) => (b.gain > a.gain ? b : a)).at);
            bounds.sort((a, b) => a - b);
          }`,
        ],
        [
          'joins the two neighbours for which that costs least, from single values on',
          BOUNDS,
          `const cost = costOf(sorted);
          const bounds = [...sorted.keys(), sorted.length];
          while (bounds.length > nClusters + 1) {
            const loss = (c: number) =>
              cost(bounds[c - 1], bounds[c + 1]) - cost(bounds[c - 1], bounds[c]) - cost(bounds[c], bounds[c + 1]);
            let best = 1;
            for (let c = 2; c + 1 < bounds.length; c++) if (loss(c) < loss(best)) best = c;
            bounds.splice(best, 1);
          }`,
        ],
        [
          'leaves every second value out of the search when there are more than 100',
          BOUNDS,
          `const isLarge = sorted.length > 100 && 2 * nClusters <= sorted.length;
          const half = sorted.filter((_, i) => !isLarge || i % 2 === 0);
          const found = boundsOf(half.length, nClusters, costOf(half));
          const bounds = isLarge ? found.map((at) => Math.min(2 * at, sorted.length)) : found;`,
        ],
        [
          'stops to look for an earlier beginning of the last cluster when one was worse',
          FILL,
          `for (let end = c + 1; end < before.length; end++)
            for (let start = end - 1; start >= c && before[start] + cost(start, end) <= best[end]; start--) offer(start, end);`,
        ],
        [
          'looks at 16 beginnings of the last cluster around the one of a value before',
          FILL,
          `for (let end = c + 1, last = c; end < before.length; end++) {
            for (let start = last; start < end && start < last + 16; start++) offer(start, end);
            last = starts[end];
          }`,
        ],
        [
          'lets the last cluster of more values begin at least one value later',
          'fill(end + 1, high, starts[end], to);',
          'fill(end + 1, high, starts[end] + 1, to);',
        ],
        [
          'leaves clusters empty where there are fewer distinct values',
          FILL,
          'for (let end = 0; end < before.length; end++) for (let start = 0; start <= end; start++) offer(start, end);',
          'const sum = before[start] + cost(start, end);',
          'const sum = before[start] + (start === end ? 0 : cost(start, end));',
          CENTROIDS,
          'const centroids = clusters.map((cluster) => (cluster.length > 0 ? mean(cluster) : 0));',
        ],
        ['sorts without a comparison, as texts', SORT, '.sort((a, b) => (`${values[a]}` < `${values[b]}` ? -1 : 1))'],
        ['takes the values for sorted', SORT, ''],
        ['sorts the values in place', END, `(values as number[]).sort((a, b) => a - b);\n  ${END}`],
        ['labels the sorted values, not the ones given', LABELLED, 'labels[s] = c;'],
        [
          'gives equal values one label by a map from value to label',
          END,
          `const byValue = new Map(values.map((value, i) => [value, labels[i]]));
          return { labels: values.map((value) => byValue.get(value) ?? 0), centroids, inertia };`,
        ],
        [
          'gives each value the nearest centroid, so that equal centroids leave clusters empty',
          LABELLED,
          'labels[order[s]] = centroids.reduce((a, d, k) => (Math.abs(d - sorted[s]) < Math.abs(centroids[a] - sorted[s]) ? k : a), 0);',
        ],
        [
          'numbers clusters as they come among the values given',
          END,
          `const seen = [...new Set(labels)];
          return { labels: labels.map((c) => seen.indexOf(c)), centroids: seen.map((c) => centroids[c]), inertia };`,
        ],
        [
          'numbers clusters by descending centroid',
          END,
          'return { labels: labels.map((c) => nClusters - 1 - c), centroids: centroids.reverse(), inertia };',
        ],
        [
          'counts equal values once',
          ORDER,
          `const all = values;
          if (new Set(values).size >= nClusters) values = [...new Set(values)];
          ${ORDER}`,
          END,
          `return { labels: all.map((v, i) => labels[values === all ? i : values.indexOf(v)]), centroids, inertia };`,
        ],
        [
          'has sums of squares that are not taken from a middle, and lose everything near 1e8',
          'const x = value - middle;',
          'const x = value;',
        ],
        [
          'has sums in single precision',
          'sorted[sorted.length >> 1]',
          'sorted[0]',
          'sums[i] + x)',
          'Math.fround(sums[i] + x))',
          'squares[i] + x * x)',
          'Math.fround(squares[i] + x * x))',
        ],
        [
          'makes variances small, not sums of squares: it divides the cost of a cluster by its size',
          COST,
          costing('cost(from, to) / (to - from)'),
        ],
        [
          'makes the sum of the absolute distances from medians small',
          COST,
          'return (from, to) => sums[to] - sums[(from + to + 1) >> 1] - (sums[(from + to) >> 1] - sums[from]);',
        ],
        ['makes the widths of the clusters small', COST, 'return (from, to) => (sorted[to - 1] - sorted[from]) ** 2;'],
        ['takes costs of less than 1e-12 for none', COST, costing('(cost(from, to) < 1e-12 ? 0 : cost(from, to))')],
        [
          'gives medians for centroids',
          MEAN,
          'return (cluster[(cluster.length - 1) >> 1] + cluster[cluster.length >> 1]) / 2;',
        ],
        ['divides `inertia` by the number of values', END, END.replace('inertia', 'inertia: inertia / values.length')],
        ['adds distances up for `inertia`, not their squares', '(value - centroid) ** 2', 'Math.abs(value - centroid)'],
        [
          'works `inertia` out as the sum of squares less those of the means',
          '(value - centroid) ** 2',
          'value ** 2 - centroid ** 2',
        ],
        [
          'remembers answers by the values and `nClusters`, joined without a separator',
          HEAD,
          `const known = new Map<string, object>();\n${HEAD}`,
          ORDER,
          `const key = [...values, nClusters].join('');
          if (known.has(key)) return known.get(key);
          ${ORDER}`,
          END,
          'known.set(key, { labels, centroids, inertia });\n  return known.get(key);',
        ],
        [
          'writes the labels into a list that it keeps, longer calls before included',
          HEAD,
          `const labels: number[] = [];\n${HEAD}`,
          'const labels = values.map(() => 0);',
          '',
          END,
          END.replace('labels', 'labels: [...labels]'),
        ],
        [
          'returns no clusters for no values',
          'check(values, nClusters);',
          'if (values.length === 0) return { labels: [], centroids: [], inertia: 0 };\n  check(values, nClusters);',
        ],
        ['does not look at the values', '!values.every((v) => Number.isFinite(v))', 'false'],
        ['does not look at the values for one cluster', '!values.every(', 'nClusters > 1 && !values.every('],
        ['takes infinite values', 'Number.isFinite(v)', '!Number.isNaN(v)'],
        [
          'takes as many clusters as there are values when more are asked for',
          'nClusters > values.length',
          'false',
          ORDER,
          `nClusters = Math.min(nClusters, values.length);\n  ${ORDER}`,
        ],
        [
          'throws a `RangeError` where there are fewer distinct values than clusters',
          'nClusters > values.length',
          'nClusters > new Set(values).size',
        ],
        [
          'rounds a fraction of `nClusters` down',
          COUNT,
          '!(nClusters >= 1)',
          ORDER,
          `nClusters = Math.floor(nClusters);\n  ${ORDER}`,
        ],
        [
          'returns one cluster where none is asked for',
          COUNT,
          '!Number.isInteger(nClusters) || nClusters < 0',
          ORDER,
          `nClusters = Math.max(nClusters, 1);\n  ${ORDER}`,
        ],
      ],
      slow: [
        [
          'tries every beginning of the last cluster for every end',
          FILL,
          'for (let end = c + 1; end < before.length; end++) for (let start = c; start < end; start++) offer(start, end);',
        ],
        [
          'tries beginnings of the last cluster until that alone costs more than the best',
          FILL,
          `for (let end = c + 1; end < before.length; end++)
            for (let start = end - 1; start >= c && cost(start, end) <= best[end]; start--) offer(start, end);`,
        ],
        [
          'adds up the cost of a cluster value by value, by halves though the search is',
          COST,
          `return (from, to) => {
            let sum = 0;
            for (let i = from; i < to; i++) sum += sorted[i] - sorted[from];
            const centre = sorted[from] + sum / (to - from);
            let cost = 0;
            for (let i = from; i < to; i++) cost += (sorted[i] - centre) ** 2;
            return cost;
          };`,
        ],
        [
          'makes a table of the costs of all clusters first',
          COST,
          `${COST.replace('return', 'const cost: Cost =')}
          const table = sorted.map((_, from) => sorted.map((_value, at) => (at < from ? 0 : cost(from, at + 1))));
          return (from, to) => table[from][to - 1];`,
        ],
        [
          'goes back over the values that equal the last one for each cost',
          COST,
          costing(`{
            let end = to;
            while (end > from && sorted[end - 1] === sorted[to - 1]) end--;
            return end === from ? 0 : cost(from, to);
          }`),
        ],
        [
          'sorts by insertion from the back, which is fast on sorted and equal values only',
          ORDER,
          `const order: number[] = [];
          for (const i of values.keys()) {
            let at = order.length;
            while (at > 0 && values[order[at - 1]] > values[i]) at--;
            order.splice(at, 0, i);
          }`,
        ],
        [
          'sorts with the first value as pivot, which is slow on sorted and equal values only',
          ORDER,
          `const order = [...values.keys()];
          const pending = [[0, order.length - 1]];
          for (let range = pending.pop(); range; range = pending.pop()) {
            const [from, to] = range;
            if (from >= to) continue;
            let at = from;
            for (let i = from + 1; i <= to; i++)
              if (values[order[i]] < values[order[from]]) {
                at++;
                [order[at], order[i]] = [order[i], order[at]];
              }
            [order[from], order[at]] = [order[at], order[from]];
            pending.push([from, at - 1], [at + 1, to]);
          }`,
        ],
        [
          'begins at one cluster again for each number of clusters',
          'while (layers.length < nClusters) layers',
          'for (let k = 1; k <= nClusters; k++) for (layers.length = 1; layers.length < k; ) layers',
        ],
        [
          'works the mean of its cluster out anew for each value',
          '(value - centroid) ** 2',
          '(value - mean(cluster)) ** 2',
        ],
        [
          'looks up each value in the sorted list from its front',
          LABELLED,
          'labels[s] = bounds.findLastIndex((from) => from <= order.indexOf(s));',
        ],
      ],
    },
  },
  told: {
    'cuts at the largest gaps': LEAST,
    'begins with clusters of the same size and moves their ends as long as that helps': LEAST,
    'leaves every second value out of the search when there are more than 100': LEAST_OF_MANY,
    'gives equal values one label by a map from value to label': 'no cluster is empty',
    'numbers clusters by descending centroid': 'clusters are numbered by ascending centroid',
    'takes costs of less than 1e-12 for none': 'values may be as small as 1e-6 or near 1e8',
  },
};
