import { defineConfig } from 'tsup';

/** Everything that runs without a TypeScript loader: the command line, the sandbox's child, the drills and the references. */
export default defineConfig({
  entry: [
    'src/index.ts',
    'src/node/*.ts',
    'src/node/sandbox/child.ts',
    'drills/*/drill.ts',
    'reference/*/index.ts',
    'benchmarks/*.ts',
  ],
  format: 'esm',
  target: 'node20',
  outDir: 'dist',
  splitting: true,
  clean: true,
  silent: true,
  dts: false,
  noExternal: ['fast-check', 'pure-rand', 'seedrandom'],
});
