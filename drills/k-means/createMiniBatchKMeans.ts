import type * as reference from '../../reference/k-means/index.ts';
import { anything, defineLevel, finiteNumber, integerIn, listOf } from '../../src/index.ts';
import { batchLaws } from './createMiniBatchKMeans/batchLaws.ts';
import { growth } from './createMiniBatchKMeans/growth.ts';
import { malformedLaws } from './createMiniBatchKMeans/malformed.ts';
import { stateLaws } from './createMiniBatchKMeans/stateLaws.ts';

export const createMiniBatchKMeansLevel = defineLevel<typeof reference>()({
  functions: ['createMiniBatchKMeans'],
  title: 'Clusters that follow a stream of batches',
  returns: {},
  methods: {
    createMiniBatchKMeans: {
      name: 'model',
      asks: ['centroids', 'counts'],
      returns: {
        partialFit: () => anything,
        centroids: () => listOf(listOf(finiteNumber)),
        counts: () => listOf(integerIn(0, Infinity)),
      },
    },
  },
  laws: [...batchLaws, ...stateLaws, ...malformedLaws],
  growth,
  hints: [
    'What is the least you must remember of the rows that have gone by, so that a centroid is their mean? Two things for each cluster.',
    'The mean of n numbers, and one number more: how far does the mean move? By (x - mean) / (n + 1).',
    'Assign the whole batch first, and keep the labels; only then move centroids.',
    'Check the whole batch before you touch anything, and give out copies.',
  ],
});
