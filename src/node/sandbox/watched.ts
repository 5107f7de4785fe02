/** What the main thread of the child gives its watchdog. */
export interface Watched {
  /** Two numbers that both threads see. */
  readonly signs: Int32Array;
  /** Resident memory, in bytes, beyond which the process is ended. */
  readonly memoryLimit: number;
}

/** How many signs of life the main thread has given; the watchdog sleeps until the first. */
export const SIGNS = 0;

/** For how many milliseconds it may compute until the next. */
export const PATIENCE = 1;
