/**
 * How the result of a function reaches the judge: as a copy of plain data; kept, as a token that can only be handed back;
 * or as an object of functions, of these names.
 */
export type Form = 'plain' | 'kept' | readonly string[];

/** The forms of functions, by name; plain where nothing is said. */
export type Forms = Readonly<Record<string, Form>>;

/** The forms of the functions that some levels ask for. */
export function formsOf(levels: readonly { readonly methods?: object; readonly kept?: object }[]): Forms {
  const forms: Record<string, Form> = {};
  for (const { methods = {}, kept = {} } of levels) {
    for (const name of Object.keys(kept)) forms[name] = 'kept';
    for (const [name, made] of Object.entries(methods))
      forms[name] = Object.keys((made as { returns: object }).returns);
  }
  return forms;
}
