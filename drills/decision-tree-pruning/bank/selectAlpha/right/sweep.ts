// a sweep over the sorted events of all folds
import { type Fold, type Path, type Selected, validate } from './kit.ts';

/** An entry that asks, or -1 where a fold goes on to its next entry; and the errors gained then. */
type Event = { readonly alpha: number; readonly entry: number; readonly gain: number };

function* happenings(path: Path, folds: readonly Fold[]): Generator<Event, void, undefined> {
  for (const { path: steps } of folds) {
    let before = 0;
    for (const { ccpAlpha: alpha, nErrors } of steps) {
      yield { alpha, entry: -1, gain: nErrors - before };
      before = nErrors;
    }
  }
  for (let k = 0; k < path.length; k++) {
    const alpha = k + 1 < path.length ? Math.sqrt(path[k].ccpAlpha * path[k + 1].ccpAlpha) : Infinity;
    yield { alpha, entry: k, gain: 0 };
  }
}

/** All folds at once: events sorted by alpha, those of folds before those that ask. */
export const selectAlpha = (path: Path, folds: readonly Fold[]): Selected => {
  validate(path, folds);
  const events = [...happenings(path, folds)].sort((a, b) =>
    a.alpha < b.alpha ? -1 : a.alpha > b.alpha ? 1 : a.entry - b.entry,
  );
  let nSamples = 0;
  for (const fold of folds) nSamples += fold.nSamples;
  const risks: number[] = [];
  let errors = 0;
  for (const { entry, gain } of events) {
    errors += gain;
    if (entry >= 0) risks[entry] = errors / nSamples;
  }
  const [least] = Float64Array.from(risks).sort();
  const limit = least + Math.sqrt((least * (1 - least)) / nSamples);
  let ccpAlpha = 0;
  const standardErrors = risks.map((risk, k) => {
    if (risk <= limit) ccpAlpha = path[k].ccpAlpha;
    return Math.sqrt((risk * (1 - risk)) / nSamples);
  });
  return { ccpAlpha, risks, standardErrors };
};
