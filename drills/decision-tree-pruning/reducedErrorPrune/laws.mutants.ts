// The laws and gates that refute several mutants, in short.

export const BALANCED = 'grows with nNodes no faster than it must, on a balanced tree with as many rows, shuffled';
export const BOTTOM_UP = 'bottom-up, children before their parent';
export const CHAIN = 'grows with nNodes no faster than it must, on a chain with four rows';
export const DEEP = 'a tree 100,000 deep does not overflow the call stack';
export const GOES_LEFT = 'a row goes left when x[featureIndex] <= threshold';
export const INPUTS = 'reducedErrorPrune never changes its inputs';
export const MALFORMED =
  'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one label for each row';
export const NEW_LEAF = 'a new leaf carries the counts of its node';
export const PAST_THE_END = 'a row that reaches a split whose featureIndex is past the end of the row is a RangeError';
export const SPLIT_BECOMES_LEAF =
  'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then';
export const TIES = 'ties prune';
export const UNSEEN_CLASS = 'a class never seen in training is an error whatever is predicted';
