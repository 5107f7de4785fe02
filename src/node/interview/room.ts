import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { cardsFor } from '../../discussion/cardsFor.ts';
import { type Drill, levelName } from '../../drill/defineDrill.ts';
import type { CardEvent } from '../../history/event.ts';
import { askable } from '../../interview/clarifications.ts';
import { clockText, leftOf } from '../../interview/clock.ts';
import { type Interview, interviewsOf, passedAt, unlocked } from '../../interview/interview.ts';
import type { CasesVerdict } from '../../judge/casesVerdict.ts';
import { growthName } from '../../judge/judgeGates.ts';
import type { Verdict } from '../../judge/verdict.ts';
import { casesText } from '../../report/casesText.ts';
import { demandText } from '../../report/demand.ts';
import { scorecardText } from '../../report/scorecardText.ts';
import { verdictText } from '../../report/text.ts';
import { counted } from '../../values/counted.ts';
import { nearest } from '../../values/nearest.ts';
import { gradeCases } from '../grading/cases.ts';
import type { Grader } from '../grading/grade.ts';
import { colours, warn } from '../terminal/terminal.ts';
import { casesPath, createCases } from '../workspace/casesFile.ts';
import { commandLine } from '../workspace/commandLine.ts';
import { recall, rememberGrade } from '../workspace/history.ts';
import { attemptPath, type Home } from '../workspace/home.ts';
import { loadDrill } from '../workspace/loadDrill.ts';
import { closeInterview } from './closing.ts';
import { Discussion, type Guide } from './discussion.ts';
import { type NewEvent, note } from './note.ts';
import type { Opened } from './opening.ts';
import { ask } from './questions.ts';
import { mistake, type Reply } from './reply.ts';

const help = (again: string): string => `ask TEXT       your question, in your own words; the answer binds
ask list       give up, and see what was worth asking; then ask 2 3 answers the second and third
hint           one hint for the level you are at; it costs
demand         what is asked of you now
grade          grade the attempt now; every save does it too
cases          run your own test cases (cases.ts beside the attempt)
discuss        questions to talk about; discuss 3 asks the third
answer TEXT    your answer in writing, if you do not say it aloud; points shows what a strong one covers
made 1 3       the points that you made; said again, it replaces what you said
status         the clock and how far you are
end            end the interview and see the scorecard
quit           leave; the clock runs on, and ${again} goes on with it`;

const GUIDE: Guide = {
  list: () => 'discuss and a number asks one.',
  asked: 'Answer aloud, or with: answer TEXT. Then: points',
  points: () => 'Which did you make? made 1 3, or made none',
  discuss: (number) => `discuss ${number}`,
};

const COMMANDS = [
  'ask',
  'hint',
  'demand',
  'grade',
  'cases',
  'discuss',
  'answer',
  'points',
  'made',
  'status',
  'help',
  'end',
  'quit',
];

/** The room in which an interview takes place: understands one command at a time, and keeps everything in the log. */
export class Room {
  readonly #home: Home;
  readonly #slug: string;
  readonly #id: string;
  readonly #drill: Drill<unknown>;
  readonly #grader: Grader;
  readonly #discussion: Discussion;

  private constructor(home: Home, interview: Interview, drill: Drill<unknown>, grader: Grader) {
    this.#home = home;
    this.#slug = interview.drill;
    this.#id = interview.id;
    this.#drill = drill;
    this.#grader = grader;
    const noteCard = (event: CardEvent): void => this.#note({ ...event, interview: interview.id });
    this.#discussion = new Discussion(cardsFor(interview.drill, drill), noteCard, GUIDE);
  }

  static async enter(home: Home, interview: Interview, grader: Grader): Promise<Room> {
    return new Room(home, interview, await loadDrill(home, interview.drill), grader);
  }

