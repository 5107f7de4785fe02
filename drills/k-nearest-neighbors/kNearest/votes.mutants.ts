import { type Attempt, classifies, majority, nearest, squared, tally, wrong } from './kit.mutants.ts';

export const votes: Attempt[] = [
  wrong('lets the label met first win a tie', 'knnClassify gives the smallest of the labels that tie for most votes', {
    vote: (labels) => [...tally(labels)].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0],
  }),
  wrong('lets the label met last win a tie', 'knnClassify gives the smallest of the labels that tie for most votes', {
    vote: (labels) => [...tally(labels)].reduce((best, entry) => (entry[1] >= best[1] ? entry : best))[0],
  }),
  wrong('lets the largest label win a tie', 'knnClassify gives the smallest of the labels that tie for most votes', {
    vote: (labels) => [...tally(labels)].sort(([a, va], [b, vb]) => vb - va || b - a)[0][0],
  }),
  wrong('compares tied labels as strings', 'knnClassify gives the smallest of the labels that tie for most votes', {
    vote: (labels) => {
      const count = tally(labels);
      const most = Math.max(...count.values());
      return [...count.keys()].filter((label) => count.get(label) === most).sort()[0];
    },
  }),
  wrong(
    'takes object keys to be in ascending order',
    'knnClassify takes any finite numbers as labels: negative, beyond 10, fractions',
    {
      vote: (labels) => {
        const count: Record<string, number> = {};
        for (const label of labels) count[label] = (count[label] ?? 0) + 1;
        return Number(Object.keys(count).reduce((best, label) => (count[label] > count[best] ? label : best)));
      },
    },
  ),
  wrong(
    'lets the label of the nearer rows win a tie',
    'knnClassify gives the smallest of the labels that tie for most votes',
    {
      vote: (labels, far) => {
        const sum = (label: number) => far.reduce((total, d, at) => total + (labels[at] === label ? d : 0), 0);
        return [...tally(labels)].sort(([a, va], [b, vb]) => vb - va || sum(a) - sum(b) || a - b)[0][0];
      },
    },
  ),
  wrong(
    'drops the farthest row until the tie is broken',
    'knnClassify gives the smallest of the labels that tie for most votes',
    {
      vote: (labels) => {
        for (let k = labels.length; ; k--) {
          const ranking = [...tally(labels.slice(0, k))].sort(([, a], [, b]) => b - a);
          if (ranking.length === 1 || ranking[0][1] > ranking[1][1]) return ranking[0][0];
        }
      },
    },
  ),
  wrong('gives a tied label of value 0 up as unset', 'knnClassify with k = nSamples gives every row a vote', {
    vote: (labels) => {
      const count = tally(labels);
      let winner = 0;
      for (const label of [...count.keys()].sort((a, b) => a - b)) {
        if (!winner || (count.get(label) ?? 0) > (count.get(winner) ?? 0)) winner = label;
      }
      return winner;
    },
  }),
  wrong(
    'starts from a winner 0 that ties with everything',
    'knnClassify gives the species that most of the k nearest of 150 irises have',
    {
      vote: (labels) => {
        const count = tally(labels);
        const most = Math.max(...count.values());
        return labels.reduce((best, label) => (count.get(label) === most ? Math.min(best, label) : best), 0);
      },
    },
  ),
  wrong(
    'weights votes by the inverse of the distance',
    'knnClassify gives the species that most of the k nearest of 150 irises have',
    {
      vote: (labels, far) => {
        const weights = new Map<number, number>();
        for (const [at, label] of labels.entries()) {
          weights.set(label, (weights.get(label) ?? 0) + 1 / (Math.sqrt(far[at]) + 1e-9));
        }
        return [...weights].sort(([a, wa], [b, wb]) => wb - wa || a - b)[0][0];
      },
    },
  ),
  wrong('gives one vote to all rows at the same distance', 'knnClassify with k = nSamples gives every row a vote', {
    vote: (labels, far) =>
      majority(labels.filter((label, at) => at === 0 || far[at] !== far[at - 1] || label !== labels[at - 1])),
  }),
  wrong(
    'gives the label of the nearest row',
    'knnClassify gives the species that most of the k nearest of 150 irises have',
    { vote: (labels) => labels[0] },
  ),
  wrong('gives the mean of the labels', 'knnClassify with k = nSamples gives every row a vote', {
    vote: (labels) => labels.reduce((a, b) => a + b) / labels.length,
  }),
  wrong('gives the median label', 'knnClassify with k = nSamples gives every row a vote', {
    vote: (labels) => labels.toSorted((a, b) => a - b)[(labels.length - 1) >> 1],
  }),
  wrong(
    'falls back to the nearest label without more than half of the votes',
    'knnClassify with k = nSamples gives every row a vote',
    {
      vote: (labels) => [...tally(labels)].find(([, count]) => count > labels.length / 2)?.[0] ?? labels[0],
    },
  ),
  wrong('counts only neighbours in a row with the same label', 'knnClassify with k = nSamples gives every row a vote', {
    vote: (labels) => {
      let [winner] = labels;
      let longest = 0;
      let run = 0;
      for (const [at, label] of labels.entries()) {
        run = at > 0 && labels[at - 1] === label ? run + 1 : 1;
        if (run > longest || (run === longest && label < winner)) [winner, longest] = [label, run];
      }
      return winner;
    },
  }),
  wrong(
    'gives the number of votes instead of the label',
    'knnClassify gives the species that most of the k nearest of 150 irises have',
    {
      vote: (labels) => Math.max(...tally(labels).values()),
    },
  ),
  classifies(
    'gives the label as a string',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    (X, y, query, k) => {
      const far = X.map((row) => squared(row, query));
      return String(majority(nearest(far, k).map((i) => y[i]))) as unknown as number;
    },
  ),
  classifies(
    'lets all rows vote',
    'knnClassify gives the species that most of the k nearest of 150 irises have',
    (_X, y) => majority(y),
  ),
  classifies(
    'takes the labels of the first k rows',
    'knnClassify gives the species that most of the k nearest of 150 irises have',
    (_X, y, _query, k) => majority(y.slice(0, k)),
  ),
  classifies(
    'lets all rows as near as the k-th vote',
    'knnClassify gives the vote to the row of lower index among equal distances',
    (X, y, query, k) => {
      const far = X.map((row) => squared(row, query));
      const reach = far[nearest(far, k)[k - 1]];
      return majority(y.filter((_, i) => far[i] <= reach));
    },
  ),
  wrong(
    'counts votes in an array by label',
    'knnClassify takes any finite numbers as labels: negative, beyond 10, fractions',
    {
      vote: (labels) => {
        const count: number[] = [];
        for (const label of labels) count[label] = (count[label] || 0) + 1;
        let winner = 0;
        for (let label = 0; label < count.length; label++) {
          if ((count[label] || 0) > (count[winner] || 0)) winner = label;
        }
        return winner;
      },
    },
  ),
  wrong(
    'has ten counters for the labels 0 to 9',
    'knnClassify gives the smallest of the labels that tie for most votes',
    {
      vote: (labels) => {
        const count: number[] = new Array(10).fill(0);
        for (const label of labels) count[label]++;
        return count.indexOf(Math.max(...count));
      },
    },
  ),
  wrong(
    'counts whole parts of labels',
    'knnClassify takes any finite numbers as labels: negative, beyond 10, fractions',
    { vote: (labels) => majority(labels.map(Math.trunc)) },
  ),
  wrong('refuses a negative label', 'knnClassify takes any finite numbers as labels: negative, beyond 10, fractions', {
    checkLabels: (X, y) => {
      if (y.length !== X.length || y.some((label) => label < 0)) throw new RangeError('labels');
    },
  }),
  wrong(
    'refuses a label that is not an integer',
    'knnClassify takes any finite numbers as labels: negative, beyond 10, fractions',
    {
      checkLabels: (X, y) => {
        if (y.length !== X.length || !y.every(Number.isInteger)) throw new RangeError('labels');
      },
    },
  ),
];
