import { createInterface } from 'node:readline';
import type { Reply } from './reply.ts';
import type { Room } from './room.ts';

/** Runs the commands of a script, one after the other, until one ends the interview or there are no more. */
export async function followScript(
  room: Room,
  commands: Iterable<string> | AsyncIterable<string>,
  show: (command: string, reply: Reply) => void,
): Promise<void> {
  for await (const command of commands) {
    if (command.trim() === '') continue;
    const reply = await room.run(command);
    show(command.trim(), reply);
    if (reply.isOver) return;
  }
}

/** The lines that come on standard input. */
export const linesOfInput = (): AsyncIterable<string> => createInterface({ input: process.stdin });
