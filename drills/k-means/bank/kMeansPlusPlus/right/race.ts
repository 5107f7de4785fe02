// a race of exponential times, typed arrays
import { choosing } from './kit.ts';

/** Every row waits for a time of its own, and the first comes. */
export const kMeansPlusPlus = choosing((weights, random) => {
  let chosen = -1;
  let first = Number.POSITIVE_INFINITY;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    const time = -Math.log1p(-random()) / weights[i];
    if (chosen < 0 || time < first) [chosen, first] = [i, time];
  }
  return chosen;
});
