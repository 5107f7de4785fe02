import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'tsup';

/** Compiles the attempts of these drills to plain programs, each in one file; gone when the process is. */
export async function compileAttempts(root: string, slugs: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const compiled = new Map<string, string>();
  const folder = mkdtempSync(path.join(tmpdir(), 'ml-drills-attempts-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const slug of new Set(slugs)) {
    const attempt = path.join(root, 'drills', slug, 'attempt.ts');
    if (!existsSync(attempt)) continue;
    await build({
      entry: { [slug]: attempt },
      outDir: folder,
      format: 'esm',
      outExtension: () => ({ js: '.mjs' }),
      config: false,
      silent: true,
      target: 'node20',
    });
    compiled.set(slug, path.join(folder, `${slug}.mjs`));
  }
  return compiled;
}
