/** What npm run bench writes as report.json. Times are milliseconds. */
export interface Report {
  readonly schema: 1;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Ended by Ctrl-C: what is here was measured to the end. */
  readonly isInterrupted: boolean;
  readonly seed: number;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGB: number;
    readonly system: string;
    readonly node: string;
    /** Load of the machine over the last minute when it began: what exceeds 0 is not ours. */
    readonly load: number;
  };
  /** The commit that was measured, where git knows it. */
  readonly commit?: string;
  readonly workloads: readonly WorkloadReport[];
  readonly growth: readonly GrowthReport[];
}

export interface WorkloadReport {
  readonly name: string;
  readonly slug: string;
  readonly describes: string;
  readonly size: 'small' | 'medium' | 'large';
  /** Shows that all contenders had the same inputs. */
  readonly bytes: string;
  readonly contenders: readonly ContenderReport[];
}

export interface ContenderReport {
  readonly name: string;
  /** The package and version; absent for our own code. */
  readonly version?: string;
  readonly status: 'right' | 'wrong' | 'failed' | 'left-out';
  /** Why it is wrong, failed or was left out. */
  readonly reason?: string;
  /** Every sample, in the order of the rounds: the time of a run; those of less than 50 ms ran once more for so long, and this is their average. What ran before, on a cold engine, is left out. */
  readonly samples: readonly number[];
  readonly min?: number;
  readonly median?: number;
  /** From the first to the third quartile. */
  readonly spread?: number;
  /** What resident memory grew by in a run, at most. */
  readonly megabytes?: number;
}

/** How the cost of one function grows. */
export interface GrowthReport {
  readonly slug: string;
  readonly level: string;
  readonly variable: string;
  readonly on: string;
  readonly subject: 'reference' | 'attempt';
  readonly sizes: readonly number[];
  readonly steps: readonly number[];
  readonly milliseconds: readonly number[];
  /** Slopes of the logarithms, by least squares; that of time is absent where what is done apart takes nearly all of it. */
  readonly exponents: { readonly steps: number; readonly time?: number };
}
