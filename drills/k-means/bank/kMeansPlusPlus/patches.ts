import type { Patches } from '../../../../src/index.ts';

const HEAD = 'export function kMeansPlusPlus(';
const CHECK = 'check(X, nClusters);\n  const';
const FIRST = '[Math.floor(random() * X.length)];';
const KEEP = 'nearest[i] = Math.min(nearest[i], squared(X[i], X[seed]));';
const DRAWN = 'const drawn = draw(nearest, random);';
const REST = 'isSeed.indexOf(false)';
const DISTANCE = 'return a.reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0);';
const LEFT = 'let left = random() * total(weights);';
const RAGGED = 'X.some((row) => row.length !== X[0].length)';
const FINITE = 'X.some((row) => row.some((v) => !Number.isFinite(v)))';
const COUNT = '!Number.isInteger(nClusters) || nClusters < 1';

const FURTHER =
  'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far';
const SAME_NUMBER = 'random may give the same number for ever, 0 and the largest below 1 too';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'draws among the first 128 rows while one of them is apart',
          'seeds.push(draw(isAnyApart ? nearest : isUnused',
          `const weights = isAnyApart ? nearest : isUnused;
    const few = weights.slice(0, 128);
    seeds.push(draw(few.some((weight) => weight > 0) ? few : weights`,
        ],
        [
          'takes rows for equal whose coordinates read alike without anything between them',
          ' nearest[i] =',
          `
      nearest[i] = X[i].join('') === X[seed].join('') ? 0 :`,
        ],
        ['measures to the first 128 seeds only', '< X.length', '< X.length && seeds.length <= 128'],
        ['measures the first 64 features only', 'a.reduce', 'a.slice(0, 64).reduce'],
        [
          'measures to the last four seeds only, and takes rows on earlier ones out',
          'nearest[i] = Math.min(nearest[i], squared(X[i], X[seed]));',
          `{
      const distance = Math.min(...seeds.slice(-4).map((k) => squared(X[i], X[k])));
      nearest[i] = nearest[i] === 0 ? 0 : distance;
    }`,
        ],
        [
          'takes `Number.MAX_SAFE_INTEGER` for the distance before the first seed',
          'Infinity',
          'Number.MAX_SAFE_INTEGER',
        ],
        [
          'compares the number of all coordinates, not of those in each row',
          'X.some((x) => x.length === 0 || x.length !== X[0].length)',
          'X[0].length === 0 || X.flat().length !== X.length * X[0].length',
        ],
        [
          'takes 0 and -0 for two places',
          ' nearest[i] = Math.min(nearest[i], squared(X[i], X[seed])',
          `
      nearest[i] = Math.min(
        nearest[i],
        X[i].every((v, j) => Object.is(v, X[seed][j])) ? 0 : squared(X[i], X[seed]) || 1e-300,
      `,
        ],
        ['looks for NaN in the first 256 rows only', 'X.every', 'X.slice(0, 256).every'],
        [
          'refuses more than 256 clusters',
          'X.length)',
          `Math.min(256, X.length))
   `,
        ],
        [
          'weighs with the distance, not its square, from the fourth seed on',
          '? nearest',
          '? (seeds.length > 3 ? nearest.map(Math.sqrt) : nearest)',
        ],
        ['starts with one of the first 256 rows', 'draw(isUnused', 'draw(isUnused.slice(0, 256)'],
        [
          'draws uniformly among the rows apart from the fifth seed on',
          'draw(isAnyApart ? nearest : isUnused, random)',
          `
      draw(
        isAnyApart ? (seeds.length > 4 ? nearest.map((distance) => Number(distance > 0)) : nearest) : isUnused,
        random,
      ),
    `,
        ],
      ],
    },
    'right/plain.ts': {
      wrong: [
        [
          'draws each seed uniformly from the rows that are none yet and lie on none',
          DRAWN,
          'const drawn = draw(nearest.map(Math.sign), random);',
        ],
        ['weighs with the distance, not its square', DRAWN, 'const drawn = draw(nearest.map(Math.sqrt), random);'],
        ['squares the squared distance again', DRAWN, DRAWN.replace('nearest', 'nearest.map((d) => d * d)')],
        [
          'takes squared distances below 1e-10 for 0',
          DRAWN,
          DRAWN.replace('nearest', 'nearest.map((d) => (d < 1e-10 ? 0 : d))'),
        ],
        [
          'adds 1e-9 to every weight against totals of 0, and takes only seeds out',
          DRAWN,
          DRAWN.replace('nearest', 'nearest.map((d, i) => (isSeed[i] ? 0 : d + 1e-9))'),
        ],
        [
          'weighs with the distance along the axes, squared',
          DISTANCE,
          'return a.reduce((sum, v, j) => sum + Math.abs(v - b[j]), 0) ** 2;',
        ],
        ['measures the first eight features only', 'return a.reduce', 'return a.slice(0, 8).reduce'],
        ['leaves the last feature out', 'return a.reduce', 'return (a.length > 1 ? a.slice(0, -1) : a).reduce'],
        [
          'multiplies the square of a difference out, which loses small distances far from 0',
          DISTANCE,
          `const dot = (p: Row, q: Row) => p.reduce((sum, v, j) => sum + v * q[j], 0);
          return a === b ? 0 : Math.max(0, dot(a, a) - 2 * dot(a, b) + dot(b, b));`,
        ],
        [
          'copies the rows in single precision',
          CHECK,
          `check(X, nClusters);\n  X = X.map((row) => row.map(Math.fround));\n  const`,
        ],
        [
          'weighs with the distance to the newest seed only, and takes seeds out',
          KEEP,
          'nearest[i] = nearest[i] && squared(X[i], X[seed]);',
        ],
        [
          'weighs with the distance to the farthest seed, and takes rows on seeds out',
          KEEP,
          `nearest[i] = nearest[i] && (seeds.length === 1 ? squared(X[i], X[seed]) :
            squared(X[i], X[seed]) && Math.max(nearest[i], squared(X[i], X[seed])));`,
        ],
        [
          'weighs with the sum of the distances to all seeds, and takes rows on seeds out',
          KEEP,
          'nearest[i] = nearest[i] && squared(X[i], X[seed]) && seeds.reduce((sum, s) => sum + squared(X[i], X[s]), 0);',
        ],
        [
          'knows of the last seed only from the ninth on',
          KEEP,
          'nearest[i] = Math.min(seeds.length > 8 ? Number.POSITIVE_INFINITY : nearest[i], squared(X[i], X[seed]));',
        ],
        [
          'takes the farthest row each time, without chance',
          DRAWN,
          'const drawn = Math.max(...nearest) > 0 ? nearest.indexOf(Math.max(...nearest)) : -1;',
        ],
        [
          'draws twice for each seed and keeps the better one, as libraries do',
          DRAWN,
          `const after = (s: number) => total(nearest.map((d, i) => Math.min(d, squared(X[i], X[s]))));
          const tries = [draw(nearest, random), draw(nearest, random)];
          const drawn = tries[0] < 0 || after(tries[0]) <= after(tries[1]) ? tries[0] : tries[1];`,
        ],
        ['starts with row 0', FIRST, '[0];'],
        [
          'rounds for the first row, so that both ends come half as often',
          FIRST,
          '[Math.round(random() * (X.length - 1))];',
        ],
        [
          'never starts with the last row, except when it is the only one',
          FIRST,
          '[Math.floor(random() * (X.length - 1))];',
        ],
        [
          'merges equal rows for the first seed',
          FIRST,
          `[...new Map(X.map((row, i) => [row.join(), i])).values()];
          seeds.splice(0, seeds.length, seeds[Math.floor(random() * seeds.length)]);`,
        ],
        [
          'merges equal rows for the further seeds',
          DRAWN,
          `const last = new Map(X.map((row, i) => [row.join(), i]));
          const drawn = draw(nearest.map((d, i) => (last.get(X[i].join()) === i ? d : 0)), random);`,
        ],
        [
          'draws the first row with the chance of its distance to the mean of all rows',
          FIRST,
          `[Math.floor(random() * X.length)];
          const mean = X[0].map((_, j) => total(X.map((row) => row[j])) / X.length);
          seeds[0] = Math.max(0, draw(X.map((row) => squared(row, mean)), random));`,
        ],
        [
          'calls `random` once, and takes that number for every draw',
          CHECK,
          'check(X, nClusters);\n  const once = random();\n  random = () => once;\n  const',
        ],
        [
          'has a generator of its own with a fixed seed, and ignores `random`',
          CHECK,
          `check(X, nClusters);
          let state = 42;
          random = () => {
            state = (state * 48271) % 2147483647;
            return state / 2147483647;
          };
          const`,
        ],
        ['returns the seeds sorted, not as drawn', 'return seeds;', 'return seeds.sort((a, b) => a - b);'],
        [
          'draws the last row where rounding leaves a little, on a seed or not',
          LEFT,
          `if (total(weights) === 0) return -1;\n  ${LEFT}`,
          'if (weights[i] > 0) last',
          'last',
        ],
        [
          'takes the row where the running sum is at least the number drawn, so that 0 gives row 0',
          LEFT,
          `if (total(weights) === 0) return -1;\n  ${LEFT}`,
          'let last = -1;',
          'let last = 0;',
          'left >= 0',
          'left > 0',
          'if (weights[i] > 0) last',
          'last',
        ],
        ['keeps which rows are seeds in the 32 bits of a number', REST, 'isSeed.slice(0, 32).indexOf(false)'],
        [
          'draws among all rows when every row lies on a seed, until one is no seed',
          DRAWN,
          `let drawn = draw(nearest, random);
          for (let tried = 0; drawn < 0; tried++) {
            const any = Math.floor(random() * X.length);
            if (!isSeed[any]) drawn = any;
            if (tried === 1e7) throw new Error('no end');
          }`,
        ],
        [
          'draws among all rows when every row lies on a seed, also those that are seeds',
          REST,
          'Math.floor(random() * X.length)',
        ],
        [
          'returns fewer seeds when every row lies on a seed',
          CHECK,
          'check(X, nClusters);\n  nClusters = Math.min(nClusters, new Set(X.map((row) => row.join())).size);\n  const',
        ],
        [
          'remembers the answer for an `X` and `nClusters` that it has seen',
          HEAD,
          `const answers = new WeakMap<Rows, number[][]>();\n${HEAD}`,
          CHECK,
          `check(X, nClusters);
          const known = answers.get(X) ?? [];
          if (known[nClusters]) return known[nClusters];
          const`,
          'return seeds;',
          'known[nClusters] = seeds;\n  answers.set(X, known);\n  return seeds;',
        ],
        [
          'moves the rows so that the first seed is the origin, in place',
          CHECK,
          `check(X, nClusters);
          const origin = [...X[0]];
          for (const row of X as number[][]) for (let j = 0; j < row.length; j++) row[j] -= origin[j];
          const`,
        ],
        ['takes an empty `X` and returns no seeds', CHECK, `if (X.length === 0) return [];\n  ${CHECK}`],
        ['takes rows without features', 'X[0].length === 0', 'false'],
        ['throws a `TypeError` for rows without features', "RangeError('no features')", "TypeError('no features')"],
        ['takes rows of different lengths', RAGGED, 'false'],
        ['takes rows that are longer than the first one', RAGGED, 'X.some((row) => row.length < X[0].length)'],
        ['takes NaN and infinite coordinates', FINITE, 'false'],
        ['tests for NaN only, and takes infinite coordinates', '!Number.isFinite(v)', 'Number.isNaN(v)'],
        ['looks at the coordinates of the first row only', FINITE, 'X[0].some((v) => !Number.isFinite(v))'],
        ['looks at the coordinates only when more than one seed is asked for', FINITE, `nClusters > 1 && ${FINITE}`],
        [
          'returns no seeds for `nClusters: 0`',
          COUNT,
          '!Number.isInteger(nClusters) || nClusters < 0',
          'return seeds;',
          'return seeds.slice(0, nClusters);',
        ],
        [
          'returns every row when there are fewer rows than clusters',
          'nClusters > X.length',
          'false',
          'seeds.length < nClusters',
          'seeds.length < Math.min(nClusters, X.length)',
        ],
        [
          'rounds a fraction of `nClusters` up',
          COUNT,
          '!(nClusters > 0)',
          '  const isSeed',
          '  nClusters = Math.ceil(nClusters);\n  const isSeed',
        ],
      ],
      slow: [
        [
          'compares every row with all seeds for each new seed',
          KEEP,
          'nearest[i] = seeds.reduce((least, s) => Math.min(least, squared(X[i], X[s])), Number.POSITIVE_INFINITY);',
        ],
        [
          'keeps the distances, but looks each row up in the list of seeds',
          DRAWN,
          'const drawn = draw(nearest.map((d, i) => (seeds.includes(i) ? 0 : d)), random);',
        ],
        [
          'makes a table of the distances of all pairs of rows first',
          CHECK,
          'check(X, nClusters);\n  const table = X.map((a) => X.map((b) => squared(a, b)));\n  const',
          'squared(X[i], X[seed])',
          'table[i][seed]',
        ],
        [
          'adds the weights up from the first row for each row again',
          'left -= weights[i];',
          'left = threshold - total(weights.slice(0, i + 1));',
          LEFT,
          'const threshold = random() * total(weights);\n  let left = threshold;',
        ],
        [
          'copies the running sums for each row that it adds',
          LEFT,
          `const sums = weights.reduce((before: number[], w) => before.concat((before.at(-1) ?? 0) + w), []);
          let left = random() * sums[sums.length - 1];`,
        ],
        [
          'adds up a distance by recursion over copies of the rest of both rows',
          DISTANCE,
          'return a.length === 0 ? 0 : (a[0] - b[0]) ** 2 + squared(a.slice(1), b.slice(1));',
        ],
        [
          'sorts the rows by insertion, farthest first, for each draw',
          DRAWN,
          `const order: number[] = [];
          for (let i = 0; i < X.length; i++) {
            let at = order.length;
            while (at > 0 && nearest[order[at - 1]] < nearest[i]) at--;
            order.splice(at, 0, i);
          }
          const drawn = order[draw(order.map((i) => nearest[i]), random)] ?? -1;`,
        ],
        [
          'looks through a list of seeds for the first row that is none, when all rows lie on seeds',
          REST,
          'X.findIndex((_, i) => !seeds.includes(i))',
        ],
      ],
    },
  },
  told: {
    'starts with row 0': 'the first seed is each row with the same probability',
    'weighs with the distance, not its square': FURTHER,
    'draws twice for each seed and keeps the better one, as libraries do': FURTHER,
    'draws the last row where rounding leaves a little, on a seed or not': SAME_NUMBER,
    'takes squared distances below 1e-10 for 0': 'coordinates may be as small as 1e-6 or near 1e8',
  },
};
