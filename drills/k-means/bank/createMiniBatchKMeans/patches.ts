import type { Patches } from '../../../../src/index.ts';

const HEAD = 'export function createMiniBatchKMeans(';
const START = 'initialCentroids.map((c) => [...c])';
const COUNTS = 'const counts = initialCentroids.map(() => 0);';
const CHECKED = 'checkBatch(batch, nFeatures);';
const LABELS = 'const labels = batch.map((row) => nearest(row, centroids));';
const LABEL = 'const k = labels[i];';
const MOVE = 'move(centroids[k], batch[i], counts[k]);';
const MOVES = `${MOVE}\n      }`;
const READ = 'centroids: () => centroids.map((c) => [...c])';
const READ_COUNTS = 'counts: () => [...counts]';
const NEAREST = 'return far.reduce((best, d, k) => (d < far[best] ? k : best), 0);';
const DISTANCE = 'return a.reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0);';
const LENGTH = 'batch.some((row) => row.length !== nFeatures)';
const FINITE = '!batch.every((row) => row.every(Number.isFinite))';

/** After a batch, for each centroid that was given rows: `own` are these. */
const forEachGiven = (does: string): string => `for (const k of centroids.keys()) {
        const own = batch.filter((_, i) => labels[i] === k);
        if (own.length > 0) ${does};
      }`;
