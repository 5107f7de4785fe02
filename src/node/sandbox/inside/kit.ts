/**
 * The modules of this folder run inside the attempt's realm: each exports one function, handed over as text, that may use
 * nothing from outside itself but its arguments. They run before the attempt does, on built-ins that are still as they were.
 */

/** What the code inside a realm counts with, and what the host reads. All of it lives inside the realm. */
export interface RealmMeter {
  /** Steps since the last start, and how many are allowed. */
  taken: number;
  limit: number;
  /** The place that a built-in charges. */
  at: number;
  /** The place at which fuel ran out; -1 while it lasts. */
  stoppedAt: number;
  readonly steps: Float64Array;
  readonly allocated: Float64Array;
  /** Thrown when fuel runs out; nothing else is this object. */
  readonly signal: object;
}

/** What the parts of the runtime share. */
export interface Kit {
  readonly meter: RealmMeter;
  /** Charges steps before they are taken, and elements before they are allocated, to the place noted last. */
  readonly charge: (steps: number, elements: number) => void;
  /** What was caught, as an attempt may see it. */
  readonly caught: (error: unknown) => unknown;
  /** How many elements a value holds; 1 for what holds none. */
  readonly lengthOf: (value: unknown) => number;
  /** Whether something gives its elements one by one, and nobody knows how many. */
  readonly isOpenEnded: (value: unknown) => value is Iterable<unknown>;
  /** What it gives, as a list; each element is charged. */
  readonly drained: (source: Iterable<unknown>, allocates: boolean) => unknown[];
  /** The constructors that count, and beside each the one it stands for. */
  readonly constructors: { readonly counted: unknown; readonly native: unknown }[];
}

export type Callable = (...args: unknown[]) => unknown;
export type Thing = Record<PropertyKey, unknown>;

/** How a call inside the realm ended. */
export type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

/** How a call of a host's function ended; it never throws into the realm. */
export type HostOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** The functions through which the host works in a realm. */
export interface Bridge {
  /** Calls a function of the realm; what it throws is handed over as a value. */
  readonly invoke: (run: unknown, self: unknown, args: unknown) => Outcome;
  /** Calls a function of an object by its name. */
  readonly invokeMethod: (holder: unknown, name: string, args: unknown) => Outcome;
  /** Whether an object has a function of this name. */
  readonly hasMethod: (holder: unknown, name: string) => Outcome;
  /** A function of the realm that hands its arguments to the host's and gives back the scalar that this returns. */
  readonly callback: (host: (args: ArrayLike<unknown>) => HostOutcome) => unknown;
  readonly newArray: () => unknown[];
  readonly newObject: () => Record<string, unknown>;
  readonly rangeErrorPrototype: object;
  readonly objectPrototype: object;
}
