// bounds that are lowered when they are read, in maps; asks for the centroid first
import { lloyd, SLACK } from './kit.ts';

export const kMeansBounded = lloyd((X, distance, k) => {
  const way = new Array<number>(k).fill(0); // how far each centroid has come
  const seen = X.map(() => new Map<number, { distance: number; at: number }>());
  const own = X.map((): [label: number, square: number] => [0, 0]);
  return {
    assign(now, before) {
      before?.forEach((old, c) => {
        way[c] += Math.sqrt(distance(old, now[c])) * (1 + SLACK);
      });
      X.forEach((row, i) => {
        const ask = (c: number) => {
          const square = distance(now[c], row);
          seen[i].set(c, { distance: Math.sqrt(square), at: way[c] });
          return square;
        };
        const [from] = own[i];
        own[i] = [from, ask(from)];
        for (let c = 0; c < k; c++) {
          if (c === from) continue;
          const [best, least] = own[i];
          const last = seen[i].get(c);
          if (last) {
            const bound = last.distance - (way[c] - last.at) - SLACK * (last.distance + way[c]);
            if (bound > Math.sqrt(least) * (1 + SLACK)) continue;
          }
          const square = ask(c);
          if (square < least || (square === least && c < best)) own[i] = [c, square];
        }
      });
      return Int32Array.from(own, ([label]) => label);
    },
    own: () => own.map(([, square]) => square),
  };
});
