/** So many elements of a list that follow one rule are written as that rule. */
const LEAST_RUN = 12;

/** What stands for a number, or another scalar that is no text. */
export const numberCode = (value: unknown): string => (Object.is(value, -0) ? '-0' : String(value));

/**
 * Elements of a list from a place on that are made by one rule: the same number, or numbers in equal steps, in each column.
 * How many, and the code that makes them; undefined when they are too few. Lists that `isFree` denies are let alone.
 */
export function runFrom(
  list: readonly unknown[],
  start: number,
  isFree: (item: object) => boolean,
): { readonly length: number; readonly code: string } | undefined {
  const first = list[start];
  const columnsOf = (item: unknown): readonly number[] | undefined => {
    if (Array.isArray(item) !== Array.isArray(first)) return undefined;
    const columns = Array.isArray(item) && isFree(item) ? item : [item];
    return columns.every((value) => Number.isFinite(value)) ? (columns as number[]) : undefined; // all are finite numbers
  };
  const [a, b] = [columnsOf(first), columnsOf(list[start + 1])];
  if (!a || a.length !== b?.length || start + LEAST_RUN > list.length) return undefined;
  const columns = a.map((value, j) => ({ value, step: (b[j] ?? 0) - value }));
  const follows = (item: unknown, i: number): boolean => {
    const values = columnsOf(item);
    return values?.length === a.length && columns.every(({ value, step }, j) => Object.is(values[j], value + i * step));
  };
  let length = 1;
  while (start + length < list.length && follows(list[start + length], length)) length++;
  if (length < LEAST_RUN) return undefined;
  const isConstant = columns.every(({ step }) => step === 0);
  const values = columns.map(inSteps).join(', ');
  if (isConstant && !Array.isArray(first)) return { length, code: `Array(${length}).fill(${values})` };
  const item = Array.isArray(first) ? `[${values}]` : values;
  return { length, code: `Array.from({ length: ${length} }, (${isConstant ? '' : '_, i'}) => ${item})` };
}

/** The number that grows in such steps with i, as code. */
function inSteps({ value, step }: { readonly value: number; readonly step: number }): string {
  if (step === 0) return numberCode(value);
  const grown = Math.abs(step) === 1 ? 'i' : `${Math.abs(step)} * i`;
  if (value === 0 && step > 0) return grown;
  return `${value} ${step < 0 ? '-' : '+'} ${grown}`;
}
