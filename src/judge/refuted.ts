import type { Broken, Judgement } from '../subject/broken.ts';
import { WrongShape } from '../subject/outcome.ts';
import { type Subject, SubjectError } from '../subject/subject.ts';
import type { Call } from './calls.ts';
import { Enough, notGivenAgain, noting, type OtherAnswers } from './gateAnswers.ts';
import { plainerCall } from './plainerCall.ts';
import type { Recorder } from './recorder.ts';

/** A wrong answer, as it is told. */
export interface WrongAnswer {
  readonly failure: Broken | SubjectError | WrongShape;
  readonly calls: readonly string[];
  readonly last: Call | undefined;
}

/** Enough for calls that have ended once. */
const FUEL = 200_000_000;

/** Makes the calls once more and judges the answer that is other; undefined where it is another right one, and the one that was counted. */
export function refuted(
  { run, answers, judge, first }: OtherAnswers,
  subject: Subject,
  reference: Subject,
  recorder: Recorder,
): WrongAnswer | undefined {
  recorder.clear();
  subject.meter.start(FUEL);
  const told = (failure: WrongAnswer['failure']): WrongAnswer => {
    const last = recorder.last();
    return { failure, calls: recorder.calls(), last };
  };
  try {
    if (judge) {
      const counted = answers.slice();
      const judgement: Judgement = judge() ?? notGivenAgain(counted, answers.slice(counted.length));
      return judgement && told(judgement);
    }
    run(noting(recorder.solution, [], first && first.call + 1)); // no further, so that this call is the last
    return undefined;
  } catch (error) {
    const failure = error instanceof Enough ? first?.judgement : error;
    if (!failure || !(error instanceof Enough || error instanceof SubjectError || error instanceof WrongShape))
      throw error;
    const asItIs = told(failure as WrongAnswer['failure']); // one of these, as just found
    const plainer = asItIs.last && plainerCall(asItIs.last, recorder.solution, reference.functions);
    return plainer ? told(plainer) : asItIs;
  } finally {
    subject.meter.start();
  }
}
