import {
  argmin,
  assign,
  assignBy,
  dot,
  inertia,
  mean,
  meanOf,
  mutant,
  type Rows,
  refuse,
  right,
  same,
  squared,
  totals,
  update,
  updateBy,
  updateFrom,
  wrong,
} from './mutantParts.ts';

const assigning = [
  wrong('gives a tie to the highest index', 'the lowest index wins ties', {
    assign: (X, C) =>
      X.map((row) => {
        const distances = C.map((c) => squared(row, c));
        return distances.lastIndexOf(distances[argmin(distances)]);
      }),
  }),
  wrong('leaves a row where it was when another centroid ties', 'the lowest index wins ties', {
    assign: (X, C, before) =>
      X.map((row, i) => {
        const best = argmin(C.map((c) => squared(row, c)));
        const old = before?.[i] ?? best;
        return squared(row, C[old]) <= squared(row, C[best]) ? old : best;
      }),
  }),
  wrong('gives a tie to the cluster with fewer rows so far', 'the lowest index wins ties', {
    assign: (X, C) => {
      const sizes = C.map(() => 0);
      return X.map((row) => {
        let best = 0;
        C.forEach((c, k) => {
          const gap = squared(row, c) - squared(row, C[best]);
          if (gap < 0 || (gap === 0 && sizes[k] < sizes[best])) best = k;
        });
        sizes[best]++;
        return best;
      });
    },
  }),
  wrong('assigns by Manhattan distance', 'assigning gives each row the index of its nearest centroid', {
    assign: assignBy((a, b) => Array.from(a).reduce((s, v, j) => s + Math.abs(v - b[j]), 0)),
  }),
  wrong(
    'assigns by the largest difference of a feature',
    'assigning gives each row the index of its nearest centroid',
    {
      assign: assignBy((a, b) => Array.from(a).reduce((s, v, j) => Math.max(s, Math.abs(v - b[j])), 0)),
    },
  ),
  wrong('assigns by cosine distance', 'the lowest index wins ties', {
    assign: assignBy((a, b) => 1 - dot(a, b) / (Math.sqrt(dot(a, a) * dot(b, b)) || 1)),
  }),
  wrong(
    'squares the summed difference, so that signs cancel',
    'assigning gives each row the index of its nearest centroid',
    {
      assign: assignBy((a, b) => Array.from(a).reduce((s, v, j) => s + v - b[j], 0) ** 2),
    },
  ),
  wrong(
    'leaves the last of several features out of distances',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    {
      assign: assignBy((a, b) => squared(Array.from(a).slice(0, a.length - 1 || 1), b)),
    },
  ),
  wrong('scales every feature by its spread before assigning', 'the lowest index wins ties', {
    assign: (X, C) => {
      const centre = meanOf(X);
      const spread = centre.map((m, j) => Math.sqrt(X.reduce((s, r) => s + (r[j] - m) ** 2, 0)) || 1);
      const scale = (rows: Rows) => rows.map((row) => row.map((v, j) => (v - centre[j]) / spread[j]));
      return assign(scale(X), scale(C));
    },
  }),
  wrong(
    'takes 999999 for a distance that nothing exceeds',
    'maxIter is 300 when it is left out, and there is no other limit',
    {
      assign: (X, C) =>
        X.map((row) => {
          let best = 0;
          let least = 999999;
          C.forEach((c, k) => {
            const d = squared(row, c);
            if (d < least) {
              least = d;
              best = k;
            }
          });
          return best;
        }),
    },
  ),
  wrong('sorts distances without a comparator', 'assigning gives each row the index of its nearest centroid', {
    assign: (X, C) =>
      X.map((row) => {
        const distances = C.map((c) => squared(row, c));
        return distances.indexOf([...distances].sort()[0]);
      }),
  }),
  wrong('never looks at the last of several centroids', 'assigning gives each row the index of its nearest centroid', {
    assign: (X, C) => assign(X, C.slice(0, C.length - 1 || 1)),
  }),
  wrong('skips centroid 0 because its index is falsy', 'the lowest index wins ties', {
    assign: (X, C) =>
      X.map((row) => {
        let best = 0;
        C.forEach((c, k) => {
          if (!best || squared(row, c) < squared(row, C[best])) best = k;
        });
        return best;
      }),
  }),
  wrong(
    'counts labels from 1',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    {
      finish: (r) => ({ ...r, labels: Array.from(r.labels, (v) => v + 1) }),
    },
  ),
  wrong(
    'returns labels in bytes, which wrap at 256 clusters',
    'as many clusters as rows, equal rows and equal initial centroids are all fine',
    {
      finish: (r) => ({ ...r, labels: Uint8Array.from(r.labels) }),
    },
  ),
  wrong(
    'returns signed bytes: label 128 is negative',
    'as many clusters as rows, equal rows and equal initial centroids are all fine',
    {
      finish: (r) => ({ ...r, labels: Int8Array.from(r.labels) }),
    },
  ),
  wrong('numbers clusters by their first row', 'maxIter: 0 assigns only', {
    finish: (r) => {
      const order = [...new Set(Array.from(r.labels))];
      for (let c = 0; c < r.centroids.length; c++) {
        if (!order.includes(c)) order.push(c);
      }
      return {
        ...r,
        centroids: order.map((c) => r.centroids[c]),
        labels: Array.from(r.labels, (c) => order.indexOf(c)),
      };
    },
  }),
  wrong(
    'moves centroids while it is still assigning rows',
    'writing the rows in another order does the same to the labels, and changes nothing else',
    {
      assign: (X, C) => {
        const moving = C.map((c) => [...c]);
        const counts = C.map(() => 0);
        return X.map((row) => {
          const best = argmin(moving.map((c) => squared(row, c)));
          counts[best]++;
          row.forEach((v, j) => {
            moving[best][j] += (v - moving[best][j]) / counts[best];
          });
          return best;
        });
      },
    },
  ),
  wrong(
    'calls distances within 1e-9 a tie',
    'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
    {
      assign: (X, C) =>
        X.map((row) => C.reduce((best, c, k) => (squared(row, c) < squared(row, C[best]) - 1e-9 ? k : best), 0)),
    },
  ),
];

