/** Where a place in code comes from: the line of its source, counted from 1, by the `mappings` of a source map. */
export type SourceLine = (mappings: string, line: number, column: number) => number | undefined;

/** What an import stands for. */
export interface Found {
  /** The file, by the name that `read` takes; undefined where there is none. */
  readonly absolute?: string;
  /** The same, from the folder of the attempt. */
  readonly file: string;
  /** Whether it is outside of that folder. */
  readonly isOutside: boolean;
  /** Whether something else than a file is there. */
  readonly isOther: boolean;
}

/** What the loader needs of the machine that it runs on: Node has these, and a browser others. */
export interface LoadMachine {
  /** The text of a file; `file` is its name in messages. Throws `LoadProblem` where there is none to read. */
  readonly read: (absolute: string, file: string) => string;
  /** A file by its whole path, the folder that it is in, and its name there. */
  readonly placeOf: (entry: string) => { readonly absolute: string; readonly folder: string; readonly name: string };
  /** What `specifier` stands for in the file `importer`, of an attempt in `folder`. */
  readonly find: (folder: string, importer: string, specifier: string) => Found;
  /** Compiles the body of a function, as it will be run, and does not run it; throws the engine's SyntaxError. */
  readonly compile: (parameters: readonly string[], body: string, file: string) => void;
  /** Sixteen hexadecimal digits that stand for a text and that no text can hold of itself. */
  readonly digest: (text: string) => string;
  readonly sourceLine: SourceLine;
}
