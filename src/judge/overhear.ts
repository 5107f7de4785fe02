import type { Subject } from '../subject/subject.ts';

/** How many lines are kept of a level. */
const MOST = 50;

/** A subject of which all that it prints is heard, whoever takes it; `heard` gives what came since its last call, as far as it is kept. */
export function overhear(attempt: Subject): { subject: Subject; heard: () => readonly string[] } {
  let lines: string[] = [];
  const takePrinted = (): readonly string[] => {
    const taken = attempt.takePrinted();
    lines.push(...taken.slice(0, MOST - lines.length));
    return taken;
  };
  const heard = (): readonly string[] => {
    takePrinted();
    const all = lines;
    lines = [];
    return all;
  };
  return { subject: { ...attempt, takePrinted }, heard };
}
