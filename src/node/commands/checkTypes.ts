import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type ts from 'typescript';
import type { Problem } from '../../judge/verdict.ts';
import { SYNTAX_ERROR } from '../../load/problem.ts';
import { problemText } from '../../report/text.ts';
import { counted } from '../../values/counted.ts';
import { loadingFor } from '../grading/loading.ts';
import { say, UsageError } from '../terminal/terminal.ts';
import { slugFor } from '../workspace/choose.ts';
import { commandLine } from '../workspace/commandLine.ts';
import { attemptPath, type Home } from '../workspace/home.ts';

/** Shows the type errors of an attempt, as an editor would. Resolves to the exit code: 1 when there are any. */
export async function checkTypes(
  home: Home,
  slugArgument: string | undefined,
  attempt: string | undefined,
): Promise<number> {
  const slug = slugFor(home, 'check-types', slugArgument);
  const file = attempt === undefined ? attemptPath(home, slug) : path.resolve(attempt);
  if (!existsSync(file))
    throw new UsageError(
      `${path.relative(process.cwd(), file)} does not exist. Begin with: ${commandLine(home, 'start', slug)}`,
    );
  const problem = await problemOf(home, file);
  if (problem) {
    say(problemText(problem));
    return 1;
  }
  const compiler = loadCompiler(home);
  const program = compiler.createProgram([file], optionsFor(compiler, home));
  const source = program.getSourceFile(file);
  const errors = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  for (const error of errors) say(diagnosticText(compiler, error));
  say(
    errors.length === 0
      ? `${path.relative(process.cwd(), file)}: no type errors.`
      : `${counted(errors.length, 'type error')}.`,
  );
  return errors.length === 0 ? 0 : 1;
}

/** Why the compiler cannot be given a file, of which it would die, or to whose end it would never come. */
async function problemOf(home: Home, file: string): Promise<Problem | undefined> {
  const loaded = await loadingFor(home).load(file);
  if (loaded.ok || loaded.problem.kind !== 'cannot-load') return undefined;
  return loaded.problem.message.startsWith(SYNTAX_ERROR) ? undefined : loaded.problem; // which it tells itself
}

/** The TypeScript of the workspace: whoever only grades does without. */
function loadCompiler({ workspace, packageRoot }: Home): typeof ts {
  for (const folder of [workspace, packageRoot]) {
    try {
      return createRequire(path.join(folder, 'package.json'))('typescript') as typeof ts; // the package of that name
    } catch {}
  }
  throw new UsageError(
    'TypeScript is not installed here, so types cannot be checked. Install it: npm install --save-dev typescript',
  );
}

function optionsFor(compiler: typeof ts, { packageRoot }: Home): ts.CompilerOptions {
  const isClone = existsSync(path.join(packageRoot, 'tsup.config.ts'));
  return {
    target: compiler.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    types: [],
    module: compiler.ModuleKind.ESNext,
    moduleResolution: compiler.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    ...(isClone ? { paths: { 'ml-drills/drills/*': [path.join(packageRoot, 'drills/*/drill.ts')] } } : {}),
  };
}

function diagnosticText(compiler: typeof ts, { file, start, messageText }: ts.Diagnostic): string {
  const message = compiler.flattenDiagnosticMessageText(messageText, '\n  ');
  if (!file || start === undefined) return message;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `${path.relative(process.cwd(), file.fileName)}:${line + 1}:${character + 1}  ${message}`;
}
