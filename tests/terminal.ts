import { spawn } from 'node:child_process';
import path from 'node:path';
import { PATIENCE_MS, root } from './run.ts';

/** A command in a pseudo-terminal of 80 columns; `until` waits for a text to be printed. */
export function terminal(folder: string, env: Record<string, string>, ...args: string[]) {
  const command = [process.execPath, path.join(root, 'dist/src/node/cli.js'), ...args].join(' ');
  const child = spawn('script', ['-qfec', `stty cols 80 rows 24; ${command}`, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, TERM: 'xterm', NO_COLOR: '1', ...env },
    detached: true,
  });
  let printed = '';
  child.stdout.on('data', (data: Buffer) => {
    printed += data.toString();
  });
  const until = async (text: string): Promise<string> => {
    for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
      if (printed.includes(text)) return printed;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`"${text}" was not printed:\n${printed}`);
  };
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    until,
    type: (text: string) => child.stdin.write(text),
    closed,
    hangUp: () => process.kill(-(child.pid ?? 0), 'SIGKILL'),
  };
}
