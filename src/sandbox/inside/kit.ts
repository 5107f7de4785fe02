/**
 * The modules of this folder run inside the attempt's realm: each exports one function, handed over as text, that may use
 * nothing from outside itself but its arguments. They run before the attempt does, on built-ins that are still as they were.
 */

/** What was counted inside a realm, which the host reads and feeds. The attempt has no way to it. */
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
}

/** What instrumented code counts with: frozen functions that can only add. */
export interface Instruments extends Counters, Operators {}

/** What constructs are charged through. */
export interface Counters {
  /** One step at a place: a function entered, a turn of a loop. */
  readonly enter: (site: number) => void;
  /** So many elements made by a literal. */
  readonly made: (site: number, elements: number) => void;
  /** Notes a place for the built-in that is called next, as the last of its arguments is worked out, or as a spread of none. */
  readonly here: <Value>(site: number, value: Value) => Value;
  readonly none: (site: number) => readonly never[];
  /** Charges a value that is read whole, by its length; `list` also where nobody knows how many elements come. */
  readonly spread: <Value>(site: number, allocates: boolean, value: Value) => Value;
  readonly list: (site: number, allocates: boolean, value: unknown) => unknown;
  /** The first of what it is given: what comes after charges it. */
  readonly first: <Value>(value: Value, ...charged: unknown[]) => Value;
  /** The constructor that counts, for one that does not. */
  readonly countedConstructor: (value: unknown) => unknown;
  /** What was caught, as an attempt may see it. */
  readonly caught: (error: unknown) => unknown;
}

type Compare = (site: number, a: unknown, b: unknown) => boolean;

/** What operators go through that may have to do with text, and loops that read more than their turns. */
export interface Operators {
  /** The property that is the counting constructor where `constructor` is the one that does not. */
  readonly constructorKey: symbol;
  /** Charges an operand of `+` and a part of a template by its length; what is no text yet becomes one at this place. */
  readonly part: <Value>(site: number, value: Value) => Value;
  /** Charges a text that becomes a number. */
  readonly number: <Value>(site: number, value: Value) => Value;
  readonly same: Compare;
  readonly equal: Compare;
  readonly below: Compare;
  readonly above: Compare;
  readonly atMost: Compare;
  readonly atLeast: Compare;
  /** Charges all keys that `for...in` looks up before its first turn. */
  readonly keys: <Value>(site: number, value: Value) => Value;
  /** Charges all properties of what is spread in a literal. */
  readonly copied: <Value>(site: number, value: Value) => Value;
  /** Charges what becomes a prototype: what is extended, `__proto__` in a literal, what is assigned to `prototype`. A constructor becomes the one that counts. */
  readonly chained: <Value>(site: number, prototype: Value) => Value;
  /** Sets the length of a list, and charges the elements by which it grows. */
  readonly lengthened: (site: number, list: { length: unknown }, length: unknown) => unknown;
  /** What `yield*` takes its values from, in place of what it is given: each is charged as it goes through. */
  readonly delegated: (site: number, source: unknown) => unknown;
}

/** What the parts of the runtime share. */
export interface Kit {
  readonly meter: RealmMeter;
  readonly instruments: Counters;
  /** Charges steps before they are taken, and elements before they are allocated, to the place noted last. */
  readonly charge: (steps: number, elements: number) => void;
  /** What was caught, as an attempt may see it. */
  readonly caught: (error: unknown) => unknown;
  /** How many elements a value holds; 1 for what holds none. */
  readonly lengthOf: (value: unknown) => number;
  /** What a built-in makes of a length that it is given: a whole number from 0 up. */
  readonly toLength: (value: unknown) => number;
  readonly byteLength: Callable;
  readonly isTyped: (value: unknown) => value is object;
  /** Whether something gives its elements one by one, and nobody knows how many. */
  readonly isOpenEnded: (value: unknown) => value is Iterable<unknown>;
  /** What it gives, as a list; each element is charged. */
  readonly drained: (source: Iterable<unknown>, allocates: boolean) => unknown[];
  /** The constructors that count, by those they stand for, and the other way round. */
  readonly constructors: { readonly counted: WeakMap<object, unknown>; readonly native: WeakMap<object, unknown> };
  /** Whether something is a Proxy that the attempt has made: its length may be another each time it is asked. */
  readonly isProxy: (value: object) => boolean;
  /** How many keys an object has, those that no loop shows included. */
  readonly keysOf: (value: object) => number;
  /** A Proxy of ours: what the attempt gives to all objects is no trap of it, and nobody can change those it has. */
  readonly standIn: <Target extends object>(target: Target, traps: ProxyHandler<Target>) => Target;
  /** Notes that a Proxy, a symbol or a property was made that no loop may show. */
  readonly noteOdd: (proxy?: object) => void;
  /**
   * Charges a chain of prototypes as long as it becomes: what is looked up later goes through all of it, and no one counts
   * that.
   */
  readonly chain: (object: unknown, prototype: unknown) => void;
  /** Makes a WeakMap that goes on working when the attempt changes what is built in. */
  readonly remembering: <Value>() => WeakMap<object, Value>;
}

/** Calls a built-in as the attempt would, and charges for it. */
export type Run = (native: Callable, self: unknown, args: ArrayLike<unknown>) => unknown;
export type LengthRun = (native: Callable, self: unknown, args: ArrayLike<unknown>, length: number) => unknown;
/** Makes the built-in that charges from the one that does not. */
type Make = (native: Callable) => Callable;

/** How built-ins are replaced, and the rules that several kinds of them share. */
export interface Rules {
  readonly replace: (owner: object, name: PropertyKey, make: Make) => void;
  /** The same for several names, apart by spaces; those that the engine does not have are passed over. */
  readonly each: (owner: object, names: string, make: Make) => void;
  readonly method: (run: Run) => Make;
  /** Methods of lists, of typed arrays and of text: these are told how long theirs is. */
  readonly onList: (run: LengthRun) => Make;
  readonly onTyped: (run: LengthRun) => Make;
  readonly onText: (run: LengthRun) => Make;
  /** Charges a list, or what says that it has a length; gives one that is as long as it says. */
  readonly listed: (source: unknown) => unknown;
  /** Charges what is read to its end by iterating; gives what to iterate in its place. */
  readonly iterated: (source: unknown) => unknown;
  /** Runs what may run code of the attempt, and notes the place again that was noted before. */
  readonly running: <Value>(run: () => Value) => Value;
  /** Reads all. */
  readonly byLength: LengthRun;
  /** What comes back is new: it is charged by its own length. */
  readonly making: Make;
  /** What an index argument stands for: from the end where it is negative, `otherwise` where it is left out. */
  readonly indexOr: (otherwise: number, value: unknown, length: number) => number;
  /** Steps, beyond one, that it takes to compare a value or to look it up: none but for long text. */
  readonly textWork: (value: unknown) => number;
  /** Whether a function counts nothing of its own. */
  readonly isBuiltIn: (run: unknown) => boolean;
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
