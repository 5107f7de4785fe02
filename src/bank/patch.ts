/** A wrong solution as a change of a right one: what it does wrong, a text that stands in it once, and what stands in its place. */
export type Patch = readonly [says: string, from: string, to: string];

/** The text with the change made; throws where there is not exactly one place for it. */
export function patched(text: string, [says, from, to]: Patch): string {
  const [before, after, ...more] = text.split(from);
  if (before === undefined || after === undefined) throw new Error(`"${says}": ${JSON.stringify(from)} does not occur`);
  if (more.length > 0) throw new Error(`"${says}": ${JSON.stringify(from)} occurs ${more.length + 1} times`);
  return before + to + after;
}
