import type { SourceLine } from '../load/machine.ts';

/** What only the machine can tell of a value of a realm without running its code. */
export interface Kinds {
  readonly isProxy: (value: unknown) => boolean;
  readonly isTypedArray: (value: unknown) => value is ArrayLike<unknown>;
  readonly isPromise: (value: unknown) => boolean;
  readonly isMap: (value: unknown) => boolean;
  readonly isSet: (value: unknown) => boolean;
  readonly isGeneratorObject: (value: unknown) => boolean;
}

/** Built-ins of their own, where no text becomes code but what is given to `evaluate`. */
export interface NewRealm {
  readonly global: Record<string, unknown>;
  /** Runs a script, which is called `file` in stacks. */
  readonly evaluate: (text: string, file: string) => unknown;
}

/** What realms need of the machine that they run on: Node has these, and a browser others. */
export interface Machine {
  readonly newRealm: () => NewRealm;
  readonly kinds: Kinds;
  readonly sourceLine: SourceLine;
}
