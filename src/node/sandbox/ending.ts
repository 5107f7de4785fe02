import { writeSync } from 'node:fs';

/** Why the child ends itself. */
export type Ending = 'silent' | 'too long' | 'out of memory' | 'nobody listens';

const MARK = 'ml-drills ends here: ';

/** Ends the whole process, from whichever of its threads, and leaves the reason for the parent. */
export function endWith(reason: Ending): void {
  try {
    writeSync(2, `${MARK}${reason}\n`); // at once, where a message would wait for the main thread
  } finally {
    process.kill(process.pid, 'SIGKILL'); // also when nobody reads what is written
  }
}

/** Whether a child that has written these errors ended itself for that reason. */
export const hasEndedWith = (errors: string, reason: Ending): boolean => errors.includes(MARK + reason);
