import { types } from 'node:util';
import vm from 'node:vm';
import type { LoadedCode } from '../../load/load.ts';
import type { Machine } from '../../sandbox/machine.ts';
import * as sandbox from '../../sandbox/realm.ts';
import { sourceLine } from './sourceLine.ts';

/** How a process ends whose code has come to run `import()`. */
const RAN_IMPORT = 77;

const machine: Machine = {
  newRealm: () => {
    const global = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
      codeGeneration: { strings: false, wasm: false },
      microtaskMode: 'afterEvaluate',
    });
    // `import()` is refused where code is loaded; were one run all the same, the process would end before it gave anything.
    const importModuleDynamically = () => process.exit(RAN_IMPORT);
    return {
      global: global as Record<string, unknown>, // the global object of the realm
      evaluate: (text, filename) => new vm.Script(text, { filename, importModuleDynamically }).runInContext(global),
    };
  },
  kinds: types,
  sourceLine,
};

/** Runs loaded code in a fresh realm of Node. Throws `SubjectError` when the code throws while it is loaded. */
export const createRealm = (code: LoadedCode, options?: sandbox.RealmOptions): sandbox.Realm =>
  sandbox.createRealm(machine, code, options);
