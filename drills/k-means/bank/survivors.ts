/** Mechanical mutants of the reference that answer as it does, by the line as it was and as it is, and why. */
export const survivors: Readonly<Record<string, string>> = {
  'optimalKMeans1d.ts: let best = Array.from({ length: nSamples + 1 }, (_, end) => (end === 0 ? 0 : cost(0, end))); -> let best = Array.from({ length: nSamples + 2 }, (_, end) => (end === 0 ? 0 : cost(0, end)));':
    'The element at the end is never read.',
  'kMeansBounded.ts: const atLeast = (squared: number): number => Math.sqrt(squared) * (1 - ROUNDING); -> const atLeast = (squared: number): number => Math.sqrt(squared) / (1 - ROUNDING);':
    'Bounds that are wrong by less than the rounding they allow for: right answers may part there.',
  'kMeansBounded.ts: row.upper = (row.upper + drifts[row.label]) * (1 + ROUNDING); -> row.upper = (row.upper + drifts[row.label]) / (1 + ROUNDING);':
    'Bounds that are wrong by less than the rounding they allow for: right answers may part there.',
};
