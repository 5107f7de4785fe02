import { Worker } from 'node:worker_threads';
import { type Drill, levelName } from '../../drill/defineDrill.ts';
import { formsOf } from '../../drill/form.ts';
import type { Level } from '../../drill/level.ts';
import type { LevelCases } from '../../judge/casesVerdict.ts';
import { check } from '../../judge/check.ts';
import type { LevelVerdict, Problem } from '../../judge/verdict.ts';
import type { LoadedCode } from '../../load/load.ts';
import type { CasesRequest, FromChild, JudgeRequest, ToChild } from '../../sandbox/messages.ts';
import { missingExport, noFunction } from '../../sandbox/missingExport.ts';
import type { Realm } from '../../sandbox/realm.ts';
import { placeOfChange } from '../../sandbox/tampering.ts';
import { testCases } from '../../sandbox/testCases.ts';
import { describeFailure, type Subject, SubjectError } from '../../subject/subject.ts';
import { endWith } from './ending.ts';
import { freezeBuiltIns } from './freezeBuiltIns.ts';
import { createRealm } from './realm.ts';
import { sourceLine } from './sourceLine.ts';
import { warmUp } from './warmUp.ts';
import { PATIENCE, SIGNS, type Watched } from './watched.ts';

// The process in which one attempt is judged. It is started ahead of time, judges once and is killed by its parent.

/** Resident memory, in bytes, beyond which an attempt is stopped: array buffers are outside the heap and its cap. */
const MEMORY_LIMIT = 600_000_000;

/** Milliseconds for which the child may compute between two signs of life, which it gives before each law and size of a gate: they take milliseconds, and seconds at most. */
const SILENCE_MS = 15_000;

/** Before a law on large inputs: a chain 100,000 deep, or an index of all pairs. */
const LONG_SILENCE_MS = 40_000;

const send = (message: FromChild): void => {
  process.send?.(message);
};

const signs = new Int32Array(new SharedArrayBuffer(8));
const watched: Watched = { signs, memoryLimit: MEMORY_LIMIT };
new Worker(new URL('watchdog.js', import.meta.url), { workerData: watched }).unref();

/** Tells the watchdog that the main thread is alive. */
function giveSign(isLong = false): void {
  Atomics.store(signs, PATIENCE, isLong ? LONG_SILENCE_MS : SILENCE_MS);
  Atomics.add(signs, SIGNS, 1);
  Atomics.notify(signs, SIGNS);
}

/** The watchdog looks at memory now and then; this is asked after all that allocates much, so that most find their end at the same place. */
const lookAtMemory = (): void => {
  if (process.memoryUsage.rss() > MEMORY_LIMIT) endWith('out of memory');
};

/** Ends the warming up when there is something to judge. */
const warming = new AbortController();

process.on('message', (message: ToChild) => {
  handle(message).catch((error: unknown) => {
    if (message.type === 'prepare') return; // what fails is told when it is asked for
    const what = error instanceof Error ? `${error.name}: ${error.message}` : 'something was thrown that is no error';
    send({ type: 'failed', nonce: message.nonce, message: what });
  });
});
// Promises of an attempt that nobody awaits: Node would end the process, and look into their reasons to print them.
process.on('unhandledRejection', () => {});
process.on('disconnect', () => process.exit());
freezeBuiltIns();
send({ type: 'ready' });

async function handle(message: ToChild): Promise<void> {
  if (message.type !== 'prepare') {
    warming.abort();
    giveSign();
  }
  const drill = ((await import(message.drill)) as { default: Drill<unknown> }).default; // drills export one by default
  if (message.type === 'prepare') return warmUp(drill, referenceOf(drill, message), message, warming.signal);
  if (message.type === 'cases') send({ type: 'cases-done', nonce: message.nonce, ...judgeCases(drill, message) });
  else send({ type: 'done', nonce: message.nonce, ...judge(drill, message) });
}

interface CasesJudged {
  readonly problem: Problem | null;
  readonly attemptProblem: Problem | null;
  readonly levels: readonly LevelCases[];
}

interface Judged {
  readonly problem: Problem | null;
  readonly levels: readonly LevelVerdict[];
}

const references = new Map<Drill<unknown>, Subject>();