const updating = [
  wrong(
    'sends an empty cluster to the origin',
    'moving all rows and centroids by one vector moves the returned centroids by it, and changes nothing else',
    {
      update: updateBy((sum, count) => sum.map((v) => v / (count || 1))),
    },
  ),
  wrong(
    'divides by zero when a cluster is empty',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    {
      update: updateBy((sum, count) => sum.map((v) => v / count)),
    },
  ),
  wrong(
    'drops empty clusters',
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    {
      update: (X, C, labels) => update(X, C, labels).filter((_, c) => labels.includes(c)),
    },
  ),
  wrong(
    'moves empty clusters behind the others',
    'as many clusters as rows, equal rows and equal initial centroids are all fine',
    {
      update: (X, C, labels) => {
        const moved = update(X, C, labels);
        const { counts } = totals(X, C.length, labels);
        const empty = moved.filter((_, c) => counts[c] === 0);
        return [...moved.filter((_, c) => counts[c] > 0), ...empty];
      },
    },
  ),
  wrong(
    'restarts an empty cluster at the row farthest away',
    'starting again from the returned centroids goes on where the first call ended',
    {
      update: (X, C, labels) => {
        const far = X.map((row, i) => -squared(row, C[labels[i]]));
        return updateBy((sum, count, old, c) => (count ? mean(sum, count, old, c) : X[argmin(far)]))(X, C, labels);
      },
    },
  ),
  wrong(
    'restarts an empty cluster at the first row',
    'writing the rows in another order does the same to the labels, and changes nothing else',
    {
      update: updateFrom((rows, _, X) => (rows.length ? meanOf(rows) : X[0])),
    },
  ),
  wrong(
    'sets an empty cluster back to its initial centroid',
    'an empty cluster keeps its centroid, and its place among the centroids',
    {
      update: (X, _, labels, initial) => update(X, initial, labels),
    },
  ),
  wrong(
    'moves centroids to the median',
    'converged is true when an assignment equalled the one before it; otherwise false',
    {
      update: updateFrom((rows, old) =>
        old.map((value, j) => {
          const sorted = rows.map((r) => r[j]).sort((a, b) => a - b);
          const half = sorted.length / 2;
          if (sorted.length === 0) return value;
          return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
        }),
      ),
    },
  ),
  wrong(
    'moves centroids to the row nearest to the mean',
    'writing the rows in another order does the same to the labels, and changes nothing else',
    {
      update: updateFrom((rows, old) => (rows.length ? rows[assign([meanOf(rows)], rows)[0]] : old)),
    },
  ),
  wrong(
    'divides by the number of all rows',
    'moving all rows and centroids by one vector moves the returned centroids by it, and changes nothing else',
    {
      update: (X, C, labels) => updateBy((sum, n, old) => (n ? sum.map((v) => v / X.length) : old))(X, C, labels),
    },
  ),
  wrong(
    'divides by one less than the number of rows',
    'as many clusters as rows, equal rows and equal initial centroids are all fine',
    {
      update: updateBy((sum, n, old) => (n ? sum.map((v) => v / (n - 1 || 1)) : old)),
    },
  ),
  wrong(
    'counts the old centroid as one of the rows',
    'starting again from the returned centroids goes on where the first call ended',
    {
      update: updateBy((sum, n, old) => sum.map((v, j) => (v + old[j]) / (n + 1))),
    },
  ),
  wrong('counts equal rows of a cluster once', 'an update moves each centroid to the mean of the rows assigned to it', {
    update: updateFrom((rows, old) => {
      const distinct = [...new Map(rows.map((r) => [r.join(), r])).values()];
      return rows.length ? meanOf(distinct) : old;
    }),
  }),
  wrong(
    'tells rows apart by digits without a separator',
    'an update moves each centroid to the mean of the rows assigned to it',
    {
      update: updateFrom((rows, old) => {
        const first = new Map(rows.map((r) => [r.join(''), r]));
        const read = rows.map((r) => first.get(r.join('')) ?? r);
        return rows.length ? meanOf(read) : old;
      }),
    },
  ),
  wrong(
    'shares one row of sums among all clusters',
    'moving all rows and centroids by one vector moves the returned centroids by it, and changes nothing else',
    {
      update: (X, C, labels) => {
        const sums = new Array<number[]>(C.length).fill(X[0].map(() => 0));
        const { counts } = totals(X, C.length, labels);
        X.forEach((row, i) => {
          row.forEach((v, j) => {
            sums[labels[i]][j] += v;
          });
        });
        return C.map((c, k) => [...mean(sums[k], counts[k], [...c], k)]);
      },
    },
  ),
  wrong(
    'groups rows by the coordinates of their centroid',
    'an empty cluster keeps its centroid, and its place among the centroids',
    {
      update: (X, C, labels) => {
        const first = new Map<string, number>();
        const shared = C.map((c, k) => {
          const key = c.join();
          if (!first.has(key)) first.set(key, k);
          return first.get(key) ?? k;
        });
        const moved = update(X, C, labels);
        return shared.map((k) => moved[k]);
      },
    },
  ),
  wrong(
    'starts the mean at the first row and adds it twice',
    'writing the rows in another order does the same to the labels, and changes nothing else',
    {
      update: updateFrom((rows, old) =>
        old.map((value, j) => (rows.length ? rows.reduce((s, r) => s + r[j], rows[0][j]) / (rows.length + 1) : value)),
      ),
    },
  ),
  wrong(
    'goes only half of the way to the mean',
    'starting again from the returned centroids goes on where the first call ended',
    {
      update: (X, C, labels) => update(X, C, labels).map((c, k) => c.map((v, j) => (v + C[k][j]) / 2)),
    },
  ),
];

