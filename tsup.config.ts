import { existsSync, readdirSync, rmSync } from 'node:fs';
import { defineConfig } from 'tsup';

const slugs = readdirSync('drills').filter((slug) => existsSync(`drills/${slug}/drill.ts`));
/** Declarations take ten times as long and only the package needs them: in a clone, types come from the sources. */
const isPacking = ['pack', 'publish'].includes(process.env.npm_command ?? '');

// Two builds write side by side then, and neither may sweep the other's files away.
if (isPacking) rmSync('dist', { recursive: true, force: true });

const publicModules = [
  'src/index.ts',
  'reference/index.ts',
  ...slugs.flatMap((slug) => [`drills/${slug}/drill.ts`, `reference/${slug}/index.ts`]),
];

const common = {
  target: 'node20',
  outDir: 'dist',
  silent: true,
  dts: isPacking ? { entry: publicModules, compilerOptions: { noUncheckedIndexedAccess: false } } : false,
} as const;

/** Everything that runs without a TypeScript loader: the command line, the sandbox's child, the drills and the references. */
const everything = defineConfig({
  ...common,
  entry: [
    ...publicModules,
    'drills/*/bank/*/patches.ts',
    'src/node/cli.ts',
    'src/node/{sandbox/{child,watchdog},grading/loadingProcess}.ts',
    'benchmarks/{bench,contender,grader}.ts',
  ],
  format: 'esm',
  splitting: true,
  clean: !isPacking,
  external: ['tsup'],
  // Bundled, so that the child may read nothing but dist/, and starts faster.
  noExternal: ['fast-check', 'pure-rand', 'seedrandom', 'fastest-levenshtein'],
});

/** What is imported by name, for programs that require it: in the package only. */
const forRequire = defineConfig({ ...common, entry: publicModules, format: 'cjs', splitting: true });

export default [everything, ...(isPacking ? [forRequire] : [])].flat();
