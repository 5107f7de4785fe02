import path from 'node:path';

/** The part of a vite plugin that is used here. */
interface AttemptPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  readonly load: (id: string) => string | undefined;
}

/** What a learner's file gets instead of itself: a function that grades it. */
const HOSTS = {
  attempt: { file: 'host.ts', grades: 'gradeHere' },
  cases: { file: 'casesHost.ts', grades: 'gradeCasesHere' },
};

/**
 * Lets vitest run `drills/<slug>/attempt.ts` and `cases.ts` as test files: instead of the file it gets a few lines that grade it.
 * The file itself runs in the sandbox only. Because its path is the test file's, saving it reruns it and no other.
 */
export function gradeAttempts(): AttemptPlugin {
  return {
    name: 'ml-drills:grade-attempts',
    enforce: 'pre',
    load(id) {
      const [, slug, kind] = /[\\/]drills[\\/]([\w-]+)[\\/](attempt|cases)\.ts$/.exec(id) ?? [];
      if (slug === undefined || kind === undefined) return undefined;
      const { file, grades } = HOSTS[kind as keyof typeof HOSTS]; // the expression allows no other
      const host = path.join(import.meta.dirname, file);
      return `import { ${grades} } from ${JSON.stringify(host)};\nawait ${grades}(${JSON.stringify(slug)}, ${JSON.stringify(id)});\n`;
    },
  };
}
