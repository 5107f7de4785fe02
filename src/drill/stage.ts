/**
 * The stages in which the laws of a level are judged, in the order in which a person would look. A stage is judged when those
 * before it hold, so that one mistake breaks one law.
 */
export const STAGES = [
  'shape', // what comes back has the form that is asked for
  'rule', // the plain rule, where no special rule plays a part
  'special', // special rules that stand alone
  'combined', // special rules that build on others
  'errors', // that malformed input is refused
  'faults', // which input is malformed
  'state', // inputs stay as they are, and nothing is left of a call
  'larger', // dozens, thousands, very deep
  'net', // everything legal together
] as const;

/** One of the stages of a level. */
export type Stage = (typeof STAGES)[number];
