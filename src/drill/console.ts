/**
 * What an attempt may print with. An editor knows it by this where nothing else brings a console: a practice folder has neither
 * the DOM nor the types of Node, whose declarations go together with these.
 */
declare global {
  interface Console {
    debug(...values: unknown[]): void;
    dir(...values: unknown[]): void;
    error(...values: unknown[]): void;
    info(...values: unknown[]): void;
    log(...values: unknown[]): void;
    table(...values: unknown[]): void;
    warn(...values: unknown[]): void;
  }
  var console: Console;
}

export {};
