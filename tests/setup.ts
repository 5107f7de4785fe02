import path from 'node:path';
import { compileIfStale } from '../src/node/workspace/freshness.ts';

/** Before any test: attempts are judged by the compiled package. */
export default function setup(): void {
  compileIfStale(path.resolve(import.meta.dirname, '..'));
}