const looping = [
  wrong(
    'stops when no centroid moved',
    'converged is true when an assignment equalled the one before it; otherwise false',
    {
      stop: (_l, _b, C, old) => C.every((c, k) => squared(c, old[k]) === 0),
    },
  ),
  wrong(
    'stops when centroids move less than 1e-4',
    'coordinates may be as small as 1e-6 or near 1e8, and centroids are held to 1e-9 of the largest',
    {
      stop: (l, b, C, old) => same(l, b) || C.every((c, k) => squared(c, old[k]) < 1e-8),
    },
  ),
  wrong(
    'stops when the inertia drops by less than a percent',
    'maxIter is 300 when it is left out, and there is no other limit',
    {
      stop: (l, b, C, old, X) => same(l, b) || inertia(X, C, l) > 0.99 * inertia(X, old, b),
    },
  ),
  wrong('stops when the sizes of the clusters stay', 'assign, then repeat update and assign', {
    stop: (l, b, C, _, X) => same(totals(X, C.length, l).counts, totals(X, C.length, b).counts),
  }),
  wrong('compares the labels joined without anything between them', 'assign, then repeat update and assign', {
    stop: (l, b) => l.join('') === b.join(''),
  }),
  wrong('compares the sums of the labels', 'assign, then repeat update and assign', {
    stop: (l, b) => l.reduce((s, v) => s + v, 0) === b.reduce((s, v) => s + v),
  }),
  wrong(
    'stops when any label stayed',
    'starting again from the returned centroids goes on where the first call ended',
    {
      stop: (l, b) => l.some((v, i) => v === b[i]),
    },
  ),
  wrong('compares all labels but the last', 'nIter counts updates, and is never more than maxIter', {
    stop: (l, b) => same(l.slice(0, -1), b),
  }),
  wrong(
    'compares the reused array of labels with itself',
    'starting again from the returned centroids goes on where the first call ended',
    {
      stop: (l) => same(l, l),
    },
  ),
  mutant(
    'takes zeros for the assignment before the first',
    'an update moves each centroid to the mean of the rows assigned to it',
    (...a) => {
      const r = right(...a);
      const first = right(a[0], a[1], { maxIter: 0 });
      const still = Array.from(first.labels).every((v) => v === 0);
      return still ? { ...first, converged: r.nIter > 0 } : r;
    },
  ),
  wrong(
    'makes 100 updates when `maxIter` is left out',
    'maxIter is 300 when it is left out, and there is no other limit',
    {
      limit: (o) => o?.maxIter ?? 100,
    },
  ),
  wrong('has no limit when `maxIter` is left out', 'maxIter is 300 when it is left out, and there is no other limit', {
    limit: (o) => o?.maxIter ?? 1e9,
  }),
  wrong('never makes more than 300 updates', 'maxIter is 300 when it is left out, and there is no other limit', {
    limit: (o) => {
      const m = o?.maxIter ?? 300;
      return m > 300 && Number.isInteger(m) ? 300 : m;
    },
  }),
  wrong('reads `maxIter: 0` as left out', 'maxIter that is not a finite integer, 0 or more, is a RangeError', {
    limit: (o) => o?.maxIter || 300,
  }),
  mutant('makes one update before it looks at `maxIter`', 'maxIter: 0 assigns only', (X, C, o) =>
    o?.maxIter === 0 ? right(X, C, { maxIter: 1 }) : right(X, C, o),
  ),
  mutant('makes one update more than `maxIter`', 'maxIter: 0 assigns only', (X, C, o) => {
    const maxIter = o?.maxIter ?? 300;
    refuse(X, C, maxIter);
    return right(X, C, { maxIter: maxIter + 1 });
  }),
  wrong(
    'does not count the update that changes no label',
    'maxIter is 300 when it is left out, and there is no other limit',
    {
      finish: (r) => ({ ...r, nIter: r.nIter - (r.converged ? 1 : 0) }),
    },
  ),
  wrong('counts assignments', 'maxIter: 0 assigns only', {
    finish: (r) => ({ ...r, nIter: r.nIter + 1 }),
  }),
  wrong(
    'counts from 0 and returns the index of the last update',
    'maxIter is 300 when it is left out, and there is no other limit',
    {
      finish: (r) => ({ ...r, nIter: Math.max(0, r.nIter - 1) }),
    },
  ),
  wrong(
    'calls every stop at `maxIter` not converged',
    'converged is true when an assignment equalled the one before it; otherwise false',
    {
      finish: (r, _, m) => ({ ...r, converged: r.nIter < m }),
    },
  ),
  wrong('always says that it converged', 'maxIter: 0 assigns only', {
    finish: (r) => ({ ...r, converged: true }),
  }),
  wrong('says converged after `maxIter: 0`', 'maxIter: 0 assigns only', {
    finish: (r, _, m) => ({ ...r, converged: r.converged || m === 0 }),
  }),
  mutant(
    'returns the labels from before the last update',
    'labels and inertia always belong to the returned centroids',
    (X, C, o) => {
      const r = right(X, C, o);
      if (r.nIter === 0 || r.converged) return r;
      return { ...r, labels: right(X, C, { maxIter: r.nIter - 1 }).labels };
    },
  ),
  mutant(
    'returns the centroids from before the last update',
    'inertia is the sum over all rows of the squared distance to their centroid',
    (X, C, o) => {
      const r = right(X, C, o);
      if (r.nIter === 0) return r;
      const { centroids } = right(X, C, { maxIter: r.nIter - 1 });
      return { ...r, centroids };
    },
  ),
  mutant(
    'returns the inertia from before the last update',
    'inertia is the sum over all rows of the squared distance to their centroid',
    (X, C, o) => {
      const r = right(X, C, o);
      if (r.nIter === 0) return r;
      return { ...r, inertia: right(X, C, { maxIter: r.nIter - 1 }).inertia };
    },
  ),
];

/** Mistakes in assigning, updating and looping. */
export const algorithmMutants = [...assigning, ...updating, ...looping];
