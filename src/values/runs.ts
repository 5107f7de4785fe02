/** So many elements of a list that follow one rule are written as that rule. */
const LEAST_RUN = 12;

/** What stands for a number, or another scalar that is no text. */
export const numberCode = (value: unknown): string => (Object.is(value, -0) ? '-0' : String(value));

/** The numbers of an element, and its form: "[[#, #], #]". */
interface Columns {
  readonly numbers: readonly number[];
  readonly form: string;
}

/** Undefined for what is not made of numbers; lists that `isFree` denies are let alone. */
function columnsOf(item: unknown, isFree: (item: object) => boolean, depth = 0): Columns | undefined {
  if (typeof item === 'number' && Number.isFinite(item)) return { numbers: [item], form: '#' };
  if (!Array.isArray(item) || !isFree(item) || depth > 1) return undefined;
  const numbers: number[] = [];
  const forms: string[] = [];
  for (const part of item) {
    const columns = columnsOf(part, isFree, depth + 1);
    if (!columns) return undefined;
    for (const number of columns.numbers) numbers.push(number);
    forms.push(columns.form);
  }
  return { numbers, form: `[${forms.join(', ')}]` };
}

/** A number in place i, and its code. */
interface Rule {
  readonly at: (i: number) => number;
  readonly code: string;
}

/** How many numbers of a column follow a rule. */
function followed(column: readonly number[], { at }: Rule): number {
  const broken = column.findIndex((value, i) => !Object.is(at(i), value));
  return broken < 0 ? column.length : broken;
}

/** The rule that most of a column follows: the same number, numbers in equal steps, or the remainders of these. */
function ruleOf(column: readonly number[]): Rule {
  const [start = 0, second = 0] = column;
  const step = second - start;
  if (step === 0) return { at: () => start, code: numberCode(start) };
  const steps: Rule = { at: (i) => start + i * step, code: sum(start, step) };
  const wrap = column.findIndex((value, i) => i > 0 && value < (column[i - 1] ?? 0));
  if (step < 0 || wrap < 0) return steps;
  const modulus = (column[wrap - 1] ?? 0) + step - (column[wrap] ?? 0);
  const plain = start === 0 && step === 1 ? 'i' : `(${sum(start, step)})`;
  const remainders: Rule = { at: (i) => (start + i * step) % modulus, code: `${plain} % ${modulus}` };
  return followed(column, remainders) > followed(column, steps) ? remainders : steps;
}

function sum(start: number, step: number): string {
  const grown = Math.abs(step) === 1 ? 'i' : `${Math.abs(step)} * i`;
  if (start === 0 && step > 0) return grown;
  return `${start} ${step < 0 ? '-' : '+'} ${grown}`;
}

/** Elements of a list from a place on that are made by one rule: how many, and their code; undefined when they are too few. */
export function runFrom(
  list: readonly unknown[],
  start: number,
  isFree: (item: object) => boolean,
): { readonly length: number; readonly code: string } | undefined {
  const first = start + LEAST_RUN <= list.length ? columnsOf(list[start], isFree) : undefined;
  if (!first) return undefined;
  const rows: (readonly number[])[] = [];
  for (let i = start; i < list.length; i++) {
    const columns = columnsOf(list[i], isFree);
    if (columns?.form !== first.form) break;
    rows.push(columns.numbers);
  }
  if (rows.length < LEAST_RUN) return undefined;
  const columns = first.numbers.map((_, j) => rows.map((row) => row[j] ?? 0));
  const rules = columns.map(ruleOf);
  const length = Math.min(rows.length, ...columns.map((column, j) => followed(column, rules[j] as Rule))); // one for each
  if (length < LEAST_RUN) return undefined;
  let next = 0;
  const item = first.form.replace(/#/g, () => rules[next++]?.code ?? '');
  const isConstant = !/\bi\b/.test(item);
  if (isConstant && first.form === '#') return { length, code: `Array(${length}).fill(${item})` };
  return { length, code: `Array.from({ length: ${length} }, (${isConstant ? '' : '_, i'}) => ${item})` };
}