const MEAN = 'own[0].map((_, j) => own.reduce((sum, row) => sum + row[j], 0) / own.length)';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        ['looks at the first 256 centroids only', 'centroids.length', 'Math.min(256, centroids.length)'],
        [
          'finds rows that were assigned by their coordinates joined without a separator',
          'labels = batch.map((x) => nearest(x, centroids)',
          `known = new Map<string, number>();
      const labels = batch.map((x) => {
        const key = x.join('');
        const label = known.get(key) ?? nearest(x, centroids);
        known.set(key, label);
        return label;
      }`,
        ],
        ['keeps labels in bytes', 'batch.map(', 'Uint8Array.from(batch, '],
        [
          'begins the labels of a batch behind those of a batch that it refused',
          'return {',
          `let labels: number[] = [];
  return {`,
          `validate(batch, nFeatures);
      const labels = batch.map((x) => nearest(x, centroids));`,
          `for (const x of batch) {
        validate([x], nFeatures);
        labels.push(nearest(x, centroids));
      }`,
          '},',
          `labels = [];
    },`,
        ],
        ['looks for distances below `Number.MAX_SAFE_INTEGER` only', 'Infinity', 'Number.MAX_SAFE_INTEGER'],
        [
          'compares the number of all coordinates, not of those in each row',
          'some((point) => point.length !== nFeatures)',
          'flat().length !== points.length * nFeatures',
        ],
        [
          'has room for two models, so that a third takes the place of the first',
          'export',
          `const slots: { centroids: number[][]; counts: number[] }[] = [];
let made = 0;

export`,
          `centroids = initialCentroids.map((centroid) => [...centroid]);
  const counts = initialCentroids.map(() => 0)`,
          `slot = made++ % 2;
  slots[slot] = { centroids: initialCentroids.map((centroid) => [...centroid]), counts: initialCentroids.map(() => 0) }`,
          'const labels',
          `const { centroids, counts } = slots[slot];
      const labels`,
          `centroids.map((centroid) => [...centroid]),
    counts: () => [..`,
          `slots[slot].centroids.map((centroid) => [...centroid]),
    counts: () => [...slots[slot]`,
        ],
        [
          'takes the good rows of a batch that it refused with the next batch',
          'return {',
          `let pending: (readonly number[])[] = [];
  return {`,
          `batch: Matrix): void {
      validate(batch, nFeatures)`,
          `rows: Matrix): void {
      for (const row of rows) {
        validate([row], nFeatures);
        pending.push(row);
      }
      const batch = pending;
      pending = []`,
        ],
        [
          'skips a batch that is an object it has seen',
          'return {',
          `const seen = new Set<Matrix>();
  return {`,
          'const l',
          `if (seen.has(batch)) return;
      seen.add(batch);
      const l`,
        ],
        [
          'keeps models in a table of 256',
          'export',
          `const slots: { centroids: number[][]; counts: number[] }[] = [];
let made = 0;

export`,
          `centroids = initialCentroids.map((centroid) => [...centroid]);
  const counts = initialCentroids.map(() => 0)`,
          `slot = made++ % 256;
  slots[slot] = { centroids: initialCentroids.map((centroid) => [...centroid]), counts: initialCentroids.map(() => 0) }`,
          'const labels',
          `const { centroids, counts } = slots[slot];
      const labels`,
          `centroids.map((centroid) => [...centroid]),
    counts: () => [..`,
          `slots[slot].centroids.map((centroid) => [...centroid]),
    counts: () => [...slots[slot]`,
        ],
        [
          'takes distances that differ by less than 1e-6 of themselves for equal',
          '< smallest',
          '< smallest * (1 - 1e-6)',
        ],
        [
          'takes distances that differ by less than `Number.EPSILON` for equal',
          '< smallest',
          '< smallest - Number.EPSILON',
        ],
        ['looks for NaN in the first 256 rows of a batch only', 'points.every', 'points.slice(0, 256).every'],
      ],
    },
    'right/plain.ts': {
      wrong: [
        [
          'assigns each row with the centroids as the rows before it left them',
          LABEL,
          'const k = nearest(batch[i], centroids);',
        ],
        [
          'gives ties to the centroid with fewer rows',
          LABELS,
          `const fewest = [...counts.keys()].sort((a, b) => counts[a] - counts[b]);
          const order = fewest.map((k) => centroids[k]);
          const labels = batch.map((row) => fewest[nearest(row, order)]);`,
        ],
        ['takes distances that differ by less than 1e-9 for a tie', 'd < far[best]', 'd < far[best] - 1e-9'],
        ['looks at the first 16 centroids only', 'C.map((c) => squared', 'C.slice(0, 16).map((c) => squared'],
        ['measures along the axes', DISTANCE, 'return a.reduce((sum, v, j) => sum + Math.abs(v - b[j]), 0);'],
        ['measures the first eight features only', 'a.reduce((sum', 'a.slice(0, 8).reduce((sum'],
        [
          'multiplies the square of a difference out, which loses small distances far from 0',
          DISTANCE,
          `const dot = (p: Row, q: Row) => p.reduce((sum, v, j) => sum + v * q[j], 0);
          return dot(a, a) - 2 * dot(a, b) + dot(b, b);`,
        ],
        ['divides by the count before it is raised', MOVE, MOVE.replace('counts[k]', 'Math.max(1, counts[k] - 1)')],
        [
          'divides by one more than the count, as if the start were a row',
          MOVE,
          MOVE.replace('counts[k]', 'counts[k] + 1'),
        ],
        ['begins all counts with 1', COUNTS, COUNTS.replace('0', '1')],
        ['moves by a tenth of the way, whatever the count', MOVE, MOVE.replace('counts[k]', '10')],
        [
          'never moves by less than a hundredth of the way',
          MOVE,
          MOVE.replace('counts[k]', 'Math.min(counts[k], 100)'),
        ],
        ['does not take rows any more when a centroid has 10,000', MOVE, `if (counts[k] <= 10_000) ${MOVE}`],
        [
          'begins to count anew with each batch when it moves centroids',
          LABELS,
          `${LABELS}\n      const before = [...counts];`,
          MOVE,
          MOVE.replace('counts[k]', 'counts[k] - before[k]'),
        ],
        [
          'takes all batches for equally large: it moves to the mean of their means',
          COUNTS,
          `${COUNTS}\n  const nBatches = counts.map(() => 0);`,
          MOVES,
          `}\n      ${forEachGiven(`move(centroids[k], ${MEAN}, ++nBatches[k])`)}`,
        ],
        [
          'puts a centroid on the mean of its rows of the newest batch',
          MOVES,
          `}\n      ${forEachGiven(`centroids[k] = ${MEAN}`)}`,
        ],
        [
          'divides by the count of the whole batch for each of its rows',
          LABELS,
          `${LABELS}\n      for (const label of labels) counts[label]++;`,
          'counts[k]++;',
          '',
        ],
        [
          'puts a centroid that was given no row on the last row of the batch',
          MOVES,
          `${MOVES}
          for (const k of centroids.keys()) if (counts[k] === 0 && batch.length > 0) centroids[k] = [...batch[batch.length - 1]];`,
        ],
        [
          'lets a row that comes twice in a batch count once',
          LABEL,
          `${LABEL}\n        if (batch.findIndex((row) => row.join() === batch[i].join()) < i) continue;`,
        ],
        [
          'takes a coordinate of 0 for a missing one and does not move there',
          '+= (row[j] -',
          '+= ((row[j] || centroid[j]) -',
        ],
        [
          'numbers the centroids by their counts',
          READ,
          'centroids: () => [...counts.keys()].sort((a, b) => counts[b] - counts[a]).map((k) => [...centroids[k]])',
          READ_COUNTS,
          'counts: () => [...counts].sort((a, b) => b - a)',
        ],
        ['keeps the centroids in single precision', START, 'initialCentroids.map((c) => Float32Array.from(c))'],
        ['rounds the centroids to six decimals', READ, READ.replace('[...c]', 'c.map((v) => Number(v.toFixed(6)))')],
        ['gives its own centroids away, which change with the next batch', READ, 'centroids: () => centroids'],
        ['copies the list of centroids, not the centroids in it', READ, 'centroids: () => [...centroids]'],
        ['gives its own counts away, which change with the next batch', READ_COUNTS, 'counts: () => counts'],
        [
          'copies the centroids at the first reading and never again',
          COUNTS,
          `${COUNTS}\n  let copy: number[][] | undefined;`,
          READ,
          'centroids: () => (copy ??= centroids.map((c) => [...c]))',
        ],
        [
          'begins to count anew when the counts were read',
          READ_COUNTS,
          'counts: () => counts.splice(0, counts.length, ...counts.map(() => 0))',
        ],
        ['moves the initial centroids in place', START, 'initialCentroids as number[][]'],
        [
          'takes the first row of a cluster for its centroid without a copy, and moves it in place',
          MOVE,
          `if (counts[k] === 1) centroids[k] = batch[i] as number[];\n        else ${MOVE}`,
        ],
        [
          'has one list of counts for all models',
          HEAD,
          `let counts: number[] = [];\n${HEAD}`,
          COUNTS,
          COUNTS.replace('const ', ''),
        ],
        ['counts in a byte', COUNTS, 'const counts = new Uint8Array(initialCentroids.length);'],
        ['counts in 16 bits', COUNTS, 'const counts = new Uint16Array(initialCentroids.length);'],
        [
          'takes the rows before the one that it refuses',
          CHECKED,
          '',
          LABEL,
          `checkBatch([batch[i]], nFeatures);\n        ${LABEL}`,
        ],
        [
          'counts the rows of a batch before it looks at their coordinates',
          CHECKED,
          `const before = [...counts];
          for (const row of batch) counts[nearest(row, centroids)]++;
          ${CHECKED}
          counts.splice(0, counts.length, ...before);`,
        ],
        ['validates only the first row of a batch', CHECKED, 'checkBatch(batch.slice(0, 1), nFeatures);'],
        ['takes rows that are longer than the centroids', LENGTH, 'batch.some((row) => row.length < nFeatures)'],
        [
          'compares the rows of a batch with its first row, not with the centroids',
          LENGTH,
          LENGTH.replace('nFeatures', 'batch[0].length'),
        ],
        ['takes NaN and infinite coordinates of rows', FINITE, 'false'],
        [
          'tests coordinates with `isNaN`, and takes infinite ones',
          FINITE,
          'batch.some((row) => row.some(Number.isNaN))',
        ],
        ['refuses an empty batch', LENGTH, `batch.length === 0 || ${LENGTH}`],
        [
          'refuses a batch of fewer rows than there are centroids',
          CHECKED,
          `checkBatch(batch.length > 0 && batch.length < counts.length ? [[]] : batch, nFeatures);`,
        ],
        [
          'takes no centroids at all',
          "throw new RangeError('no centroids');",
          'return;',
          'initialCentroids[0].length',
          'initialCentroids[0]?.length',
        ],
        ['takes centroids without features', 'C[0].length === 0', 'false'],
        ['takes centroids of different lengths', 'C.some((c) => c.length !== C[0].length)', 'false'],
        ['does not look at the coordinates of the initial centroids', 'Number.isFinite(v)', 'true'],
        ['takes infinite coordinates of initial centroids', 'Number.isFinite(v)', '!Number.isNaN(v)'],
      ],
      slow: [
        [
          'keeps all rows of each cluster and takes their mean after each batch',
          COUNTS,
          `${COUNTS}\n  const rows = counts.map((): Row[] => []);`,
          MOVES,
          `rows[k].push([...batch[i]]);
          }
          for (const [k, own] of rows.entries()) if (own.length > 0) centroids[k] = ${MEAN};`,
        ],
        [
          'copies the rows that came into a new list with each batch',
          COUNTS,
          `${COUNTS}\n  let seen: Row[] = [];`,
          LABELS,
          `${LABELS}\n      seen = [...seen, ...batch];`,
        ],
        [
          'counts over all labels that it ever gave',
          COUNTS,
          `${COUNTS}\n  const given: number[] = [];`,
          'counts[k]++;',
          'given.push(k);\n        counts[k]++;',
          MOVES,
          `${MOVES}\n      counts.fill(0);\n      for (const label of given) counts[label]++;`,
        ],
        [
          'puts the state before each batch into a list that it copies',
          COUNTS,
          `${COUNTS}\n  let history: number[][][] = [];`,
          LABELS,
          `${LABELS}\n      history = history.concat([centroids.map((c) => [...c])]).map((each) => [...each]);`,
        ],
        [
          'goes over the batch for each centroid and looks for the nearest of each row every time',
          LABELS,
          `const labels = batch.map(() => 0);
          for (const k of centroids.keys())
            for (const [i, row] of batch.entries()) if (nearest(row, centroids) === k) labels[i] = k;`,
        ],
        ['looks up where each row is in the batch', LABEL, 'const k = labels[batch.indexOf(batch[i])];'],
        [
          'copies the list of labels for each row',
          LABELS,
          'const labels = batch.reduce((done: number[], row) => [...done, nearest(row, centroids)], []);',
        ],
        [
          'takes the rows off the front of a copied batch by slicing it',
          LABEL,
          `const k = labels[i];\n        rows = rows.slice(1);`,
          LABELS,
          `${LABELS}\n      let rows = batch;`,
        ],
        [
          'adds up a distance by recursion over copies of the rest of both rows',
          DISTANCE,
          'return a.length === 0 ? 0 : (a[0] - b[0]) ** 2 + squared(a.slice(1), b.slice(1));',
        ],
        [
          'sorts the centroids by insertion around each row to find the nearest',
          NEAREST,
          `const order: number[] = [];
          for (const [k, d] of far.entries()) order.splice(order.filter((other) => far[other] <= d).length, 0, k);
          return order[0];`,
        ],
      ],
    },
  },
  told: {
    'assigns each row with the centroids as the rows before it left them':
      'all rows of a batch are assigned with the centroids at its start, and the lowest index wins ties',
    'copies the list of centroids, not the centroids in it':
      'what centroids() and counts() gave stays as it was when more batches come',
    'has one list of counts for all models': 'any number of models may be in use at the same time',
    'takes the first row of a cluster for its centroid without a copy, and moves it in place':
      'the inputs are never changed',
    'counts in 16 bits': 'counts have no limit',
    'takes the rows before the one that it refuses': 'a batch that is refused changes nothing',
  },
};
