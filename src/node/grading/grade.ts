import path from 'node:path';
import { performance } from 'node:perf_hooks';

import type { LevelVerdict, Verdict } from '../../judge/verdict.ts';
import type { LoadedCode } from '../../load/load.ts';
import type { PrepareRequest } from '../../sandbox/messages.ts';
import { GradingProcess, type Judged } from '../sandbox/childProcess.ts';
import type { Home } from '../workspace/home.ts';
import { drillUrl } from '../workspace/loadDrill.ts';
import { type Loading, loadingFor } from './loading.ts';

/** The seed when none is asked for: a grade is the same every time. */
export const DEFAULT_SEED = 1;

export interface GradeRequest {
  readonly slug: string;
  readonly attemptFile: string;
  /** Judge this level only. */
  readonly level?: string | undefined;
  readonly seed?: number | undefined;
  /** Told of the first broken law as soon as it is found: a verdict on the levels as far as they are judged. */
  readonly onRefuted?: (verdict: Verdict) => void;
  /** Ends the grade before its time: then it rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

export interface Grader {
  /** Judges the attempt as it is on disk now. Several calls may be under way at once. */
  grade(request: GradeRequest): Promise<Verdict>;
  /** Ends the child that was started ahead of time. */
  close(): Promise<void>;
}

/** Grades attempts, one child process each, with the next child started ahead of time. */
export function createGrader(home: Home): Grader {
  return new WarmGrader(home.packageRoot);
}

class WarmGrader implements Grader {
  readonly #packageRoot: string;
  readonly #loading: Loading;
  readonly #references = new Map<string, Promise<LoadedCode>>();
  #spare: GradingProcess | undefined;
  #closed = false;

  constructor(packageRoot: string) {
    this.#packageRoot = packageRoot;
    this.#loading = loadingFor({ packageRoot });
    this.#loading.start();
    this.#spare = this.#start();
  }

  async grade(request: GradeRequest): Promise<Verdict> {
    const started = performance.now();
    const { slug, attemptFile, seed = DEFAULT_SEED } = request;
    const verdictOn = ({ problem, levels }: Judged): Verdict => {
      const durationMs = Math.round((performance.now() - started) * 10) / 10;
      return { drill: slug, attempt: attemptFile, seed, durationMs, problem, levels };
    };
    const onRefuted = (levels: readonly LevelVerdict[]) => request.onRefuted?.(verdictOn({ problem: null, levels }));
    return verdictOn(await this.#judge(request, seed, onRefuted));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#spare?.kill();
    this.#spare = undefined;
  }

  async #judge(
    { slug, attemptFile, level, signal }: GradeRequest,
    seed: number,
    onRefuted: (levels: readonly LevelVerdict[]) => void,
  ): Promise<Judged> {
    const attempt = await this.#loading.load(attemptFile);
    if (!attempt.ok) return { problem: attempt.problem, levels: [] };
    const reference = await this.#reference(slug);
    signal?.throwIfAborted();
    const child = this.#spare ?? this.#start();
    this.#spare = undefined;
    const drill = drillUrl(this.#packageRoot, slug);
    try {
      const judged = child.judge({ drill, attempt: attempt.code, reference, seed, level }, onRefuted);
      return await (signal ? Promise.race([judged, ended(signal)]) : judged);
    } finally {
      child.kill();
      const functions = attempt.code.exported.filter((name) => !attempt.code.unwritten.includes(name));
      const next = { drill, reference, functions, seed };
      setTimeout(() => this.#refill(next), REFILL_AFTER_MS).unref();
    }
  }

  /** Starts the next child, which gets ready for the drill of the last one. */
  #refill(next: PrepareRequest): void {
    if (this.#closed || this.#spare) return;
    this.#spare = this.#start();
    this.#spare.prepare(next).catch(() => {}); // a child that cannot start is reported when it is used
  }

  #start(): GradingProcess {
    return new GradingProcess(this.#distribution);
  }

  get #distribution(): string {
    return path.join(this.#packageRoot, 'dist');
  }

  #reference(slug: string): Promise<LoadedCode> {
    const reference = this.#references.get(slug) ?? this.#loadReference(slug);
    this.#references.set(slug, reference);
    return reference;
  }

  async #loadReference(slug: string): Promise<LoadedCode> {
    const reference = await this.#loading.load(path.join(this.#packageRoot, 'reference', slug, 'index.ts'));
    if (!reference.ok) throw new Error(`The reference of ${slug} cannot be loaded: ${reference.problem.message}`);
    return reference.code;
  }
}

/** Rejects when a signal says so. */
const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

/** Long enough for a program that grades once to close first. */
const REFILL_AFTER_MS = 10;
