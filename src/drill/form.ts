import type { Shape } from './shape.ts';

/** The form of a result for these arguments, of which only what it names is read; all of it where nothing is said. */
export type ShapeFor = (args: never) => Shape;

/**
 * How the result of a function reaches the judge: as a copy of plain data; kept, as a token that can only be handed back;
 * or as an object of functions, of these names, whose results are plain.
 */
export type Form =
  | { readonly kind: 'plain'; readonly shapeFor?: ShapeFor }
  | { readonly kind: 'kept' }
  | { readonly kind: 'object'; readonly methods: Readonly<Record<string, ShapeFor>> };

/** The forms of functions, by name; plain where nothing is said. */
export type Forms = Readonly<Record<string, Form>>;

/** What a level says of results, whatever its functions are called. */
interface Results {
  readonly returns: Readonly<Record<string, ShapeFor>>;
  readonly methods?: Readonly<Record<string, { readonly returns: Readonly<Record<string, ShapeFor>> }>>;
  readonly kept?: object;
}

/** The forms of the functions that some levels ask for. */
export function formsOf(levels: readonly object[]): Forms {
  const forms: Record<string, Form> = {};
  for (const { returns, methods = {}, kept = {} } of levels as readonly Results[]) {
    for (const [name, shapeFor] of Object.entries(returns)) forms[name] = { kind: 'plain', shapeFor };
    for (const name of Object.keys(kept)) forms[name] = { kind: 'kept' };
    for (const [name, made] of Object.entries(methods)) forms[name] = { kind: 'object', methods: made.returns };
  }
  return forms;
}
