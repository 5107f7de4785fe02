import * as pure from '../../load/findCases.ts';
import * as loader from '../../load/load.ts';
import { loadMachine } from './loadMachine.ts';

/** Loads a file of this machine, with what it imports; `texts` are taken for those of files, by their names in its folder. */
export const load = (entry: string, texts?: loader.Part['texts']): loader.LoadResult =>
  loader.load(loadMachine, entry, texts);

/** Loads several, to run in one realm. */
export const loadTogether = (parts: readonly loader.Part[]): loader.LoadedParts =>
  loader.loadTogether(loadMachine, parts);

/** The test cases of a file. */
export const findCases = (entry: string): ReturnType<typeof pure.findCases> => pure.findCases(loadMachine, entry);
