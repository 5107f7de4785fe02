import type { Drill } from '../drill/defineDrill.ts';
import type { AttemptOnCase, CaseSetAside, LevelCases } from '../judge/casesVerdict.ts';
import { describeFailure, type SubjectError } from '../subject/subject.ts';
import { CaseRun, FUEL, refutation } from './caseRun.ts';
import type { CasesRequest, LevelBank, WantedCase } from './messages.ts';
import { ATTEMPT } from './ours.ts';
import type { Realm } from './realm.ts';

/** A wrong solution may spend so many times as much as the reference did, and a little more. */
const TIMES = 50;
const EXTRA = 200_000;

/** A solution that cases are run on, as it is inside the realm. */
interface Tested {
  readonly says: string;
  readonly solution: unknown;
}

/** What each case has printed, on the solution of which is told. */
type Printed = Map<WantedCase, readonly string[]>;

type OnStep = (step: string) => void;

/**
 * Runs test cases on the reference and on right answers, and those that these pass on the learner's own attempt, which is
 * in `ownRealm`, and on every mutant that answers wrongly.
 */
export function testCases(
  drill: Drill<unknown>,
  realm: Realm,
  request: CasesRequest,
  ownRealm: Realm | undefined,
  onStep: OnStep,
): LevelCases[] {
  const names = drill.levels.flatMap(({ functions }) => functions as readonly string[]); // the names of functions
  const run = new CaseRun(realm, request, names);
  const ownRun = ownRealm && new CaseRun(ownRealm, request, names);
  return request.levels.map((bank) => {
    const ofBank = (wantRight: boolean): Tested[] =>
      bank.solutions
        .filter(({ isRight }) => isRight === wantRight)
        .map(({ says, file }) => ({ says, solution: run.solutionIn(file, names) }));
    onStep('the right solutions');
    const right = [{ says: 'the model solution', solution: run.reference }, ...ofBank(true)];
    const { setAside, budgets, printed } = onRight(run, bank, right);
    const accepted = bank.cases.filter((wanted) => !setAside.has(wanted));
    onStep('your own attempt');
    const own = onOwn(ownRun, request, accepted, printed);
    const mutants = ofBank(false);
    const tried = accepted.length > 0 ? mutants : [];
    const { kills, survivors } = onWrong(run, accepted, budgets, tried, onStep);
    return {
      level: bank.level,
      cases: bank.cases.map((wanted) => {
        const attempt = own.get(wanted);
        const lines = printed.get(wanted) ?? [];
        return {
          ...(setAside.get(wanted) ?? {
            name: wanted.name,
            tests: wanted.functions,
            status: 'accepted',
            ...(kills.get(wanted) ?? { kills: 0, alone: 0 }),
            ...(attempt ? { attempt } : {}),
          }),
          ...(lines.length > 0 ? { printed: lines } : {}),
        };
      }),
      mutants: mutants.length,
      killed: tried.length - survivors.length,
      survivors: accepted.length > 0 ? survivors : mutants.map(({ says }) => says),
    };
  });
}

/** The cases that some right solution does not pass, what a wrong one may spend on each, and what each has printed. */
function onRight(run: CaseRun, { cases }: LevelBank, right: readonly Tested[]) {
  const setAside = new Map<WantedCase, CaseSetAside>();
  const budgets = new Map<WantedCase, number>();
  const printed: Printed = new Map();
  for (const { says, solution } of right) {
    const fresh = run.freshCases();
    for (const wanted of cases) {
      if (setAside.has(wanted)) continue;
      const failure = run.failureOn(fresh, wanted, solution);
      const lines = run.heard();
      if (failure || !printed.has(wanted)) printed.set(wanted, lines);
      if (!budgets.has(wanted)) budgets.set(wanted, Math.min(FUEL, EXTRA + TIMES * run.realm.meter.total().steps));
      if (failure) setAside.set(wanted, refused(wanted, says, failure));
    }
  }
  return { setAside, budgets, printed };
}

/** How the attempt does on the cases whose functions are written; on none of them when it tampers with what is built in. */
function onOwn(
  run: CaseRun | undefined,
  { own }: CasesRequest,
  accepted: readonly WantedCase[],
  printed: Printed,
): ReadonlyMap<WantedCase, AttemptOnCase> {
  const found = new Map<WantedCase, AttemptOnCase>();
  if (!run || !own) return found;
  const solution = run.solutionIn(own.attemptFile, own.functions);
  const fresh = run.freshCases();
  for (const wanted of accepted) {
    if (!wanted.functions.every((name) => own.functions.includes(name))) continue;
    const failure = run.failureOn(fresh, wanted, solution);
    found.set(wanted, failure ? failedBy(wanted, failure) : { status: 'passed' });
    printed.set(wanted, run.heard());
  }
  return run.realm.tamperedWith() === undefined ? found : new Map();
}

function onWrong(
  run: CaseRun,
  accepted: readonly WantedCase[],
  budgets: ReadonlyMap<WantedCase, number>,
  mutants: readonly Tested[],
  onStep: OnStep,
) {
  const kills = new Map(accepted.map((wanted) => [wanted, { kills: 0, alone: 0 }]));
  const survivors: string[] = [];
  for (const { says, solution } of mutants) {
    onStep(`a solution that ${says}`);
    const fresh = run.freshCases();
    const killers = accepted.filter((wanted) => run.failureOn(fresh, wanted, solution, budgets.get(wanted)));
    for (const wanted of killers) {
      const count = kills.get(wanted);
      if (count) count.kills++;
      if (count && killers.length === 1) count.alone++;
    }
    if (killers.length === 0) survivors.push(says);
  }
  return { kills, survivors };
}

function refused(wanted: WantedCase, says: string, error: SubjectError): CaseSetAside {
  const whom = says === 'the model solution' ? says : `a right solution (${says})`;
  const actual = refutation(error);
  const isNoCase = error.failure.kind === 'threw' && error.failure.name === 'NoCase';
  return {
    name: wanted.name,
    tests: wanted.functions,
    status: 'set-aside',
    reason: isNoCase
      ? error.failure.message
      : `it refuses ${whom}${actual === undefined ? `: on it the case ${describeFailure(error)}` : `, which ${actual}`}`,
    line: error.line ?? wanted.line,
  };
}

/** What the attempt does that the case does not ask for. Lines of the attempt stand in the reason. */
function failedBy(wanted: WantedCase, error: SubjectError): AttemptOnCase {
  const actual = refutation(error);
  const isInAttempt = error.file?.startsWith(ATTEMPT) === true;
  const who = actual === undefined && !isInAttempt ? 'on your code the case' : 'your code';
  const line = isInAttempt ? wanted.line : (error.line ?? wanted.line);
  return { status: 'failed', reason: `${who} ${actual ?? describeFailure(error)}`, line };
}
