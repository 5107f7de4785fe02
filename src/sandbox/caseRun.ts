import { SubjectError } from '../subject/subject.ts';
import type { WantedCase } from './messages.ts';
import { ATTEMPT, OURS } from './ours.ts';
import type { Realm } from './realm.ts';

/** What a solution may spend on one case. */
export const FUEL = 20_000_000;

/** A file of test cases in a realm, to be run on solutions that are in the realm too. */
export class CaseRun {
  readonly realm: Realm;
  readonly #casesFile: string;
  /** The functions that a solution lacks. */
  readonly reference: unknown;

  constructor(
    realm: Realm,
    { casesFile, referenceFile }: { casesFile: string; referenceFile: string },
    names: readonly string[],
  ) {
    this.realm = realm;
    this.#casesFile = casesFile;
    this.reference = this.solutionIn(referenceFile, names);
  }

  /** The functions of these names that a module exports. */
  solutionIn(file: string, names: readonly string[]): unknown {
    return Object.fromEntries(names.map((name) => [name, this.realm.exported(name, file)]));
  }

  /** The cases as they are when their file has just been evaluated, so that no solution finds data that another has changed. */
  freshCases(): unknown {
    const { modules } = this.realm;
    this.heard();
    modules.runAgain((file) => !file.startsWith(OURS) && !file.startsWith(ATTEMPT));
    return modules.exported('default', this.#casesFile);
  }

  /** What was printed since it was last asked. */
  heard(): readonly string[] {
    return this.realm.subject.takePrinted();
  }

  /** Why a solution does not pass a case; undefined when it does. */
  failureOn(own: unknown, { keys, functions, takesObject }: WantedCase, solution: unknown, budget = FUEL) {
    const { calls, runner } = this.realm;
    const tested = runner.tested(functions, takesObject, solution, this.reference);
    try {
      calls.spend(budget, runner.run, own, keys, tested);
      return undefined;
    } catch (error) {
      if (error instanceof SubjectError) return error;
      throw error;
    }
  }
}

/** What a check of a case says of a solution, as what comes after "which": "gives 3 where the case asks for 2". */
export const refutation = ({ failure }: SubjectError): string | undefined =>
  failure.kind === 'threw' && failure.name === 'Refuted' ? failure.message : undefined;
