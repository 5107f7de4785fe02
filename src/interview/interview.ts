import type { CardEvent, EventOf, GradeEvent, HistoryEvent } from '../history/event.ts';

/** An interview as far as it has come: what the log says of it. */
export interface Interview {
  readonly id: string;
  readonly drill: string;
  readonly minutes: number;
  readonly startedAt: Date;
  /** Absent while it goes on. */
  readonly endedAt?: Date;
  /** Clarifications, by their questions. */
  readonly asked: readonly string[];
  /** Whether the list of what was worth asking was shown. */
  readonly gaveUp: boolean;
  readonly hints: readonly EventOf<'hint'>[];
  readonly grades: readonly (GradeEvent & { readonly at: string })[];
  readonly cards: readonly (CardEvent & { readonly at: string })[];
}

/** All interviews of a log, oldest first. One that was never ended is over when the next of its drill begins. */
export function interviewsOf(events: readonly HistoryEvent[]): Interview[] {
  const starts = events.filter((event) => event.event === 'interview-started');
  return starts.map((start) => {
    const own = events.filter(({ drill, at }) => drill === start.drill && at >= start.at);
    const end = own.find(
      (event) =>
        (event.event === 'interview-ended' && event.interview === start.interview) ||
        (event.event === 'interview-started' && event.interview !== start.interview),
    );
    const during = end ? own.filter(({ at }) => at <= end.at) : own;
    return {
      id: start.interview,
      drill: start.drill,
      minutes: start.minutes,
      startedAt: new Date(start.at),
      ...(end ? { endedAt: new Date(end.at) } : {}),
      asked: [...new Set(during.flatMap((event) => (event.event === 'asked' ? [event.question] : [])))],
      gaveUp: during.some((event) => event.event === 'gave-up-asking'),
      hints: during.filter((event) => event.event === 'hint'),
      grades: during.filter((event) => event.event === 'grade'),
      cards: during.filter((event) => event.event === 'card'),
    };
  });
}

/** The interview that goes on, of a drill or of any: the one that began last. */
export const openInterview = (events: readonly HistoryEvent[], drill?: string): Interview | undefined =>
  interviewsOf(events)
    .filter((interview) => interview.endedAt === undefined && (drill ?? interview.drill) === interview.drill)
    .at(-1);

/** When a level passed first; undefined when it never did. */
export function passedAt({ grades }: Interview, level: string): Date | undefined {
  const grade = grades.find(({ levels }) => levels[level] === 'passed');
  return grade && new Date(grade.at);
}

/** How many levels the candidate has seen: those passed in their order, and the next. */
export function unlocked(interview: Interview, levels: readonly string[]): number {
  const passed = levels.findIndex((level) => !passedAt(interview, level));
  return passed < 0 ? levels.length : passed + 1;
}
