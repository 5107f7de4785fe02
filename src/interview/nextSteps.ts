import { counted } from '../values/counted.ts';
import type { Scorecard } from './scorecard.ts';

const STEPS = 3;

/** A command of ours as it is typed where the learner works. */
export type Typed = (command: string, ...args: readonly string[]) => string;

/** Three sentences on what to do next, each from a fact of the scorecard: what costs most in an interview comes first. */
export function nextSteps(card: Omit<Scorecard, 'next'>, typed: Typed): string[] {
  return [...found(card, typed)].slice(0, STEPS);
}

function* found(card: Omit<Scorecard, 'next'>, typed: Typed): Iterable<string> {
  const { levels, complexity, cases, clarifications, hints, discussion, problem } = card;
  const reached = levels.filter(({ status }) => status !== 'not-reached');
  const [open] = reached.filter(({ status }) => status === 'failed');
  if (problem)
    yield `Run what you have before you talk about it: at the end the file could not be graded (${problem.message}).`;
  if (open?.correct === false)
    yield `Go back to ${open.level} and write the test case first: it still breaks "${open.broken}".`;
  if (open?.correct && open.efficient === false)
    yield `Make ${open.level} cheaper. ${open.broken ?? 'It grows too fast'}.`;
  const [mattered] = clarifications.mattered;
  if (mattered)
    yield `Ask "${mattered.question}" before you write: a save broke "${mattered.laws[0]}", which the answer would have told.`;
  const [wrong] = complexity.filter(({ verdict }) => verdict === 'wrong');
  if (wrong)
    yield `Say again what ${wrong.function} costs in ${wrong.of}, with the reason: it is ${wrong.right}, and you said ${wrong.claim}.`;
  const [contradicted] = complexity.flatMap(({ counted }) => counted);
  if (contradicted && !wrong) yield `Look at what was counted: ${contradicted}.`;
  const first = reached.find(({ status }) => status === 'not-started');
  if (first && !open) yield `Start with the simplest code that works for ${first.level}: nothing of it was written.`;
  const [late] = reached.filter(({ status, isInTime }) => status === 'passed' && !isInTime);
  if (late) yield `Practise ${late.level} until it fits the clock: it passed after the time was over.`;
  if (!cases) yield `Write test cases next time: ${typed('cases', card.drill)} shows which mistakes they would find.`;
  else if (cases.setAside[0]) yield `Mend the test case "${cases.setAside[0].name}": ${cases.setAside[0].reason}.`;
  else if (cases.failed[0])
    yield `Your own test case "${cases.failed[0].name}" finds a mistake: ${cases.failed[0].reason}.`;
  else if (cases.survivors[0])
    yield `Add a test case that refutes a solution that ${cases.survivors[0]}: yours found ${cases.killed} of ${cases.mutants} mistakes.`;
  const helped = reached.find((level) => level.hints > 0);
  if (helped) yield `Do ${helped.level} again without hints: you used ${hints} in all.`;
  const unsaid = complexity.find(({ verdict }) => verdict === 'not-said');
  if (unsaid)
    yield `Say what ${unsaid.function} costs before you are asked: \`complexity\` in the attempt says nothing of its ${unsaid.of}.`;
  const missed = discussion.find(({ made, points }) => made < points);
  if (missed) yield `Read up on "${missed.question}": you made ${missed.made} of ${counted(missed.points, 'point')}.`;
  if (discussion.length === 0) yield 'Talk about it too: no question of the discussion was answered.';
  const slowest = [...reached].sort((a, b) => b.minutes - a.minutes)[0];
  const waiting = levels.find(({ status }) => status === 'not-reached');
  const isWhole = reached.every(({ status }) => status === 'passed');
  if (waiting && slowest && isWhole)
    yield `Go on to ${waiting.level} next time: ${slowest.level} took ${slowest.minutes} of ${counted(card.minutesUsed, 'minute')}.`;
  if (clarifications.notAsked[0]) yield `You might also have asked: ${clarifications.notAsked[0]}`;
  if (!isWhole) yield `Sit it again: ${typed('interview', card.drill, '--new')} begins with an empty attempt.`;
  yield `Take another drill: ${reached.length} of ${counted(levels.length, 'level')} of ${card.drill} were reached, ${passed(card)} passed.`;
  if (isWhole) yield `Explain ${levels[0]?.level ?? card.drill} aloud to somebody: you have it in code already.`;
  yield `Come back when ${typed('next')} says so.`;
}

const passed = ({ levels }: Omit<Scorecard, 'next'>): number =>
  levels.filter(({ status }) => status === 'passed').length;
