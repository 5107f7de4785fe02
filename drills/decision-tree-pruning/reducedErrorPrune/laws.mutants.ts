/** The law or gate that refutes each mutant, by what the mutant says of itself. */
export const refutedBy: Readonly<Record<string, string>> = {
  'sends a row on the threshold to the right':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'sends large values to the left':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'compares in single precision': 'a row goes left when x[featureIndex] <= threshold',
  'keeps the rows in a Float32Array':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'takes a threshold of 0 for a missing one':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'compares whole numbers only':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'looks at the first feature only':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'counts features from 1':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'takes feature 0 for a missing one and looks at the last':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'gives both sides the same array of rows':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'predicts the largest class on ties':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'sorts counts as text to find the largest':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'knows two classes only':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'needs more than half of the counts, and predicts class 0 otherwise':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'predicts the mean class, rounded':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'predicts the majority of the validation rows':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'predicts what the child with more training samples predicts':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'gives a new leaf a class that is text':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'predicts the count and not its class':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'adds up squared distances between classes':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'adds up distances between classes':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'compares labels within 1e-6':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'knows two labels only, 1 and the rest':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'keeps one label for each distinct row, the last':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'cuts labels to whole numbers':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'rounds labels':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'forgets the sign of a label':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'takes labels beyond the classes for the nearest class':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'takes label -1 for the last class':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'wraps labels around the number of classes':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'refuses negative labels':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'refuses fractional labels':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'refuses labels past the last class':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'compares with the subtree as it was grown':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'goes through the tree once, pruning only above leaves of the input':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'never prunes above a split that was kept':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'stops for good at the first split that is kept':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'averages the error rates of the two children':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'weights the error rates of the children by training samples':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'adds half an error for each leaf':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'allows one error more':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'prunes whatever fewer than two rows reach':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'counts errors on the training samples':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'counts the errors of the leaf on all rows':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'takes a leaf without errors for one that was not scored':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'takes a subtree for right on all rows when its left child is':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'scores the larger child only':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'prunes only where both children predict the same':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'remembers decisions by feature and threshold, which two splits may share':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'keeps a split on ties':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'never prunes the root':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'keeps a split that no row reaches':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'compares error rates, and 0 / 0 with nothing':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'puts the other child in place of a split that sends no row to one side':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'gives a new leaf the counts of the validation rows': 'a new leaf carries the counts of its node',
  'gives a new leaf shares in place of counts': 'a new leaf carries the counts of its node',
  'gives a new leaf the counts of its left child': 'a new leaf carries the counts of its node',
  'gives a new leaf no counts': 'a new leaf carries the counts of its node',
  'gives kept splits the counts of the validation rows': 'ties prune',
  'lets kept leaves predict the majority of the validation rows':
    'a class never seen in training is an error whatever is predicted',
  'counts validation rows into the leaves': 'a row goes left when x[featureIndex] <= threshold',
  'swaps the children of kept splits':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'gives kept splits back with the subtrees they were grown with':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'lets a tree that is one leaf predict the majority of the validation rows':
    'a class never seen in training is an error whatever is predicted',
  'prunes in place': 'reducedErrorPrune never changes its inputs',
  'hangs the pruned children into the splits it was given': 'reducedErrorPrune never changes its inputs',
  'notes the errors on the nodes it was given': 'reducedErrorPrune never changes its inputs',
  'empties `X` and `y` as it reads them': 'reducedErrorPrune never changes its inputs',
  'sorts the counts in place': 'ties prune',
  'sorts the rows in place': 'reducedErrorPrune never changes its inputs',
  'goes on adding errors from the call before':
    'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
  'visits the tree by plain recursion': 'a tree 100,000 deep does not overflow the call stack',
  'copies the tree by recursion before it prunes with a loop': 'a tree 100,000 deep does not overflow the call stack',
  'finds the rows on the right as those not included on the left':
    'grows with nNodes no faster than it must, on a balanced tree with as many rows, shuffled',
  'collects the rows of each side by spreading in reduce':
    'grows with nNodes no faster than it must, on a balanced tree with as many rows, shuffled',
  'copies the queue to take its first node off':
    'grows with nNodes no faster than it must, on a balanced tree with as many rows, shuffled',
  'finds the numbers of children with indexOf':
    'grows with nNodes no faster than it must, on a balanced tree with as many rows, shuffled',
  'filters all rows at each node for those that are there':
    'grows with nNodes no faster than it must, on a balanced tree with as many rows, shuffled',
};
