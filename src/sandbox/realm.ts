import type { Forms } from '../drill/form.ts';
import type { LoadedCode } from '../load/load.ts';
import { type Meter, type Subject, SubjectError } from '../subject/subject.ts';
import { visible } from '../values/visible.ts';
import { type Crossing, listOf } from './crossing.ts';
import { Fuel } from './fuel.ts';
import { arrangeGlobals } from './inside/arrangeGlobals.ts';
import { countCalls } from './inside/countCalls.ts';
import { countCollections } from './inside/countCollections.ts';
import { countConstructors } from './inside/countConstructors.ts';
import { countFactories } from './inside/countFactories.ts';
import { countJson } from './inside/countJson.ts';
import { countLists } from './inside/countLists.ts';
import { countObjects } from './inside/countObjects.ts';
import { countPatterns } from './inside/countPatterns.ts';
import { countSearches } from './inside/countSearches.ts';
import { countText } from './inside/countText.ts';
import { giveConsole } from './inside/giveConsole.ts';
import type { Instruments, Kit, Rules } from './inside/kit.ts';
import { makeBridge } from './inside/makeBridge.ts';
import { makeKit } from './inside/makeKit.ts';
import { makeOperators } from './inside/makeOperators.ts';
import { makeRules } from './inside/makeRules.ts';
import { type CaseRunner, makeTester } from './inside/makeTester.ts';
import { LINKER, type Linker } from './linker.ts';
import type { Machine } from './machine.ts';
import { Modules } from './modules.ts';
import { RealmCalls } from './realmCalls.ts';
import { watchBuiltIns } from './tampering.ts';

/** Code running in a realm of its own: other built-ins, no machine, no clock, no text run as code. */
export interface Realm {
  readonly subject: Subject;
  /** Names the first built-in that the code has changed. */
  readonly tamperedWith: () => string | undefined;
  /** What a module exports (the last when left out), as it is inside the realm: to be read only where the code is our own, as a bank is. */
  readonly exported: (name: string, file?: string) => unknown;
  /** The global object, to be read only where the code is our own too. */
  readonly global: object;
  /** Functions that `find` reads from `exported` as a subject with the realm's meter. */
  readonly subjectOf: (find: () => object) => Subject;
  readonly calls: RealmCalls;
  readonly modules: Modules;
  readonly meter: Meter;
  /** Runs test cases; it is made before the code is run. */
  readonly runner: CaseRunner;
}

export interface RealmOptions {
  /** How the results of its functions reach the judge. */
  readonly forms?: Forms;
  /** Called between calls when much may have been allocated; of use where the process is the attempt's alone. */
  readonly lookAtMemory?: () => void;
}

/** Code that takes more steps to evaluate is not evaluated again to see what it gives where nothing was called before. */
const MAX_RENEWAL = 100_000;

/** These replace built-ins: what works with one as it was stands before what replaces it. */
const COUNTING = [
  ...[countConstructors, countLists, countSearches, countFactories, countText, countPatterns],
  ...[countCollections, countJson, countObjects, countCalls],
];

/**
 * Runs loaded code in a fresh realm. Throws `SubjectError` when the code throws while it is loaded.
 */
export function createRealm(
  machine: Machine,
  code: LoadedCode,
  { forms = {}, lookAtMemory = () => {} }: RealmOptions = {},
): Realm {
  const { global, evaluate } = machine.newRealm();
  const inside = <Made>(make: (...args: never[]) => Made): ((...args: unknown[]) => Made) =>
    evaluate(`'use strict';(${make})`, 'grader') as (...args: unknown[]) => Made; // the text is that of `make`
  const kit: Kit = inside(makeKit)(code.sites.length);
  const rules: Rules = inside(makeRules)(kit);
  const crossing: Crossing = { ...inside(makeBridge)(), kinds: machine.kinds };
  // In this order: what comes first works with built-ins as they were.
  inside(arrangeGlobals)(kit);
  const takePrinted = inside(giveConsole)();
  const runner = inside(makeTester)(kit);
  const instruments: Instruments = inside(makeOperators)(kit);
  const linker = evaluate(LINKER, 'grader') as Linker; // the function that LINKER is the source of
  for (const count of COUNTING) inside(count)(kit, rules);
  delete global.globalThis; // what it has goes by other names
  const tamperedWith = watchBuiltIns(global, machine.kinds);
  const fuel = new Fuel(crossing, kit.meter, { code, lookAtMemory, sourceLine: machine.sourceLine });
  const modules = new Modules(crossing, fuel, code.modules);
  const calls = new RealmCalls(crossing, fuel);
  const printedNow = (): string[] => listOf(takePrinted(), String).flatMap((text) => text.split('\n').map(visible));
  try {
    modules.run(linker, instruments, evaluate);
  } catch (error) {
    if (error instanceof SubjectError) error.printed = printedNow();
    throw error;
  }
  const isQuick = fuel.meter.total().steps <= MAX_RENEWAL;
  const subjectOf = (find: () => object): Subject => {
    const unread: string[] = [];
    const bridged = () =>
      Object.fromEntries(Object.entries(find()).map(([name, run]) => [name, calls.bridge(run, forms[name])]));
    let now = bridged();
    return {
      functions: Object.fromEntries(Object.keys(now).map((name) => [name, (...args) => now[name]?.(...args)])),
      meter: fuel.meter,
      takePrinted: () => [...unread.splice(0), ...printedNow()],
      renew: () => {
        if (!isQuick) return;
        unread.push(...printedNow());
        modules.runAgain(() => true);
        now = bridged();
        printedNow(); // it was printed when it was loaded first
      },
    };
  };
  const exported = (name: string, file?: string): unknown => modules.exported(name, file);
  const written = code.exported.filter((name) => !code.unwritten.includes(name));
  const subject = subjectOf(() =>
    Object.fromEntries(
      written.map((name) => [name, exported(name)]).filter(([, value]) => typeof value === 'function'),
    ),
  );
  return { tamperedWith, subject, exported, global, subjectOf, calls, modules, meter: fuel.meter, runner };
}
