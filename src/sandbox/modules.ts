import type { LoadedModule } from '../load/load.ts';
import type { Fuel } from './fuel.ts';
import type { Bridge, Instruments } from './inside/kit.ts';
import type { Linker } from './linker.ts';

/** The modules of one realm, which are evaluated once and, some of them, again. */
export class Modules {
  readonly #bridge: Bridge;
  readonly #fuel: Fuel;
  readonly #modules: readonly LoadedModule[];
  /** What each module exports, and what evaluates it. */
  readonly #exports = new Map<string, Record<string, unknown>>();
  readonly #runs = new Map<string, () => void>();

  constructor(bridge: Bridge, fuel: Fuel, modules: readonly LoadedModule[]) {
    this.#bridge = bridge;
    this.#fuel = fuel;
    this.#modules = modules;
  }

  /** Evaluates the modules, dependencies first. */
  run(linker: Linker, instruments: Instruments, evaluate: (text: string, filename: string) => unknown): void {
    this.#fuel.feed(0);
    // All are compiled before one is run: evaluating a text runs what promises have put off.
    const bodies = this.#modules.map(({ code, file }) => this.#compiled(() => evaluate(code, file)));
    for (const [i, module] of this.#modules.entries()) {
      const run = (): void => {
        const link = linker(module.file, module.imports);
        // A list of the realm's would be filled by methods and setters that a module before may have changed.
        const args = [instruments, link.require, link.publish];
        this.#fuel.end(this.#bridge.invoke(bodies[i], undefined, args));
        this.#exports.set(module.file, link.exports);
      };
      this.#runs.set(module.file, run);
      run();
    }
  }

  #compiled(compile: () => unknown): unknown {
    try {
      return compile();
    } catch (error) {
      throw this.#fuel.thrown(error);
    }
  }

  /** Evaluates some modules again, by their files, so that they hold nothing that was left from before, steps neither. */
  runAgain(isChosen: (file: string) => boolean): void {
    this.#fuel.meter.start();
    this.#fuel.feed(0);
    for (const [file, run] of this.#runs) if (isChosen(file)) run();
  }

  /** The value of one export of a module, the last one when left out; undefined when it cannot be read. */
  exported(name: string, file = this.#modules.at(-1)?.file ?? ''): unknown {
    const getter = Object.getOwnPropertyDescriptor(this.#exports.get(file) ?? {}, name)?.get;
    const value = this.#bridge.invoke(getter, undefined, this.#bridge.newArray());
    return value.ok ? value.value : undefined;
  }
}
