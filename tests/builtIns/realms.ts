import vm from 'node:vm';
import { realmOf } from '../sandboxed.ts';
import { INPUTS } from './inputs.ts';

export type Callable = (...args: never[]) => unknown;

/** More steps than any call here is charged. */
const FUEL = 1e13;

/** A realm with its inputs: each is made at a size. */
export interface Side {
  readonly global: object;
  readonly inputs: Readonly<Record<string, (size: number) => unknown>>;
}

/** Built-ins as the engine made them. */
export function plainRealm(): Side {
  const global = vm.createContext(vm.constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: false } });
  const inputs = new vm.Script(`${INPUTS.replaceAll('export ', '')};inputs`).runInContext(global) as Side['inputs'];
  return { global, inputs };
}

/** Built-ins that count, and what they count when something is run. */
export function countingRealm(): Side & { readonly stepsOf: (run: () => unknown) => number } {
  const realm = realmOf(INPUTS);
  const stepsOf = (run: () => unknown): number => {
    realm.calls.spend(FUEL, run);
    return realm.meter.total().steps;
  };
  const written = Object.entries(realm.exported('inputs') as Side['inputs']); // what INPUTS exports
  const inputs = written.map(([name, make]) => {
    const counted = (size: number): unknown => {
      const made: unknown[] = [];
      stepsOf(() => made.push(make(size)));
      return made[0];
    };
    return [name, counted] as const;
  });
  return { global: realm.global, inputs: Object.fromEntries(inputs), stepsOf };
}

export const isThing = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** Where a function stands: the steps, of which null is to a prototype, that lead to its owner from an input or from the global object. */
export interface Place {
  readonly input: string | undefined;
  readonly path: readonly (PropertyKey | null)[];
  readonly key: PropertyKey;
  readonly part: 'value' | 'get' | 'set';
}

export function ownerAt({ input, path }: Place, side: Side): object | undefined {
  let at: unknown = input === undefined ? side.global : side.inputs[input]?.(3);
  for (const step of path) {
    if (!isThing(at)) return undefined;
    at = step === null ? Object.getPrototypeOf(at) : Object.getOwnPropertyDescriptor(at, step)?.value;
  }
  return isThing(at) ? at : undefined;
}

export function functionAt(place: Place, side: Side): Callable | undefined {
  const owner = ownerAt(place, side);
  const found: unknown = owner && Object.getOwnPropertyDescriptor(owner, place.key)?.[place.part];
  return typeof found === 'function' ? (found as Callable) : undefined;
}

export const nameOf = ({ input, path, key, part }: Place): string => {
  const steps = [...(input === undefined ? [] : [input]), ...path.map((step) => step ?? '(prototype)'), key];
  return steps.map(String).join('.') + (part === 'value' ? '' : ` (${part})`);
};

/** Every function that can be reached from the global object, and from what the inputs inherit. */
export function placesIn(side: Side): Place[] {
  const seen = new Set<object>();
  const places: Place[] = [];
  const visit = (owner: unknown, input: string | undefined, path: Place['path']): void => {
    if (!isThing(owner) || seen.has(owner)) return;
    seen.add(owner);
    for (const key of Reflect.ownKeys(owner)) {
      const property = Object.getOwnPropertyDescriptor(owner, key);
      for (const part of ['value', 'get', 'set'] as const) {
        if (typeof property?.[part] === 'function') places.push({ input, path, key, part });
      }
      visit(property?.value, input, [...path, key]);
    }
    visit(Object.getPrototypeOf(owner), input, [...path, null]);
  };
  visit(side.global, undefined, []);
  for (const [name, make] of Object.entries(side.inputs)) {
    const made = make(3);
    if (isThing(made)) visit(Object.getPrototypeOf(made), name, [null]);
  }
  return places;
}
