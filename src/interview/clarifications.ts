import { type Clarification, type Drill, levelName } from '../drill/defineDrill.ts';
import { growthName } from '../judge/judgeGates.ts';
import { type Interview, unlocked } from './interview.ts';

/** The questions that can be asked now: those about levels that the candidate has seen, in the order of the levels. */
export function askable(drill: Drill<unknown>, interview: Interview): Clarification[] {
  const seen = unlocked(interview, drill.levels.map(levelName));
  return drill.clarifications
    .map((clarification) => ({ clarification, level: firstLevelOf(drill, clarification) }))
    .filter(({ level }) => level < seen)
    .sort((a, b) => a.level - b.level)
    .map(({ clarification }) => clarification);
}

/** The place of the first level that judges what is asked; 0 where no law does. */
function firstLevelOf(drill: Drill<unknown>, { laws = [] }: Clarification): number {
  const place = drill.levels.findIndex((level) =>
    [...level.laws.map(({ name }) => name), ...level.growth.map(growthName)].some((name) => laws.includes(name)),
  );
  return Math.max(0, place);
}

/** A question that was not asked although the first rule that a save broke is one that its answer states: rules after it may break in its wake. */
export interface Mattered {
  readonly question: string;
  /** The laws that were broken. */
  readonly laws: readonly string[];
}

/** What was not asked, and what of it mattered. */
export function notAsked(drill: Drill<unknown>, interview: Interview): { questions: string[]; mattered: Mattered[] } {
  const broken = new Set(interview.grades.flatMap(({ broken: [first] = [] }) => first ?? []));
  const open = askable(drill, interview).filter(({ question }) => !interview.asked.includes(question));
  const mattered = open
    .map(({ question, laws = [] }) => ({ question, laws: laws.filter((law) => broken.has(law)) }))
    .filter(({ laws }) => laws.length > 0);
  return { questions: open.map(({ question }) => question), mattered };
}
