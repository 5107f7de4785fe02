import type { AtMost } from '../complexity/compare.ts';
import type { Variables } from '../complexity/parse.ts';

/** What the functions of a drill cost, in its own variables: what candidates are asked to say of their code. */
export interface Costs<Solution> {
  /** What costs are said in, each with the other names it goes by: `nSamples: ['n']`. */
  readonly variables: Variables;
  /** Variables that never exceed another. */
  readonly atMost: AtMost;
  /** Functions that have no one right cost are left out: they are for the discussion. */
  readonly of: { readonly [Name in keyof Solution]?: Cost };
}

/** Time of a call, and memory beside the input and the answer's own: several where there are several good ways, the model solution's first. */
export interface Cost {
  readonly time: readonly string[];
  readonly memory: readonly string[];
  /** Why, in a sentence. */
  readonly because: string;
}

/** What an attempt says of its own cost: `export const complexity = { kMeans: { time: 'n * k * d * nIter', memory: 'n + k * d' } }`. */
export type Claims<Solution> = {
  readonly [Name in keyof Solution]?: { readonly time?: string; readonly memory?: string };
};