  /** The interview as it is in the log now: another terminal may have gone on with it. */
  get interview(): Interview {
    const found = interviewsOf(recall(this.#home, warn)).find(({ id }) => id === this.#id);
    if (!found) throw new Error(`The interview ${this.#id} is not in the history any more`);
    return found;
  }

  get attempt(): string {
    return attemptPath(this.#home, this.#slug);
  }

  /** What brings the candidate back into the room. */
  get #again(): string {
    return commandLine(this.#home, 'interview', this.#slug);
  }

  /** What a candidate hears on coming in: the brief, or where things stand. */
  greeting({ isResumed, goesOn, aside }: Opened): Reply {
    const { bold, dim } = colours();
    const { interview } = this;
    const place = here(this.attempt);
    const opening = isResumed
      ? `Welcome back. ${this.#standing(interview)}`
      : `${bold(this.#drill.title)}, ${counted(interview.minutes, 'minute')}.`;
    const where = `Write in ${bold(place)}; every save is graded. Ask before you write, in your own words: ${bold('ask TEXT')}. ${bold('help')} lists the rest.`;
    const found = goesOn
      ? `${place} has what you wrote before: the interview goes on with it. To begin with an empty one, which keeps yours beside it: ${commandLine(this.#home, 'interview', this.#slug, '--new')}\n`
      : '';
    const kept = aside.length > 0 ? `What you wrote before is kept in ${aside.map(here).join(' and ')}.\n` : '';
    const text = `${opening}\n\n${this.#demand()}\n\n${where}\n${found}${kept}${dim('The clock does not stop.')}`;
    const { attempt } = this;
    return {
      text,
      data: { ...this.#standingData(interview), isResumed, goesOn, brief: this.#drill.brief, attempt, aside },
    };
  }

  async run(line: string): Promise<Reply> {
    const [word = '', ...rest] = line.trim().split(/\s+/);
    const text = line.trim().slice(word.length).trim();
    const command = word.toLowerCase();
    switch (command) {
      case 'ask':
        return this.#ask(text);
      case 'hint':
        return this.#hint();
      case 'demand':
        return { text: this.#demand(), data: { level: this.#currentLevel(this.interview) } };
      case 'grade':
        return this.grade();
      case 'cases':
        return this.#cases();
      case 'discuss':
        return this.#discussion.discuss(rest[0], this.interview);
      case 'answer':
        return this.#discussion.answer(text);
      case 'points':
        return this.#discussion.points();
      case 'made':
        return this.#discussion.made(rest);
      case 'status':
        return { text: this.#standing(this.interview), data: this.#standingData(this.interview) };
      case 'help':
        return { text: help(this.#again), data: { commands: COMMANDS } };
      case 'end':
        return this.#end();
      case 'quit':
        return {
          text: `The clock runs on. Come back with: ${this.#again}`,
          data: this.#standingData(this.interview),
          isOver: true,
        };
      default:
        return line.trim().endsWith('?') ? this.#ask(line.trim()) : misunderstood(word);
    }
  }

  /** Grades the attempt as it is, and brings the next demand when a level has passed. */
  async grade(signal?: AbortSignal): Promise<Reply> {
    const before = this.#seen(this.interview);
    const verdict = await this.#grader.grade({ slug: this.#slug, attemptFile: this.attempt, signal });
    rememberGrade(this.#home, verdict, brokenIn(verdict));
    await nextTurn();
    const { interview } = this;
    const seen = this.#seen(interview);
    const names = this.#drill.levels.map(levelName);
    const levels = verdict.levels.filter(({ status }, i) => i < seen || status !== 'not-started');
    const parts = [verdictText({ ...verdict, levels }, colours())];
    const isNew = seen > before;
    const isDone = names.every((name) => passedAt(interview, name));
    if (isNew) parts.push(`That works. ${this.#demand()}`);
    else if (isDone) parts.push('Every level has passed. Talk about it now: discuss. Or end.');
    return {
      text: parts.join('\n\n'),
      data: { verdict: { ...verdict, levels }, demand: isNew ? names[seen - 1] : null },
    };
  }

  #ask(text: string): Reply {
    const { interview } = this;
    return ask(text, askable(this.#drill, interview), interview, (event) => this.#note(event));
  }

  #hint(): Reply {
    const { interview } = this;
    const { bold, dim } = colours();
    const level = this.#drill.levels[this.#seen(interview) - 1];
    if (!level) return mistake('There is no level to give a hint for');
    const name = levelName(level);
    const given = interview.hints.filter((hint) => hint.level === name).length;
    const rung = Math.min(given + 1, level.hints.length);
    if (given < level.hints.length) this.#note({ event: 'hint', level: name, rung });
    const hint = level.hints[rung - 1] ?? '';
    const note = given < level.hints.length ? 'It is on your scorecard.' : 'There are no more; this was the last one.';
    return {
      text: `${bold(`Hint ${rung} of ${level.hints.length}`)} for ${name}: ${hint}\n${dim(note)}`,
      data: { level: name, rung, of: level.hints.length, hint },
    };
  }

  async #cases(): Promise<Reply> {
    const file = casesPath(this.#home, this.#slug);
    if (!existsSync(file)) {
      createCases(this.#home, this.#slug, this.#drill);
      const made = here(file);
      return { text: `Made ${made}. Write your test cases in it, and say cases again.`, data: { made: file } };
    }
    const verdict = await gradeCases(this.#home, this.#slug, file);
    return { text: casesText(verdict, colours()), data: { cases: verdict } };
  }

  async #end(): Promise<Reply> {
    const verdict = await this.#grader.grade({ slug: this.#slug, attemptFile: this.attempt });
    rememberGrade(this.#home, verdict, brokenIn(verdict));
    const file = casesPath(this.#home, this.#slug);
    const cases = existsSync(file) ? await gradeCases(this.#home, this.#slug, file) : null;
    const { scorecard, files } = await closeInterview({
      home: this.#home,
      drill: this.#drill,
      interview: this.interview,
      verdict,
      cases: hasCases(cases) ? cases : null,
      questionOf: (id) => this.#discussion.questionOf(id),
    });
    const { dim } = colours();
    const kept = Object.values(files).map(here);
    const where = kept.length > 0 ? `\n\n${dim(`Kept in ${kept.join(' and ')}`)}` : '';
    return {
      text: `${scorecardText(scorecard, colours())}${where}`,
      data: { scorecard: scorecard, files },
      isOver: true,
    };
  }

  #demand(): string {
    const level = this.#currentLevel(this.interview);
    return demandText(
      readFileSync(path.join(this.#home.packageRoot, 'drills', this.#slug, 'README.md'), 'utf8'),
      level,
    );
  }

  #seen(interview: Interview): number {
    return unlocked(interview, this.#drill.levels.map(levelName));
  }

  #currentLevel(interview: Interview): string {
    const level = this.#drill.levels[this.#seen(interview) - 1];
    return level ? levelName(level) : '';
  }

  #standing(interview: Interview): string {
    const left = leftOf(interview, new Date());
    const clock = left >= 0 ? `${clockText(left)} left` : `${clockText(left).slice(1)} over`;
    const passed = this.#drill.levels.filter((level) => passedAt(interview, levelName(level))).length;
    return `${clock}; ${passed} of ${this.#drill.levels.length} levels passed, now at ${this.#currentLevel(interview)}; ${counted(interview.asked.length, 'question')} asked, ${counted(interview.hints.length, 'hint')}.`;
  }

  #standingData(interview: Interview): Record<string, unknown> {
    return {
      interview: interview.id,
      drill: interview.drill,
      minutes: interview.minutes,
      secondsLeft: Math.round(leftOf(interview, new Date()) / 1000),
      level: this.#currentLevel(interview),
      passed: this.#drill.levels.map(levelName).filter((name) => passedAt(interview, name)),
      asked: interview.asked,
      hints: interview.hints.length,
    };
  }

  #note(event: NewEvent): void {
    note(this.#home, this.#slug, event);
  }
}

function misunderstood(word: string): Reply {
  const close = nearest(word, COMMANDS);
  return mistake(`"${word}" is not understood.${close ? ` Did you mean ${close}?` : ''} help lists what is`);
}

/** A file as it is named from where the candidate stands. */
const here = (file: string): string => path.relative(process.cwd(), file);

const hasCases = (cases: CasesVerdict | null): boolean =>
  cases !== null && (cases.problem !== null || cases.levels.some((level) => level.cases.length > 0));

/** The laws and gates that do not hold, as they are told: what is not written yet breaks no rule. */
function brokenIn({ levels }: Verdict): string[] {
  return levels.flatMap(({ laws, growth }) => [
    ...laws.flatMap((law) => (law.status === 'failed' && law.counterexample !== undefined ? [law.name] : [])),
    ...growth.filter(({ status }) => status === 'failed').map(growthName),
  ]);
}
