import { broken, type Judgement } from '../subject/broken.ts';
import { failureOf } from '../subject/outcome.ts';
import { describeFailure } from '../subject/subject.ts';

/** Judges that a call throws a RangeError; `why` says what is malformed: "k = 0". The error's message is free. */
export function throwsRangeError(call: () => unknown, why: string): Judgement {
  const error = failureOf(call);
  if (!error) return broken('the call', 'returned a result', `a RangeError, for ${why}`);
  if (error.failure.kind === 'threw' && error.failure.isRangeError) return undefined;
  return broken('the call', describeFailure(error), `a RangeError, for ${why}`);
}
