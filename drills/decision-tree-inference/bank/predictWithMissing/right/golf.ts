// code golf, with `indexOf` in typed arrays
import type { Row, Tree } from './kit.ts';

const predictWithMissing = (t: Tree, x: Row): number => {
  for (let v: number; t.kind !== 'leaf'; ) {
    v = x[t.featureIndex];
    if (v === undefined) throw RangeError();
    const [l, r] =
      t.kind === 'split'
        ? [v <= t.threshold, v > t.threshold]
        : [t.categories.left, t.categories.right].map((c) => ~Float64Array.from(c).indexOf(v));
    t = l ? t.left : r ? t.right : t[t.missing];
  }
  return t.value;
};

export { predictWithMissing };
