import path from 'node:path';

/** The part of a vite plugin that is used here. */
interface AttemptPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  readonly load: (id: string) => string | undefined;
}

/**
 * Lets vitest run `drills/<slug>/attempt.ts` as a test file: instead of the attempt it gets a few lines that grade it.
 * The attempt itself runs in the sandbox only. Because its path is the test file's, saving it reruns that drill and no other.
 */
export function gradeAttempts(): AttemptPlugin {
  const host = path.join(import.meta.dirname, 'host.ts');
  return {
    name: 'ml-drills:grade-attempts',
    enforce: 'pre',
    load(id) {
      const slug = /[\\/]drills[\\/]([\w-]+)[\\/]attempt\.ts$/.exec(id)?.[1];
      if (!slug) return undefined;
      return `import { gradeHere } from ${JSON.stringify(host)};\nawait gradeHere(${JSON.stringify(slug)}, ${JSON.stringify(id)});\n`;
    },
  };
}
