import type { Claims } from '../drill/costs.ts';
import { type Drill, levelName } from '../drill/defineDrill.ts';
import type { CasesVerdict } from '../judge/casesVerdict.ts';
import { type ClaimVerdict, judgeClaim } from '../judge/judgeClaim.ts';
import type { LevelVerdict, Problem, Verdict } from '../judge/verdict.ts';
import { type CasesScore, casesScore } from './casesScore.ts';
import { askable, type Mattered, notAsked } from './clarifications.ts';
import { leftOf } from './clock.ts';
import { type Interview, passedAt, unlocked } from './interview.ts';
import { nextSteps, type Typed } from './nextSteps.ts';

/** How an interview went. Plain JSON: it is what `--json` prints and what is kept in a file. */
export interface Scorecard {
  readonly schema: 1;
  readonly interview: string;
  readonly drill: string;
  readonly startedAt: string;
  readonly endedAt: string;
  /** What was agreed, what was used, and what of that was beyond the end. */
  readonly minutes: number;
  readonly minutesUsed: number;
  readonly minutesOver: number;
  /** Why the attempt could not be judged at the end; null when it was. */
  readonly problem: Problem | null;
  readonly levels: readonly LevelScore[];
  readonly complexity: readonly ClaimVerdict[];
  /** Null when no test case was written. */
  readonly cases: CasesScore | null;
  readonly clarifications: {
    readonly asked: readonly string[];
    readonly notAsked: readonly string[];
    readonly mattered: readonly Mattered[];
    /** Whether the candidate gave up and saw the list. */
    readonly gaveUp: boolean;
  };
  readonly hints: number;
  readonly discussion: readonly CardScore[];
  /** Three sentences on what to do next. */
  readonly next: readonly string[];
}

export interface LevelScore {
  readonly level: string;
  readonly title: string;
  /** As the attempt is at the end; `not-reached` when the interviewer never asked for it. */
  readonly status: 'passed' | 'failed' | 'not-started' | 'not-reached';
  readonly correct: boolean | null;
  readonly efficient: boolean | null;
  /** From when it was asked for until it passed, or until the end. */
  readonly minutes: number;
  /** Whether it passed, and did so before the time was over. */
  readonly isInTime: boolean;
  /** How often the attempt was graded in that time. */
  readonly saves: number;
  readonly hints: number;
  /** What is broken at the end: the first law, or why it is too slow. */
  readonly broken?: string;
  /** The rules that were told of in a remark at the end. */
  readonly remarks: readonly string[];
}

export interface CardScore {
  readonly card: string;
  readonly question: string;
  readonly made: number;
  readonly points: number;
}

/** What a scorecard is made of. */
export interface Ended {
  readonly drill: Drill<unknown>;
  readonly interview: Interview;
  readonly now: Date;
  /** The attempt as it is at the end, and what it says of its cost. */
  readonly verdict: Verdict;
  readonly claims: Claims<Record<string, unknown>>;
  /** Null when there are no test cases. */
  readonly cases: CasesVerdict | null;
  /** The question of a card, by its id. */
  readonly questionOf: (card: string) => string;
  readonly typed: Typed;
}

export function scorecardOf(ended: Ended): Scorecard {
  const { drill, interview, now, verdict, cases, questionOf, typed } = ended;
  const used = (now.getTime() - interview.startedAt.getTime()) / 60_000;
  const { questions, mattered } = notAsked(drill, interview);
  const open = new Set(askable(drill, interview).map(({ question }) => question));
  const card: Omit<Scorecard, 'next'> = {
    schema: 1,
    interview: interview.id,
    drill: interview.drill,
    startedAt: interview.startedAt.toISOString(),
    endedAt: now.toISOString(),
    minutes: interview.minutes,
    minutesUsed: rounded(used),
    minutesOver: rounded(Math.max(0, -leftOf(interview, now) / 60_000)),
    problem: verdict.problem,
    levels: levelScores(ended),
    complexity: claimScores(ended),
    cases: cases && casesScore(cases),
    clarifications: {
      asked: interview.asked.filter((question) => open.has(question)),
      notAsked: questions,
      mattered,
      gaveUp: interview.gaveUp,
    },
    hints: interview.hints.length,
    discussion: lastOfEach(interview.cards).map(({ card: id, made, points }) => ({
      card: id,
      question: questionOf(id),
      made: made.length,
      points,
    })),
  };
  return { ...card, next: nextSteps(card, typed) };
}

/** Of a card that was answered several times, what was said last. */
const lastOfEach = (cards: Interview['cards']): Interview['cards'] => [
  ...new Map(cards.map((one) => [one.card, one])).values(),
];

function levelScores({ drill, interview, verdict, now }: Ended): LevelScore[] {
  const names = drill.levels.map(levelName);
  const seen = unlocked(interview, names);
  let askedAt = interview.startedAt;
  return drill.levels.map((level, i) => {
    const name = levelName(level);
    const found = verdict.levels.find((candidate) => candidate.level === name);
    const passed = passedAt(interview, name);
    const until = passed ?? now;
    const from = askedAt;
    const isReached = i < seen;
    const minutes = isReached ? Math.max(0, (until.getTime() - askedAt.getTime()) / 60_000) : 0;
    const isOfLevel = (at: Date): boolean => at > from && at <= until;
    askedAt = passed ?? askedAt;
    const broken = found && brokenIn(found);
    return {
      level: name,
      title: level.title,
      status: statusOf(found, verdict.problem, isReached),
      correct: found?.correct ?? null,
      efficient: found?.efficient ?? null,
      minutes: rounded(minutes),
      isInTime: passed !== undefined && leftOf(interview, passed) >= 0,
      saves: isReached
        ? interview.grades.filter(({ at }) => isOfLevel(new Date(at)) || at === passed?.toISOString()).length
        : 0,
      hints: interview.hints.filter((hint) => hint.level === name).length,
      ...(broken === undefined ? {} : { broken }),
      remarks: found?.remarks.map((remark) => remark.name) ?? [],
    };
  });
}

function statusOf(found: LevelVerdict | undefined, problem: Problem | null, isReached: boolean): LevelScore['status'] {
  if (problem) return isReached ? 'failed' : 'not-reached';
  if (found && found.status !== 'not-started') return found.status;
  return isReached ? 'not-started' : 'not-reached';
}

function brokenIn({ laws, growth }: LevelVerdict): string | undefined {
  const law = laws.find(({ status }) => status === 'failed');
  const slow = laws.find((one) => one.status === 'not-judged' && one.message !== undefined);
  const slowMessage = slow?.status === 'not-judged' ? slow.message : undefined;
  return law?.name ?? growth.find(({ status }) => status === 'failed')?.message ?? slowMessage;
}

function claimScores({ drill, claims, verdict }: Ended): ClaimVerdict[] {
  return drill.levels.flatMap((level) => {
    const found = verdict.levels.find((candidate) => candidate.level === levelName(level));
    if (!found || found.status === 'not-started') return [];
    return (level.functions as readonly string[]).flatMap((name) =>
      (['time', 'memory'] as const).flatMap((kind) => {
        const growth = found.growth.filter(({ of = levelName(level) }) => of === name);
        const judged = judgeClaim<Record<string, unknown>>(drill.costs, name, kind, claims[name]?.[kind], growth);
        return judged ? [judged] : [];
      }),
    );
  });
}

const rounded = (minutes: number): number => Math.round(minutes * 10) / 10;
