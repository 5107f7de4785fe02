import vm from 'node:vm';

/**
 * Freezes the built-ins of this very program with their prototypes: should an attempt ever get hold of one of its objects,
 * it can change nothing through it.
 */
export function freezeBuiltIns(): void {
  // What a fresh realm has is the language; the rest is the machine's, and some of that is written to as it runs.
  const names = vm.runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[]; // as it says
  const found = new Set<unknown>(withoutNames().map(Object.getPrototypeOf));
  for (const name of names) if (!MACHINE.has(name)) found.add(Object.getOwnPropertyDescriptor(globalThis, name)?.value);
  // A Set hands out what is added while it is walked.
  for (const value of found) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) continue;
    Object.freeze(value);
    found.add(Object.getPrototypeOf(value));
    for (const key of Reflect.ownKeys(value)) {
      const { value: own, get, set } = Object.getOwnPropertyDescriptor(value, key) ?? {};
      found.add(own).add(get).add(set);
    }
  }
}

const MACHINE: ReadonlySet<string> = new Set(['globalThis', 'console']);

/** Values whose prototypes are built in and stand in no property that has a name. */
const withoutNames = (): unknown[] => [
  [].values(),
  new Map().values(),
  new Set().values(),
  ''[Symbol.iterator](),
  ''.matchAll(/x/g),
  async () => {},
  function* () {},
  (function* () {})(),
  async function* () {},
  (async function* () {})(),
];
