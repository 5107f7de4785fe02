import { SourceMap } from 'node:module';

/** The line of a source file that a place in the code made from it comes from; line and column count from 1. */
export function sourceLine(mappings: string, line: number, column: number): number | undefined {
  const payload = {
    version: 3,
    sources: ['source'],
    names: [],
    mappings,
    file: '',
    sourcesContent: [],
    sourceRoot: '',
  };
  const entry = new SourceMap(payload).findEntry(line - 1, column - 1);
  return 'originalLine' in entry ? entry.originalLine + 1 : undefined;
}
