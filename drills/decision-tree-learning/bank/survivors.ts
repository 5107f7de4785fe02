/** Mechanical mutants of the reference that answer as it does, by the line as it was and as it is, and why. */
export const survivors: Readonly<Record<string, string>> = {
  'tree.ts: return middle >= a && middle < b ? middle : a; -> return middle > a && middle < b ? middle : a;':
    'Where the middle is a, both give a.',
  'sortedRows.ts: for (let width = 1; width < n; width *= 2) { -> for (let width = 1; width <= n; width *= 2) {':
    'One more pass over a list that is sorted changes nothing.',
};
