import { kMeans, kMeansFast } from '../../reference/k-means/index.ts';
import { type Contender, normal, type Rows, rowsOf, thousands, type Workload } from '../workload.ts';

interface Data {
  readonly X: Rows;
  readonly initial: Rows;
  readonly maxIter: number;
}

interface Result {
  readonly inertia: number;
  readonly nIter: number;
}

interface Clustered {
  readonly inertia: number;
  readonly nIter: number;
}

const ours = (run: typeof kMeans): Contender<Data, Result> => ({
  prepare:
    async ({ X, initial, maxIter }) =>
    () =>
      run(X, initial, { maxIter }),
  result: ({ inertia, nIter }: Clustered) => ({ inertia, nIter }),
});

interface Labelled {
  readonly clusters: ArrayLike<number>;
  readonly centroids: Rows;
  readonly iterations: number;
}

interface MlKmeans {
  kmeans(X: number[][], k: number, options: object): Labelled;
}

/** The result of those that do not say their inertia, in doubles. */
const inertiaOf = ({ clusters, centroids, iterations }: Labelled, { X }: Data): Result => ({
  inertia: X.reduce((sum, row, i) => sum + squared(row, centroids[clusters[i] ?? 0] ?? []), 0),
  nIter: iterations,
});

const mlKmeans: Contender<Data, Result> = {
  from: 'ml-kmeans',
  prepare: async ({ X, initial, maxIter }, libraries) => {
    const { kmeans } = await libraries<MlKmeans>('ml-kmeans');
    const copies = () => initial.map((row) => [...row]);
    return () =>
      kmeans(X as number[][], initial.length, { initialization: copies(), maxIterations: maxIter, tolerance: 0 });
  },
  result: inertiaOf,
};

const squared = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += ((a[j] ?? 0) - (b[j] ?? 0)) ** 2;
  return sum;
};

interface Tensors {
  readonly [name: string]: (...args: never[]) => never;
}

/** Lloyd by matrix products, as one would write it with tensors: squared distances by ||x||^2 - 2xc + ||c||^2. */
const tfjs = (backend: 'cpu' | 'wasm'): Contender<Data, Result> => ({
  from: '@tensorflow/tfjs-core',
  prepare: async ({ X, initial, maxIter }, libraries) => {
    // biome-ignore lint/suspicious/noExplicitAny: a library of which only a few functions are used, without its types
    const tf = await libraries<any>('@tensorflow/tfjs-core');
    await libraries<Tensors>(`@tensorflow/tfjs-backend-${backend}`);
    await tf.setBackend(backend);
    await tf.ready();
    const x = tf.tensor2d(X);
    const k = initial.length;
    return () =>
      tf.tidy(() => {
        let centroids = tf.tensor2d(initial);
        let labels = assign(tf, x, centroids);
        let before = labels.dataSync();
        let nIter = 0;
        while (nIter < maxIter) {
          const oneHot = tf.cast(tf.oneHot(labels, k), 'float32');
          const counts = tf.reshape(tf.sum(oneHot, 0), [k, 1]);
          const means = tf.div(tf.matMul(oneHot, x, true), tf.maximum(counts, 1));
          centroids = tf.where(tf.greater(counts, 0), means, centroids);
          labels = assign(tf, x, centroids);
          nIter++;
          const now = labels.dataSync();
          if (before.every((label: number, i: number) => label === now[i])) break;
          before = now;
        }
        return { clusters: before, centroids: centroids.arraySync(), iterations: nIter };
      });
  },
  // Not by its own sum, which loses 0.3% of three million squares: it adds them up in 32 bits.
  result: inertiaOf,
});

// biome-ignore lint/suspicious/noExplicitAny: tensors of that library
function assign(tf: any, x: any, centroids: any): any {
  const norms = tf.sum(tf.square(centroids), 1);
  return tf.argMin(tf.add(tf.mul(tf.matMul(x, centroids, false, true), -2), norms), 1);
}

function workload(size: Workload['size'], n: number, d: number, k: number, rounds?: number): Workload<Data, Result> {
  return {
    name: `k-means, ${thousands(n)} x ${d}, ${k} clusters`,
    slug: 'k-means',
    describes: `Lloyd on ${n.toLocaleString('en-US')} rows of ${d} features around ${k} centres, from given centroids, 20 updates at most.`,
    size,
    ...(rounds === undefined ? {} : { rounds }),
    data: (random) => {
      const centres = rowsOf(k, () => Array.from({ length: d }, () => 4 * normal(random)));
      const X = rowsOf(n, (i) => (centres[i % k] ?? []).map((value) => value + 1.5 * normal(random)));
      const initial = rowsOf(k, (c) => [...(X[(c * 7919) % n] ?? [])]);
      return { X, initial, maxIter: 20 };
    },
    bytes: ({ X, initial }) => [...X, ...initial],
    contenders: {
      'reference, clear': ours(kMeans),
      'reference, fast': ours(kMeansFast),
      'ml-kmeans': mlKmeans,
      ...(size === 'large' ? {} : { 'tfjs, cpu': tfjs('cpu') }),
      'tfjs, wasm': tfjs('wasm'),
    },
    attempt: ({ kMeans: own }) => (own ? ours(own as typeof kMeans) : undefined),
    python: { task: 'kMeans', options: ({ maxIter }) => ({ maxIter }), arrays: ({ X, initial }) => ({ X, initial }) },
    check: ({ inertia, nIter }, oracle) => {
      const gap = Math.abs(inertia - oracle.inertia) / oracle.inertia;
      if (gap > 1e-3) return `its inertia is ${inertia.toPrecision(8)}, not ${oracle.inertia.toPrecision(8)}`;
      if (nIter < oracle.nIter) return `it stopped after ${nIter} updates, not ${oracle.nIter}`;
      return undefined;
    },
  };
}

export const kMeansWorkloads = [
  workload('small', 2_000, 8, 8),
  workload('medium', 20_000, 16, 16),
  workload('large', 100_000, 32, 64, 3),
];
