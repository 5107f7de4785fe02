// code golf, trees of doubling sizes
import { checkCount, checkRow, checkWidth, type Row } from './kit.ts';

type T = { r: Row; i: number; a: number; l?: T | undefined; h?: T | undefined };

export function createDynamicIndex(d: number) {
  checkWidth(d);
  const rows = new Map<number, Row>();
  let n = 0;
  let parts: { t?: T | undefined; m: number }[] = [];
  const build = (m: [number, Row][], a = 0): T | undefined => {
    if (!m.length) return;
    m.sort(([, p], [, q]) => p[a] - q[a]);
    const [i, r] = m[m.length >> 1];
    const b = (a + 1) % d;
    return { r, i, a, l: build(m.slice(0, m.length >> 1), b), h: build(m.slice((m.length >> 1) + 1), b) };
  };
  const all = (t?: T): [number, Row][] =>
    t ? [...all(t.l), ...(rows.has(t.i) ? [[t.i, t.r] as [number, Row]] : []), ...all(t.h)] : [];
  return {
    insert(r: Row) {
      checkRow(r, d);
      let m: [number, Row][] = [[n, [...r]]];
      rows.set(...m[0]);
      while (parts.length && parts[parts.length - 1].m <= m.length) m = [...all(parts.pop()?.t), ...m];
      parts.push({ t: build(m), m: m.length });
      return n++;
    },
    remove(i: number) {
      if (!rows.delete(i)) return !1;
      if (parts.reduce((s, p) => s + p.m, 0) > 2 * rows.size) parts = [{ t: build([...rows]), m: rows.size }];
      return !0;
    },
    query(q: Row, k: number) {
      checkRow(q, d);
      checkCount(k, rows.size);
      let best: [number, number][] = [];
      const go = (t?: T): void => {
        if (!t) return;
        const g = q[t.a] - t.r[t.a];
        go(g < 0 ? t.l : t.h);
        if (rows.has(t.i)) best.push([t.r.reduce((s, v, j) => s + (v - q[j]) ** 2, 0), t.i]);
        best = best.sort(([x, i], [y, j]) => x - y || i - j).slice(0, k);
        if (!best[k - 1] || g * g <= best[k - 1][0]) go(g < 0 ? t.h : t.l);
      };
      for (const p of parts) go(p.t);
      return best.map(([, i]) => i);
    },
  };
}
