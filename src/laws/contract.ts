import fc, { type Arbitrary } from 'fast-check';
import type { Law } from '../drill/law.ts';
import { outcomeOf } from '../subject/outcome.ts';
import { deepFrozen } from '../values/freeze.ts';
import type { Fault } from './faults.ts';
import { leavesNoTrace } from './hygiene.ts';
import { throwsRangeError } from './rangeError.ts';

/** What the question says of the arguments of its functions, which are called by name. */
export interface Contract<Solution, Input> {
  /** For each function, the names of its arguments in their order. */
  readonly takes: { readonly [Name in keyof Solution]?: readonly (keyof Input & string)[] };
  /** Sound arguments of all functions. */
  readonly inputs: Arbitrary<Input>;
  /** What is a RangeError. */
  readonly faults: readonly Fault<Input>[];
  /** Arguments of two calls, of which the earlier one must not show in the later one. */
  readonly earlierAndLater?: readonly (readonly [earlier: Input, later: Input])[];
}

/** Two calls by the names of their functions, of which the later one may have arguments of the earlier one. */
interface TwoCalls<Input> {
  readonly earlier: readonly [name: string, input: Input];
  readonly later: readonly [name: string, input: Input];
}

/** How many inputs are tried for each way in which input is malformed, and for each function on state. */
const RUNS_PER_SPOIL = 15;
const RUNS_PER_FUNCTION = 120;

/**
 * The laws that follow from a contract, for all functions together, so that one mistake breaks one law: that malformed input is a
 * RangeError, first at all and then kind by kind; that inputs stay as they were; and that calls leave no trace.
 */
export const contractLaws =
  <Solution>() =>
  <Input extends object>({
    takes,
    inputs,
    faults,
    earlierAndLater = [],
  }: Contract<Solution, Input>): Law<Solution>[] => {
    const functions = Object.entries(takes) as [string, readonly (keyof Input & string)[]][]; // no function is left undefined
    const argsOf = (name: string, input: Input): unknown[] =>
      (functions.find(([one]) => one === name)?.[1] ?? []).map((argument) => input[argument]);
    const call = (solution: Solution, name: string, input: Input): unknown =>
      (solution[name as keyof Solution] as (...args: unknown[]) => unknown)(...argsOf(name, input));
    const taking = ({ of }: Fault<Input>): string[] =>
      functions.filter(([, names]) => of.some((argument) => names.includes(argument))).map(([name]) => name);

    const twoCalls = fc
      .record({
        inputs: fc.tuple(inputs, inputs),
        names: fc.tuple(...[0, 1].map(() => fc.constantFrom(...functions.map(([name]) => name)))),
        shared: fc.oneof(fc.nat(), fc.constantFrom(0, -1, 1, 2, 4, 8, -2, -3, -5, -9)),
      })
      .map(({ inputs: [first, second], names: [earlier = '', later = ''], shared }): TwoCalls<Input> => {
        const own = Object.entries(second).map(([key, value], i) => [
          key,
          (shared >> i) & 1 ? first[key as keyof Input] : value,
        ]);
        return { earlier: [earlier, first], later: [later, Object.fromEntries(own) as Input] };
      });
    const givenTwoCalls = functions.flatMap(([name]) =>
      earlierAndLater.map(([first, second]): TwoCalls<Input> => ({ earlier: [name, first], later: [name, second] })),
    );

    return [
      {
        name: 'malformed input throws a RangeError',
        stage: 'errors',
        inputs,
        examples: [],
        runs: 3,
        holds: (solution: Solution, input: Input) => {
          for (const [name] of functions) {
            const broken = faults
              .filter((fault) => taking(fault).includes(name))
              .map(({ spoils: [spoil] }) => {
                const spoiled = spoil?.(input, 0);
                return spoiled && throwsRangeError(() => call(solution, name, spoiled.input), spoiled.why);
              });
            if (broken.every((judgement) => judgement !== undefined)) return broken[0];
          }
          return undefined;
        },
      },
      ...faults.map((fault): Law<Solution> => {
        const { when, spoils } = fault;
        return {
          name: `a RangeError is thrown when ${when}`,
          stage: 'faults',
          inputs: fc
            .tuple(inputs, fc.constantFrom(...spoils), fc.nat({ max: 999 }))
            .map(([input, spoil, at]) => spoil(input, at)),
          examples: [],
          runs: RUNS_PER_SPOIL * spoils.length,
          holds: (solution: Solution, { input, why }: ReturnType<(typeof spoils)[number]>) => {
            for (const name of taking(fault)) {
              const judgement = throwsRangeError(() => call(solution, name, input), why);
              if (judgement) return judgement;
            }
            return undefined;
          },
        };
      }),
      {
        name: 'the inputs are never changed',
        stage: 'state',
        inputs,
        examples: [],
        runs: 100,
        guards: takes as Readonly<Record<string, readonly string[]>>, // no function is left undefined
        holds: (solution: Solution, input: Input) => {
          for (const [name] of functions) outcomeOf(() => call(solution, name, input)); // what comes back is no matter of this law
          return undefined;
        },
      },
      {
        name: 'the same call always gives the same answer',
        stage: 'state',
        inputs: twoCalls,
        examples: givenTwoCalls,
        runs: RUNS_PER_FUNCTION * functions.length,
        holds: (solution: Solution, calls: TwoCalls<Input>, anew) => {
          const { earlier, later } = deepFrozen(calls); // so that what is kept for an argument is found again
          const alone = () => call(solution, ...later);
          const among = () => {
            outcomeOf(() => call(solution, ...earlier));
            return alone();
          };
          return leavesNoTrace(anew, alone, among);
        },
      },
    ];
  };
