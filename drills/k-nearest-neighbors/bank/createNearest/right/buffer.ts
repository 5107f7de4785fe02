// code golf: a buffer of 2k rows that is sorted and cut when it is full
type Row = readonly number[];

export function createNearest(q: Row, k: number) {
  const f = (b: boolean) => {
    if (b) throw RangeError();
  };
  f(!q.length || !q.every(Number.isFinite) || !(k > 0) || k % 1 !== 0);
  let a: [number, number][] = [];
  const s = () => {
    a = a.sort((x, y) => x[0] - y[0] || x[1] - y[1]).slice(0, k);
    return a.map((x) => x[1]);
  };
  return {
    push(r: Row, i: number) {
      f(r.length !== q.length || !r.every(Number.isFinite));
      if (a.push([Math.sqrt(r.reduce((t, v, j) => t + (v - q[j]) ** 2, 0)), i]) > 2 * k) s();
    },
    result: s,
  };
}
