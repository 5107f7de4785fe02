import { SourceMap } from 'node:module';
import type { SourceLine } from '../../load/machine.ts';

/** Reads a source map with what Node has. */
export const sourceLine: SourceLine = (mappings, line, column) => {
  const empty = { version: 3, sources: ['source'], names: [], file: '', sourcesContent: [], sourceRoot: '' };
  const entry = new SourceMap({ ...empty, mappings }).findEntry(line - 1, column - 1);
  return 'originalLine' in entry ? entry.originalLine + 1 : undefined;
};
