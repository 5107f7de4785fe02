import type * as reference from '../../reference/k-nearest-neighbors/index.ts';
import { anything, defineLevel, type Growth, integerIn, listOf, randomInteger } from '../../src/index.ts';
import { nearestLaws } from './createNearest/laws.ts';
import { rangeErrorLaws } from './createNearest/rangeErrors.ts';

type Gate = Growth<typeof reference>;

const QUERY = [0];

/** Four rows for each of the k (where each is nearer than all before it, every push replaces the farthest), and a result. */
const inK = (on: string, rowOf: (i: number, nRows: number, random: () => number) => number): Gate => ({
  variable: 'k',
  on,
  measures: ['steps'],
  sizes: [64, 128, 256, 512, 1024],
  limit: 0.2, // a sort of k every sqrt(k) pushes gains 0.3; a logarithm more than the reference, 0.15
  workload: (k, random) => {
    const rows = Array.from({ length: 4 * k }, (_, i) => [rowOf(i, 4 * k, random)]);
    return ({ createNearest }) => {
      const nearest = createNearest(QUERY, k);
      rows.forEach((row, i) => {
        nearest.push(row, i);
      });
      nearest.result();
    };
  },
});

/** A result after every 16 pushes: what it costs must not depend on how many came before. */
const inRows: Gate = {
  variable: 'nSamples',
  on: 'rows with a result now and then, k = 4',
  measures: ['steps'],
  workload: (nSamples, random) => {
    const rows = Array.from({ length: nSamples }, () => [randomInteger(random, -1e6, 1e6)]);
    return ({ createNearest }) => {
      const nearest = createNearest(QUERY, 4);
      rows.forEach((row, i) => {
        nearest.push(row, i);
        if (i % 16 === 15) nearest.result();
      });
    };
  },
};

/** Level 2: the k nearest of a stream. */
export const createNearestLevel = defineLevel<typeof reference>()({
  functions: ['createNearest'],
  title: 'Keep the k nearest while the rows arrive one at a time',
  returns: {},
  methods: {
    createNearest: {
      name: 'nearest',
      asks: ['result'],
      returns: { push: () => anything, result: () => listOf(integerIn(0, Infinity)) },
    },
  },
  laws: [...nearestLaws, ...rangeErrorLaws],
  growth: [
    inK('ever nearer rows', (i, nRows) => nRows - i),
    inK('shuffled rows', (_, __, random) => randomInteger(random, -1e6, 1e6)),
    inRows,
  ],
  hints: [
    'Which of the rows seen so far can you forget for good?',
    'When a new row arrives, only one of those you keep can have to go. Which one must be at hand?',
    'Keeping them sorted makes every push move up to k of them. You need the farthest only, and order only when a result is asked for.',
    'A binary heap with the farthest at its root: push replaces the root and sinks, in log k; result sorts a copy.',
  ],
});
