// an R-tree packed in strips, 6 boxes in each box; frozen trees and answers
import { Best, checkQuery, checkRows, type Row, type Rows } from './kit.ts';

type Box = { readonly low: Row; readonly high: Row; readonly index: number; readonly boxes: readonly Box[] };
const FULL = 6;

const around = (boxes: readonly Box[]): Box => ({
  low: boxes[0].low.map((_, f) => boxes.reduce((least, { low }) => Math.min(least, low[f]), Infinity)),
  high: boxes[0].high.map((_, f) => boxes.reduce((most, { high }) => Math.max(most, high[f]), -Infinity)),
  index: -1,
  boxes,
});

/** Strips of one feature, cut into strips of the next, and these into boxes. */
function strips(boxes: readonly Box[], f: number): Box[] {
  const left = boxes[0].low.length - f;
  const size = left > 1 ? Math.ceil(boxes.length / Math.ceil((boxes.length / FULL) ** (1 / left))) : FULL;
  const sorted = boxes.toSorted((a, b) => a.low[f] - b.low[f]);
  const parts = Array.from({ length: Math.ceil(boxes.length / size) }, (_, i) =>
    sorted.slice(i * size, (i + 1) * size),
  );
  return parts.flatMap((part) => (left > 1 ? strips(part, f + 1) : [around(part)]));
}

export function buildKdTree(X: Rows) {
  checkRows(X);
  let boxes: Box[] = X.map((row, index) => ({ low: [...row], high: [...row], index, boxes: [] }));
  do boxes = strips(boxes, 0);
  while (boxes.length > 1);
  return Object.freeze({ root: boxes[0], nSamples: X.length });
}

const gapOf = ({ low, high }: Box, query: Row): number =>
  query.reduce((sum, value, f) => sum + Math.max(low[f] - value, value - high[f], 0) ** 2, 0);

export function queryKdTree({ root, nSamples }: { root: Box; nSamples: number }, query: Row, k: number) {
  checkQuery(nSamples, root.low.length, query, k);
  const best = new Best(k);
  const visit = (box: Box, gap: number): void => {
    if (gap > best.bound) return;
    if (box.index >= 0) best.add([gap, box.index]);
    const byGap = box.boxes.map((inner) => [gapOf(inner, query), inner] as const).sort((a, b) => a[0] - b[0]);
    for (const [own, inner] of byGap) visit(inner, own);
  };
  visit(root, 0);
  return Object.freeze(best.indices);
}
