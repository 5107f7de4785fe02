// the bounds of Elkan in flat typed arrays
import { lloyd, SLACK } from './kit.ts';

export const kMeansBounded = lloyd((X, distance, k) => {
  const lower = new Float64Array(X.length * k);
  const squares = new Float64Array(X.length);
  const labels = new Int32Array(X.length);
  const halves = new Float64Array(k * k);
  const drift = new Float64Array(k);
  return {
    assign(now, before) {
      for (let a = 0; before && a < k; a++) {
        drift[a] = Math.sqrt(distance(before[a], now[a]));
        for (let b = 0; b < a; b++) halves[a * k + b] = halves[b * k + a] = Math.sqrt(distance(now[a], now[b])) / 2;
      }
      for (let i = 0; i < X.length; i++) {
        const from = labels[i];
        let [best, least] = [from, distance(X[i], now[from])];
        for (let c = 0; c < k; c++) {
          const at = i * k + c;
          lower[at] -= drift[c] + SLACK * (lower[at] + drift[c]);
          if (c === from) continue;
          const bound = before ? Math.max(lower[at], halves[best * k + c]) : -1;
          if (bound > Math.sqrt(least) * (1 + SLACK)) continue;
          const d = distance(X[i], now[c]);
          lower[at] = Math.sqrt(d);
          if (d > least || (d === least && c > best)) continue;
          lower[i * k + best] = Math.sqrt(least); // the distance to the label so far is known as well
          [best, least] = [c, d];
        }
        lower[i * k + best] = Math.sqrt(least);
        labels[i] = best;
        squares[i] = least;
      }
      return labels.slice();
    },
    own: () => squares,
  };
});
