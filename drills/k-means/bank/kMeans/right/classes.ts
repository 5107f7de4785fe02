// classes, the answer an instance with getters
import { equal, nearest, type Options, type Row, type Rows, total, validate } from './kit.ts';

class Cluster {
  readonly centre: Row;
  readonly #sum: Float64Array;
  #count = 0;
  constructor(centre: Row) {
    this.centre = centre;
    this.#sum = new Float64Array(centre.length);
  }
  add(row: Row): void {
    this.#count++;
    for (let j = 0; j < row.length; j++) this.#sum[j] += row[j];
  }
  moved(): Cluster {
    if (this.#count === 0) return new Cluster(this.centre);
    return new Cluster(Array.from(this.#sum, (v) => v / this.#count));
  }
}

class Lloyd {
  readonly #rows: Rows;
  #clusters: Cluster[];
  labels: Uint32Array;
  nIter = 0;
  converged = false;
  constructor(rows: Rows, centres: Rows) {
    this.#rows = rows;
    this.#clusters = centres.map((c) => new Cluster(c.slice()));
    this.labels = this.#assign();
  }
  #assign(): Uint32Array {
    const { centroids } = this;
    return Uint32Array.from(this.#rows, (row) => {
      const label = nearest(row, centroids);
      this.#clusters[label].add(row);
      return label;
    });
  }
  run(maxIter: number): this {
    while (this.nIter < maxIter && !this.converged) {
      this.#clusters = this.#clusters.map((cluster) => cluster.moved());
      this.nIter++;
      const before = this.labels;
      this.labels = this.#assign();
      this.converged = equal(before, this.labels);
    }
    return this;
  }
  get centroids(): Rows {
    return this.#clusters.map((cluster) => cluster.centre);
  }
  get inertia(): number {
    return total(this.#rows, this.centroids, this.labels);
  }
}

export function kMeans(X: Rows, initialCentroids: Rows, options?: Options) {
  const maxIter = validate(X, initialCentroids, options);
  return new Lloyd(X, initialCentroids).run(maxIter);
}
