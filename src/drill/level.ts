import type { Growth } from './growth.ts';
import type { Law } from './law.ts';
import type { Shape } from './shape.ts';

/**
 * One iteration of the interview's problem and how it is judged.
 * `Solution` is the type of the reference module; `functions` are those that this level asks for, and the first names it.
 */
export interface Level<Solution> {
  readonly functions: readonly [keyof Solution & string, ...(keyof Solution & string)[]];
  /** What this level asks for, in one line. */
  readonly title: string;
  /** For each function, what a result must look like for these arguments, judged at every call of every law. */
  readonly returns: { readonly [Name in keyof Solution]?: ShapeFor<Solution[Name]> };
  /** Functions that give an object of functions: what a variable that holds it is called, what each of them must return, and which only ask. */
  readonly methods?: { readonly [Name in keyof Solution]?: MethodsFor<Solution[Name]> };
  /** Functions whose result, of whatever form, is only handed back to the attempt: what a variable that holds it is called. */
  readonly kept?: { readonly [Name in keyof Solution]?: string };
  /** The laws in the order in which a learner should read them: the plain rule first, the subtle ones last. */
  readonly laws: readonly Law<Solution>[];
  /** How its cost may grow; empty where the level is not about cost. */
  readonly growth: readonly Growth<Solution>[];
  /** A ladder of at least three, from a nudge to the key idea. */
  readonly hints: readonly string[];
}

type ShapeFor<Fn> = Fn extends (...args: infer Args) => unknown ? (args: Args) => Shape : never;

type MethodsFor<Fn> = Fn extends (...args: never[]) => infer Made
  ? {
      readonly name: string;
      readonly asks?: readonly (keyof Made & string)[];
      readonly returns: { readonly [Name in keyof Made]-?: ShapeFor<Made[Name]> };
    }
  : never;

/** A level of the drill whose reference module is `Solution`: `defineLevel<typeof reference>()({ ... })`. */
export const defineLevel =
  <Solution>() =>
  (level: Level<Solution>): Level<Solution> =>
    level;
