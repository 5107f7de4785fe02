import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'tsup';

const slugs = readdirSync('drills').filter((slug) => existsSync(`drills/${slug}/drill.ts`));
/** Declarations take ten times as long and only the package needs them: in a clone, types come from the sources. */
const isPacking = ['pack', 'publish'].includes(process.env.npm_command ?? '');

const publicModules = [
  'src/index.ts',
  ...slugs.flatMap((slug) => [`drills/${slug}/drill.ts`, `reference/${slug}/index.ts`]),
];

/** Everything that runs without a TypeScript loader: the command line, the sandbox's child, the drills and the references. */
export default defineConfig({
  entry: [...publicModules, 'src/node/*.ts', 'src/node/sandbox/child.ts', 'benchmarks/*.ts'],
  format: 'esm',
  target: 'node20',
  outDir: 'dist',
  splitting: true,
  clean: true,
  silent: true,
  dts: isPacking ? { entry: publicModules, compilerOptions: { noUncheckedIndexedAccess: false } } : false,
  // Bundled, so that the child may read nothing but dist/, and starts faster.
  noExternal: ['fast-check', 'pure-rand', 'seedrandom', 'fastest-levenshtein'],
});
