import { visible } from '../../values/visible.ts';
import { say, write } from './terminal.ts';

/** The keyboard while a drill is watched. */
export interface Keys {
  /** Asks for y or n; the next key is the answer. */
  ask(question: string, answered: (yes: boolean) => void): void;
  /** Gives the terminal back as it was. */
  close(): void;
}

/** Calls `pressed` for each key. Without a terminal nothing is listened to. */
export function listenToKeys(pressed: (key: string) => Promise<void> | void): Keys {
  const { stdin } = process;
  let pending: ((yes: boolean) => void) | undefined;
  const onData = (data: Buffer): void => {
    const key = data.toString();
    const answered = pending;
    pending = undefined;
    if (answered && key !== '\u0003') {
      say(visible(key));
      answered(key.toLowerCase() === 'y');
    } else void pressed(key);
  };
  const restore = (): void => {
    if (stdin.isTTY) stdin.setRawMode(false);
  };
  if (stdin.isTTY) {
    stdin.setRawMode(true);
    stdin.resume();
    stdin.on('data', onData);
    process.once('exit', restore);
  }
  return {
    ask(question, answered) {
      write(question);
      pending = answered;
    },
    close() {
      stdin.off('data', onData);
      process.off('exit', restore);
      restore();
      stdin.pause();
    },
  };
}
