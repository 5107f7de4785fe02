/**
 * Where an answer breaks a rule: `at` names the place ("labels[2]", "the answer"), `actual` is what came back there and
 * `expected` what the rule asks there, and nothing more than that one value. A string is printed as words, anything else as code.
 */
export interface Broken {
  readonly at: string;
  readonly actual: unknown;
  readonly expected: unknown;
  /** It is said of all calls together, as a share is, and not of what the last one gave. */
  readonly isOfAll?: true;
}

/** What a law says of one input: nothing when it holds. */
export type Judgement = Broken | undefined;

/** A broken rule at one place. */
export const broken = (at: string, actual: unknown, expected: unknown): Broken => ({ at, actual, expected });

/** A rule that all calls break together, such as how often something came. */
export const brokenByAll = (at: string, actual: unknown, expected: unknown): Broken => ({
  at,
  actual,
  expected,
  isOfAll: true,
});

/** The first rule that is broken, judging in order and no further than needed. */
export function firstBroken<Item>(items: Iterable<Item>, judge: (item: Item, index: number) => Judgement): Judgement {
  let index = 0;
  for (const item of items) {
    const judgement = judge(item, index++);
    if (judgement) return judgement;
  }
  return undefined;
}
