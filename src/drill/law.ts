import type { Arbitrary } from 'fast-check';
import type { Judgement } from '../subject/broken.ts';
import type { Stage } from './stage.ts';

/**
 * A rule of the question that every right answer obeys, with the inputs it is tried on.
 * `Solution` is the type of the reference module: the functions a law may call.
 */
export interface Law<Solution> {
  /** The rule, as a sentence in the question's own words. */
  readonly name: string;
  /** Generates the inputs; small integers, flat, so that what fails can be shrunk to something readable. */
  readonly inputs: Arbitrary<unknown>;
  /** Calls the solution on one input and says what is broken, if anything; `anew` makes it forget all earlier calls. */
  readonly holds: (solution: Solution, input: never, anew: () => void) => Judgement;
  /** Inputs tried before the generated ones: the edge cases that chance may miss. */
  readonly examples: readonly unknown[];
  /** When it is judged; with the plain rule when left out. */
  readonly stage?: Stage;
  /** How many inputs are generated; 300 when left out. */
  readonly runs?: number;
  /** How many steps its calls on one input may take together; what the size of the arguments allows when left out. */
  readonly fuel?: number;
  /**
   * Its inputs are so large that right but slow code runs out of fuel on them. Then the gates on growth tell what is slow, and
   * the law is judged once they pass. Where it fails, no smaller input is looked for.
   */
  readonly isLarge?: boolean;
  /**
   * The functions, with the names of their arguments, whose calls must leave what they are given as it was: the one law that is
   * broken when any call of any law or gate does not.
   */
  readonly guards?: Readonly<Record<string, readonly string[]>>;
  /** Makes it a remark, which is told and fails nobody. */
  readonly remark?: RemarkOn;
}

/** A rule that is worth telling but no reason to fail. */
export interface RemarkOn {
  /** What breaks it, where only that is a remark: a wrong answer fails all the same. Anything when left out. */
  readonly only?: 'overflow';
  /** What to say of it in an interview, as an imperative: "say how you would avoid it". */
  readonly advice: string;
}

/** Of laws on trees or chains so deep that recursion does not reach their end: a right answer in an interview. */
export const ON_DEPTH: RemarkOn = { only: 'overflow', advice: 'say how you would do without recursion' };

/** What `law` may be told beyond rule, inputs and judgement. */
export interface LawOptions<Input> {
  readonly examples?: readonly NoInfer<Input>[];
  readonly stage?: Stage;
  readonly runs?: number;
  readonly fuel?: number;
  readonly isLarge?: boolean;
  readonly guards?: Readonly<Record<string, readonly string[]>>;
  readonly remark?: RemarkOn;
}

/** `law` for the functions of one reference: `const law = lawsOf<typeof reference>()`. */
export const lawsOf =
  <Solution>() =>
  <Input>(
    name: string,
    inputs: Arbitrary<Input>,
    holds: (solution: Solution, input: Input, anew: () => void) => Judgement,
    { examples = [], ...options }: LawOptions<Input> = {},
  ): Law<Solution> => ({ name, inputs, holds, examples, ...options });
