/** Arguments by name with one thing wrong, and what that is: "k = 0 with 3 rows". */
export interface Spoiled<Input> {
  readonly input: Input;
  readonly why: string;
}

/** Spoils sound arguments; `at` is any whole number, to choose the place. */
export type Spoil<Input> = (input: Input, at: number) => Spoiled<Input>;

/** A kind of malformed input, and the ways in which it comes. */
export interface Fault<Input> {
  /** What is wrong, as the end of the sentence "a RangeError is thrown when ...", in the question's words. */
  readonly when: string;
  /** The argument that is wrong: functions that do not take it are not asked. */
  readonly of: readonly (keyof Input & string)[];
  readonly spoils: readonly Spoil<Input>[];
}

type List = readonly unknown[];
type Rows = readonly (readonly number[])[];

const NOT_FINITE = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

const put = (list: List, at: number, value: unknown): unknown[] => list.map((old, i) => (i === at ? value : old));

/** A table of numbers, with the arguments that have one item for each of its rows and for each of its columns. */
export interface Table<Input> {
  readonly name: keyof Input & string;
  readonly rows?: readonly (keyof Input & string)[];
  readonly columns?: readonly (keyof Input & string)[];
}

/** What can be wrong with the form of a table: no rows, no features, ragged rows. */
export function malformedTable<Input extends object>({ name, rows = [], columns = [] }: Table<Input>): Fault<Input>[] {
  const sized = (input: Input, X: Rows): Input => {
    const change: Record<string, unknown> = { [name]: X };
    const resized = (list: unknown, length: number) =>
      Array.from({ length }, (_, i) => (list as List)[i % (list as List).length]);
    for (const one of rows) change[one] = resized(input[one], X.length);
    for (const one of columns) change[one] = resized(input[one], X[0]?.length ?? 1);
    return { ...input, ...change };
  };
  const X = (input: Input) => input[name] as Rows; // the caller says that it is a table
  const ragged =
    (change: (row: readonly number[]) => readonly number[]): Spoil<Input> =>
    (input, at) => {
      const all = [...X(input), ...X(input).slice(0, 1)]; // a row is ragged only beside a row that is not
      const changed = put(all, 1 + (at % (all.length - 1)), change(all[0] ?? []));
      return { input: sized(input, changed as Rows), why: `rows of ${name} that differ in length` };
    };
  return [
    {
      when: `${name} is empty`,
      of: [name],
      spoils: [(input) => ({ input: sized(input, []), why: `${name} without rows` })],
    },
    {
      when: `a row of ${name} has no features`,
      of: [name],
      spoils: [
        (input) => ({
          input: sized(
            input,
            X(input).map(() => []),
          ),
          why: `${name} without features`,
        }),
      ],
    },
    {
      when: `rows of ${name} differ in length`,
      of: [name],
      spoils: [ragged((row) => [...row, 1]), ragged((row) => row.slice(1))],
    },
  ];
}

/** A list without items. */
export const emptyList = <Input extends object>(name: keyof Input & string): Fault<Input> => ({
  when: `${name} is empty`,
  of: [name],
  spoils: [(input) => ({ input: { ...input, [name]: [] }, why: `no ${name}` })],
});

/** A list that has one item too many or too few; `when` says what its length should be. */
export function otherLength<Input extends object>(name: keyof Input & string, when: string): Fault<Input> {
  const list = (input: Input) => input[name] as List; // the caller says that it is a list
  return {
    when,
    of: [name],
    spoils: [
      (input) => ({
        input: { ...input, [name]: [...list(input), ...list(input).slice(0, 1)] },
        why: `${name} with one item more`,
      }),
      (input) => ({ input: { ...input, [name]: list(input).slice(1) }, why: `${name} with one item less` }),
    ],
  };
}

/** A number in lists and tables that is NaN or infinite; `what` says what the numbers are: "a coordinate". */
export function notFinite<Input extends object>(what: string, ...names: (keyof Input & string)[]): Fault<Input> {
  const spoil =
    (name: keyof Input & string, value: number): Spoil<Input> =>
    (input, at) => {
      const list = input[name] as readonly (number | readonly number[])[]; // the caller says that it is
      const i = at % list.length;
      const row = list[i];
      if (!Array.isArray(row))
        return { input: { ...input, [name]: put(list, i, value) }, why: `${name}[${i}] = ${value}` };
      const j = (at * 7) % row.length;
      return { input: { ...input, [name]: put(list, i, put(row, j, value)) }, why: `${name}[${i}][${j}] = ${value}` };
    };
  return {
    when: `${what} is NaN or infinite`,
    of: names,
    spoils: names.flatMap((name) => NOT_FINITE.map((value) => spoil(name, value))),
  };
}

/** A whole number out of its range, a fraction, NaN or infinity; `most` is left out where any size will do. */
export function notInteger<Input extends object>(
  name: keyof Input & string,
  least: number,
  most?: { readonly called: string; readonly of: (input: Input) => number },
): Fault<Input> {
  const wrong = [least - 1, least - 2, least + 0.5, least - 0.5, Number.NaN, Number.POSITIVE_INFINITY];
  const spoil =
    (value: (input: Input) => number): Spoil<Input> =>
    (input) => {
      const bad = value(input);
      const size = most ? ` with ${most.called} = ${most.of(input)}` : '';
      return { input: { ...input, [name]: bad }, why: `${name} = ${bad}${size}` };
    };
  const beyond = most ? [1, 100, -0.5].map((more) => spoil((input) => most.of(input) + more)) : [];
  const range = most ? `from ${least} to ${most.called}` : `${least} or more`;
  return {
    when: `${name} is not an integer${most ? ' ' : ', '}${range}`,
    of: [name],
    spoils: [spoil(() => least - 1), ...beyond, ...wrong.slice(1).map((value) => spoil(() => value))],
  };
}
