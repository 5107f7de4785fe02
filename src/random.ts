import seedrandom from 'seedrandom';

/** A stream of numbers in [0, 1), the same for the same seed (David Bau's seedrandom). */
export function createRandom(seed: number | string): () => number {
  const generator = seedrandom(String(seed));
  return () => generator();
}

/** An integer in [min, max], drawn from `random`. */
export const randomInteger = (random: () => number, min: number, max: number): number =>
  min + Math.floor(random() * (max - min + 1));

/** A fresh array with the items in random order (Fisher and Yates; Durstenfeld 1964). */
export function shuffled<Item>(items: Iterable<Item>, random: () => number): Item[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = randomInteger(random, 0, i);
    const item = result[i] as Item; // i and j are in range
    result[i] = result[j] as Item;
    result[j] = item;
  }
  return result;
}
