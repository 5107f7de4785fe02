import { asItIsNow } from '../subject/asItIsNow.ts';
import { isSameOutcome, type Outcome, outcomeOf } from '../subject/outcome.ts';
import type { Subject, SubjectFunction } from '../subject/subject.ts';
import { anew, remembers } from '../values/code.ts';
import type { Call } from './calls.ts';

/** Of so many calls each is tried for whether it matters; of more, only all together. */
const MAX_TRIED = 60;

/**
 * The calls that it takes to see what the last one came to: each is left out that may be, as long as the others, made by
 * themselves, come to the same. That may be a call on other objects, one that threw, and one that only asks.
 */
export function callsToShow(calls: readonly Call[], subject: Subject, asks: (call: Call) => boolean): readonly Call[] {
  const last = calls.at(-1);
  if (!last?.outcome) return calls;
  const { outcome } = last;
  const related = relatedTo(last, calls);
  const mayGo = (call: Call): boolean =>
    call !== last &&
    call !== last.looksAt &&
    (!related.has(call) || asks(call) || (call.outcome?.failure !== undefined && !call.made));
  const least = calls.filter((call) => !mayGo(call));
  const isEndless = outcome.failure?.failure.kind === 'out-of-fuel';
  if (isEndless || least.length === calls.length || isSameOutcome(outcomeOfLast(least, subject), outcome)) return least;
  if (calls.length > MAX_TRIED) return least;
  let shown = calls;
  for (const call of calls.filter(mayGo).reverse()) {
    const without = shown.filter((other) => other !== call);
    if (without.some((other) => usedBy(other).includes(call.made ?? call))) continue;
    if (isSameOutcome(outcomeOfLast(without, subject), outcome)) shown = without;
  }
  return shown;
}

/** What a call needs of earlier ones: objects they made, or a call whose result is looked at. */
const usedBy = ({ holder, args, looksAt }: Call): unknown[] =>
  [holder, looksAt, ...args].filter((value) => value !== undefined);

/** The call, and all others that work on what it works on, or draw from the same stream. */
export function relatedTo(last: Call | undefined, calls: readonly Call[]): ReadonlySet<Call> {
  if (!last) return new Set();
  const made = new Set<unknown>(calls.flatMap((call) => call.made ?? []));
  const used = (call: Call): unknown[] =>
    usedBy(call).filter((value) => made.has(value) || remembers(value) || (value && value === last.looksAt));
  const needed = new Set(used(last));
  if (last.looksAt) for (const value of used(last.looksAt)) needed.add(value);
  const related = new Set([last]);
  for (const call of [...calls].reverse()) {
    if (!used(call).some((value) => needed.has(value)) && !needed.has(call.made) && !needed.has(call)) continue;
    for (const value of used(call)) needed.add(value);
    related.add(call);
  }
  return related;
}

/** Makes calls once more, where nothing was called before. */
function outcomeOfLast(calls: readonly Call[], subject: Subject): Outcome {
  subject.renew?.();
  const now = new Map<unknown, unknown>();
  let outcome: Outcome = {};
  for (const call of calls) {
    const { name, args, holder, made, looksAt } = call;
    const owner = holder
      ? (now.get(holder) as Readonly<Record<string, SubjectFunction>> | undefined)
      : subject.functions;
    for (const arg of args) if (remembers(arg) && !now.has(arg)) now.set(arg, anew(arg));
    const values = args.map((arg) => now.get(arg) ?? arg);
    outcome = outcomeOf(() => (looksAt ? asItIsNow(now.get(looksAt)) : owner?.[name]?.(...values)));
    now.set(made ?? call, outcome.result);
  }
  return outcome;
}
