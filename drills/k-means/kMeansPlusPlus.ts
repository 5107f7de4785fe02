import fc from 'fast-check';
import type * as reference from '../../reference/k-means/index.ts';
import { defineLevel, integerIn, listOf, unchanged } from '../../src/index.ts';
import { drawLaws } from './kMeansPlusPlus/drawLaws.ts';
import { growth } from './kMeansPlusPlus/growth.ts';
import { constantStreams, seedings } from './kMeansPlusPlus/inputs.ts';
import { malformedLaws } from './kMeansPlusPlus/malformed.ts';
import { independentLaw, seedLaws } from './kMeansPlusPlus/seedLaws.ts';

type Reference = typeof reference;

export const kMeansPlusPlusLevel = defineLevel<Reference>()({
  functions: ['kMeansPlusPlus'],
  title: 'k-means++ seeds, drawn at random',
  returns: {
    kMeansPlusPlus: ([X, nClusters]) => listOf(integerIn(0, X.length - 1), nClusters),
  },
  laws: [
    ...seedLaws,
    ...drawLaws,
    ...malformedLaws,
    unchanged(
      'kMeansPlusPlus',
      ['X', 'nClusters', 'random'],
      fc.tuple(seedings, constantStreams).map(([{ X, nClusters }, make]): unknown[] => [X, nClusters, make()]),
    ),
    independentLaw,
  ],
  growth,
  hints: [
    'What must you know about each row to draw the next seed? Keep it in a list, one number a row.',
    'To draw by weights: add them up, multiply the sum by random(), and walk along the weights until you have passed that point.',
    'Try random() = 0: a row of weight 0 must not be drawn. Try the largest number below 1: rounding must not lead past the last row.',
    'A new seed can only bring a row nearer. So compare each row with the new seed alone, and keep the smaller distance.',
    'When all weights are 0, give weight 1 to the rows that are not seeds, and draw with the same function.',
  ],
});
