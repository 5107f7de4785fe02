import type { Mutant } from '../../drill/bank.ts';
import type { Drill } from '../../drill/defineDrill.ts';
import { levelName } from '../../drill/defineDrill.ts';
import type { CaseVerdict, LevelCases } from '../../judge/casesVerdict.ts';
import { growthName } from '../../judge/judgeGates.ts';
import { describeFailure, SubjectError } from '../../judge/subject.ts';
import type { CasesRequest, LevelBank, WantedCase } from './messages.ts';
import { OURS } from './ours.ts';
import type { Realm } from './realm.ts';

/** What a right solution may spend on one case; a wrong one may spend so many times as much as the reference did, and a little more. */
const FUEL = 20_000_000;
const TIMES = 50;
const EXTRA = 200_000;

/** A solution that cases are run on, as it is inside the realm. */
interface Tested {
  readonly says: string;
  readonly solution: unknown;
}

/**
 * Runs test cases on the reference and on right answers, and those that these pass on every mutant that answers wrongly.
 * The file of cases is evaluated anew for each solution, so that none finds data that another has changed.
 */
export function testCases(
  drill: Drill<unknown>,
  realm: Realm,
  request: CasesRequest,
  onStep: (level: string, step: string) => void,
): LevelCases[] {
  return request.levels.map((bank) => {
    onStep(bank.level, 'the right solutions');
    return new LevelRun(drill, realm, request, bank).judge(onStep);
  });
}

class LevelRun {
  readonly #realm: Realm;
  readonly #bank: LevelBank;
  readonly #casesFile: string;
  readonly #gates: ReadonlySet<string>;
  readonly #reference: unknown;

  constructor(drill: Drill<unknown>, realm: Realm, request: CasesRequest, bank: LevelBank) {
    this.#realm = realm;
    this.#bank = bank;
    this.#casesFile = request.casesFile;
    const level = drill.levels.find((candidate) => levelName(candidate) === bank.level);
    this.#gates = new Set(level?.growth.map(growthName));
    const names = drill.levels.flatMap(({ functions }) => functions as readonly string[]); // the names of functions
    this.#reference = Object.fromEntries(names.map((name) => [name, realm.exported(name, request.referenceFile)]));
  }

  judge(onStep: (level: string, step: string) => void): LevelCases {
    const { cases, level } = this.#bank;
    const budgets = cases.map(() => FUEL);
    const setAside = new Map<WantedCase, CaseVerdict>();
    const right = [{ says: 'the model solution', solution: this.#reference }, ...this.#solutions('answers')];
    for (const tested of right) {
      const own = this.#freshCases();
      cases.forEach((wanted, i) => {
        if (setAside.has(wanted)) return;
        const failure = this.#run(own, wanted, tested, FUEL);
        if (tested === right[0]) budgets[i] = EXTRA + TIMES * this.#realm.calls.meter.total().steps;
        if (failure) setAside.set(wanted, refused(wanted, tested.says, failure));
      });
    }
    const accepted = cases.filter((wanted) => !setAside.has(wanted));
    const kills = new Map(accepted.map((wanted) => [wanted, { kills: 0, alone: 0 }]));
    const survivors: string[] = [];
    const mutants = this.#solutions('mutants').filter(({ dies }) => !this.#gates.has(dies));
    for (const mutant of accepted.length > 0 ? mutants : []) {
      onStep(level, `a solution that ${mutant.says}`);
      const own = this.#freshCases();
      const killers = accepted.filter((wanted) =>
        this.#run(own, wanted, mutant, Math.min(FUEL, budgets[cases.indexOf(wanted)] ?? FUEL)),
      );
      for (const wanted of killers) {
        const count = kills.get(wanted);
        if (count) count.kills++;
        if (count && killers.length === 1) count.alone++;
      }
      if (killers.length === 0) survivors.push(mutant.says);
    }
    const none = { kills: 0, alone: 0 };
    return {
      level,
      cases: cases.map(
        (wanted) =>
          setAside.get(wanted) ?? {
            name: wanted.name,
            tests: wanted.functions,
            status: 'accepted',
            ...(kills.get(wanted) ?? none),
          },
      ),
      mutants: mutants.length,
      killed: accepted.length > 0 ? mutants.length - survivors.length : 0,
      survivors: accepted.length > 0 ? survivors : mutants.map(({ says }) => says),
    };
  }

  /** The cases as they are when their file has just been evaluated. */
  #freshCases(): unknown {
    const { calls } = this.#realm;
    calls.runAgain((file) => !isOurs(file));
    return calls.exported('default', this.#casesFile);
  }

  #run(own: unknown, { keys, functions, takesObject }: WantedCase, { solution }: Tested, budget: number) {
    const { calls, runner } = this.#realm;
    const tested = runner.tested(functions, takesObject, solution, this.#reference);
    try {
      calls.spend(budget, runner.run, own, keys, tested);
      return undefined;
    } catch (error) {
      if (error instanceof SubjectError) return error;
      throw error;
    }
  }

  #solutions(kind: 'answers' | 'mutants'): (Tested & Pick<Mutant<unknown>, 'dies'>)[] {
    const file = this.#bank[kind];
    if (file === undefined) return [];
    const entries = this.#realm.exported(kind, file) as ArrayLike<Mutant<unknown>>; // typed in the file itself
    return Array.from(entries, ({ says, dies, solution }) => ({ says, dies, solution }));
  }
}

const isOurs = (file: string): boolean => file.startsWith(OURS);

function refused(wanted: WantedCase, says: string, error: SubjectError): CaseVerdict {
  const whom = says === 'the model solution' ? says : `a right solution (${says})`;
  const why =
    error.failure.kind === 'threw' && error.failure.name === 'Refuted'
      ? error.failure.message
      : `on it the case ${describeFailure(error)}`;
  return {
    name: wanted.name,
    tests: wanted.functions,
    status: 'set-aside',
    reason: `it refuses ${whom}: ${why}`,
    line: error.line ?? wanted.line,
  };
}
