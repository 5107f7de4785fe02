import type { Clarification } from '../../drill/defineDrill.ts';
import type { Interview } from '../../interview/interview.ts';
import { nearestQuestions } from '../../interview/nearestQuestion.ts';
import { colours } from '../terminal/terminal.ts';
import type { NewEvent } from './note.ts';
import { mistake, type Reply } from './reply.ts';

const HOW = 'Ask in your own words: ask TEXT. To give up and see what was worth asking: ask list';

/**
 * What a candidate gets who asks: by the numbers of the list, or in words of their own. The list itself is for those who give
 * up: which questions to ask is half of what is tried.
 */
export function ask(
  text: string,
  questions: readonly Clarification[],
  interview: Interview,
  note: (event: NewEvent) => void,
): Reply {
  const isNumbers = /^\d+(?:[\s,]+\d+)*$/.test(text);
  const givesUp = /^(?:list|give up)$/i.test(text);
  if (givesUp || (text === '' && interview.gaveUp)) {
    if (!interview.gaveUp) note({ event: 'gave-up-asking', interview: interview.id });
    return listOf(questions, interview);
  }
  if (text === '') return { text: `${HOW}.`, data: { asked: interview.asked } };
  const chosen: Clarification[] = [];
  for (const wanted of isNumbers ? text.split(/[\s,]+/) : [text]) {
    const found = isNumbers ? questions.slice(Number(wanted) - 1, Number(wanted)) : nearestQuestions(text, questions);
    if (found.length === 0 && isNumbers) return mistake(`ask ${wanted}: choose a number from 1 to ${questions.length}`);
    if (found.length === 0) return mistake(`I am not sure what you mean: ask it in other words. ${HOW}`);
    chosen.push(...found);
  }
  const { bold } = colours();
  const isNew = ({ question }: Clarification, i: number): boolean =>
    !interview.asked.includes(question) && chosen.findIndex((other) => other.question === question) === i;
  for (const { question } of chosen.filter(isNew)) note({ event: 'asked', interview: interview.id, question });
  const answers = chosen.map(({ question, answer }) => ({ question, answer }));
  return {
    text: answers.map(({ question, answer }) => `${bold(question)}\n${answer}`).join('\n\n'),
    data: answers.length === 1 ? { ...answers[0] } : { answers },
  };
}

function listOf(questions: readonly Clarification[], { asked }: Interview): Reply {
  const { dim } = colours();
  const lines = questions.map(({ question }, i) => {
    const text = asked.includes(question) ? dim(`${question} (asked)`) : question;
    return `${String(i + 1).padStart(2)}  ${text}`;
  });
  return {
    text: `${lines.join('\n')}\n\n${dim('ask and numbers: ask 2 3. The answers bind.')}`,
    data: { questions: questions.map(({ question }) => question) },
  };
}
