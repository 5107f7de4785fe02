/** Mechanical mutants of the reference that answer as it does, by the line as it was and as it is, and why. */
export const survivors: Readonly<Record<string, string>> = {
  "nodes.ts: node.kind === 'leaf' ? node : { kind: 'leaf', value: majorityClass(node.counts), counts: node.counts }; -> false ? node : { kind: 'leaf', value: majorityClass(node.counts), counts: node.counts };":
    'A leaf predicts the class with the largest count already: the copy is equal to it.',
  'bestPruned.ts: const shares = nodes.map(() => 0); -> const shares = nodes.map(() => 1);':
    'A node with a share of 1 becomes a leaf as one with none does.',
};