/** The reference of a drill, which is loaded once: before there is an attempt, where there is time. */
function referenceOf(drill: Drill<unknown>, { reference }: { reference: LoadedCode }): Subject {
  const subject = references.get(drill) ?? createRealm(reference, { forms: formsOf(drill.levels) }).subject;
  references.set(drill, subject);
  return subject;
}

function judge(drill: Drill<unknown>, request: JudgeRequest): Judged {
  const wanted = drill.levels.filter((level) => request.level === undefined || levelName(level) === request.level);
  const functionsOf = (levels: Drill<unknown>['levels']) =>
    levels.flatMap((level) => level.functions as readonly string[]); // the names of functions
  const names = functionsOf(wanted);
  const isBegun = ({ functions }: Pick<Level<unknown>, 'functions'>): boolean =>
    (functions as readonly string[]).some((name) => request.attempt.exported.includes(name));
  const missingOf = (levels: Drill<unknown>['levels']) =>
    missingExport(functionsOf(levels), functionsOf(drill.levels), request.attempt);
  // A level of which nothing is there may be left for later, whatever a helper is called.
  const missing = missingOf(drill.levels.some(isBegun) ? wanted.filter(isBegun) : wanted);
  if (missing) return { problem: missing, levels: [] };
  const forms = formsOf(wanted);
  let realm: Realm;
  try {
    realm = createRealm(request.attempt, { forms, lookAtMemory });
  } catch (error) {
    if (error instanceof SubjectError) return { problem: whileLoading(error), levels: [] };
    throw error;
  }
  const { nonce, seed, level } = request;
  const { exported, unwritten } = request.attempt;
  for (const name of names.filter((each) => exported.includes(each) && !unwritten.includes(each)))
    if (!(name in realm.subject.functions))
      return { problem: noFunction(name, realm.exported(name), request.attempt), levels: [] };
  const levels =
    tampering(realm, request.attempt) === null
      ? check(drill, realm.subject, {
          seed,
          level,
          reference: referenceOf(drill, request),
          onRefuted: (refuted) => send({ type: 'refuted', nonce, levels: refuted }),
          onStep: (_, step, isLong) => {
            send({ type: 'step', nonce, step });
            giveSign(isLong);
          },
        })
      : [];
  const problem = tampering(realm, request.attempt);
  const noted = levels.map((verdict, i): LevelVerdict => {
    const note = verdict.status === 'not-started' && missingOf(wanted.slice(i, i + 1))?.message;
    return note ? { ...verdict, note } : verdict;
  });
  return { problem, levels: problem ? [] : noted };
}

function judgeCases(drill: Drill<unknown>, request: CasesRequest): CasesJudged {
  const { nonce } = request;
  try {
    const realm = createRealm(request.code, { lookAtMemory });
    const onStep = (step: string) => {
      send({ type: 'step', nonce, step });
      giveSign();
    };
    const own = ownRealm(request);
    const levels = testCases(drill, realm, request, own.realm, onStep);
    const problem = tampering(realm, request.code);
    const attemptProblem = own.realm && request.own ? tampering(own.realm, request.own.code) : own.problem;
    return { problem, attemptProblem, levels: problem ? [] : levels };
  } catch (error) {
    if (error instanceof SubjectError) return { problem: whileLoading(error), attemptProblem: null, levels: [] };
    throw error;
  }
}

/** The attempt and the cases in a realm of their own, so that it can disturb no other solution; or why it cannot be loaded. */
function ownRealm({ own }: CasesRequest): { readonly realm?: Realm | undefined; readonly problem: Problem | null } {
  try {
    return { realm: own && createRealm(own.code, { lookAtMemory }), problem: null };
  } catch (error) {
    if (error instanceof SubjectError) return { problem: whileLoading(error) };
    throw error;
  }
}

function whileLoading(error: SubjectError): Problem {
  const message = `The file ${describeFailure(error)}, while it is loaded and before any function of it is called`;
  return {
    kind: 'threw-on-load',
    message,
    ...(error.line === undefined ? {} : { line: error.line }),
    ...(error.printed.length > 0 ? { printed: error.printed } : {}),
  };
}

function tampering(realm: Realm, code: LoadedCode): Problem | null {
  const changed = realm.tamperedWith();
  if (changed === undefined) return null;
  return {
    kind: 'not-allowed',
    message: `The attempt changes ${changed}, which is built in. Leave built-ins as they are: write a function of your own`,
    ...placeOfChange(code, changed, sourceLine),
  };
}
