import { describe, expect, test } from 'vitest';
import type { Card } from '../src/discussion/card.ts';
import { cards } from '../src/discussion/cards.ts';

const textsOf = ({ question, points, tradeOffs = [], followUps }: Card): string[] => [
  question,
  ...points,
  ...tradeOffs,
  ...followUps.flatMap((followUp) => [followUp.question, followUp.answer]),
];

test('there are 60 cards or more, each with a name of its own', () => {
  expect(cards.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
  for (const { id } of cards) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('those of the source come first', () => {
  expect(cards.slice(0, 8).map(({ id }) => id)).toEqual([
    'regularise-a-deep-network',
    'boosting-in-random-forest-training',
    'two-classifiers-when-speed-matters',
    'group-documents-by-meaning',
    'gaussian-mixtures-and-k-means',
    'find-duplicate-videos',
    'rank-millions-with-sub-second-latency',
    'very-little-labelled-data',
  ]);
});

test('at least 12 are open problems', () => {
  expect(cards.filter(({ kind }) => kind === 'open').length).toBeGreaterThanOrEqual(12);
});

test('no point of a card repeats one of another', () => {
  const points = cards.flatMap((card) => card.points);
  expect(new Set(points).size).toBe(points.length);
});

describe.each(cards.map((card) => [card.id, card] as const))('%s', (_, card) => {
  test('has what a discussion needs, and a source', () => {
    const { kind, points, tradeOffs = [], followUps, source } = card;
    expect(points.length).toBeGreaterThanOrEqual(3);
    expect(followUps.length).toBeGreaterThanOrEqual(1);
    if (kind === 'open') {
      expect(points.length).toBeGreaterThanOrEqual(5);
      expect(tradeOffs.length).toBeGreaterThanOrEqual(3);
      expect(followUps.length).toBeGreaterThanOrEqual(2);
    }
    expect(source.author).not.toBe('');
    expect(source.year).toBeGreaterThan(1900);
    expect(source.year).toBeLessThanOrEqual(2026);
  });

  test('says each thing once, briefly', () => {
    const texts = textsOf(card);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) {
      expect(text.length, text).toBeLessThanOrEqual(320);
      expect(text, text).toMatch(/[.?]$/);
    }
  });
});
