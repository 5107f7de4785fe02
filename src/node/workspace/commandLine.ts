import type { Home } from './home.ts';

/** A command of ours as it is typed where the learner works: a script of npm in a clone, and npx in a practice folder, which knows the package. */
export function commandLine({ workspace, packageRoot }: Home, command: string, ...args: readonly string[]): string {
  if (workspace !== packageRoot) return ['npx ml-drills', command, ...args].join(' ');
  const script = command === 'start' ? 'npm start' : `npm run ${command}`;
  const firstOption = args.findIndex((arg) => arg.startsWith('-'));
  return [script, ...(firstOption < 0 ? args : args.toSpliced(firstOption, 0, '--'))].join(' ');
}
