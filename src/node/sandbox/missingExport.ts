import type { Problem } from '../../judge/verdict.ts';
import { CLAIMS } from '../load/claims.ts';
import { nearest } from '../nearest.ts';

/** The problem of a file that exports something, but none of the functions that are asked for. */
export function missingExport(wanted: readonly string[], everything: readonly string[]): Problem | undefined {
  const exported = everything.filter((name) => name !== CLAIMS);
  const [first] = wanted;
  if (first === undefined || exported.length === 0 || wanted.some((name) => exported.includes(name))) return undefined;
  const [close, asked] =
    exported.map((name) => [name, nearest(name, wanted)]).find((pair) => pair[1] !== undefined) ?? [];
  const message = close
    ? `It exports \`${close}\`, but the question asks for \`${asked}\``
    : `It exports ${exported.map((name) => `\`${name}\``).join(', ')}, but none of what the question asks for: ${wanted.map((name) => `\`${name}\``).join(', ')}`;
  return { kind: 'missing-export', message };
}
