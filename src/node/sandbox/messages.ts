import type { LevelVerdict, Problem } from '../../judge/verdict.ts';
import type { LoadedCode } from '../load/load.ts';

/** What the child is asked to judge. */
export interface JudgeRequest {
  /** Stands on everything the child answers; the attempt cannot know it. */
  readonly nonce: string;
  /** The compiled drill, as a file URL. */
  readonly drill: string;
  readonly attempt: LoadedCode;
  readonly reference: LoadedCode;
  readonly seed: number;
  readonly level?: string | undefined;
}

/** What the child is asked to get ready for, before there is an attempt. */
export interface PrepareRequest {
  readonly drill: string;
  readonly reference: LoadedCode;
  /** The functions that the last attempt had: those of the next will be much the same. */
  readonly functions: readonly string[];
}

export type ToChild = ({ readonly type: 'prepare' } & PrepareRequest) | ({ readonly type: 'judge' } & JudgeRequest);

export type FromChild =
  | { readonly type: 'ready' }
  | { readonly type: 'step'; readonly nonce: string; readonly level: string; readonly step: string }
  | { readonly type: 'refuted'; readonly nonce: string; readonly levels: readonly LevelVerdict[] }
  | {
      readonly type: 'done';
      readonly nonce: string;
      readonly problem: Problem | null;
      readonly levels: readonly LevelVerdict[];
    };
