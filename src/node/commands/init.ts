import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say, UsageError } from '../terminal/terminal.ts';
import type { Home } from '../workspace/home.ts';

/** Makes a practice folder for someone who installed the package. Touches nothing in a folder that has something in it. */
export function init({ packageRoot }: Home, directory: string): void {
  const folder = path.resolve(directory);
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UsageError(`${directory} is a file: choose a new folder, or an empty one`);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new UsageError(`${directory} is not empty: choose a new folder, or an empty one`);
  }
  const own = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as OwnPackage;
  mkdirSync(path.join(folder, 'drills'), { recursive: true });
  for (const [file, text] of Object.entries(
    filesOf(path.basename(folder), specOf(packageRoot, own.version), scriptsOf(own)),
  )) {
    writeFileSync(path.join(folder, file), text, { flag: 'wx' });
  }
  const typed = /^[\w./~-]+$/.test(directory) ? directory : `'${directory.replaceAll("'", "'\\''")}'`;
  const isHere = folder === process.cwd();
  const made = isHere ? 'This is a practice folder now.' : `Made a practice folder: ${directory}`;
  say(`${made}\n\nGo on with:\n\n${isHere ? '' : `  cd ${typed}\n`}  npm install\n  npm start`);
}

/** What is read of our own package.json. */
interface OwnPackage {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
}

/** The scripts of a clone that are commands, as they are in a practice folder. */
const scriptsOf = ({ scripts }: OwnPackage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(scripts).flatMap(([name, script]) => {
      const [, command] = /^node dist\/src\/node\/cli\.js (.+)$/.exec(script) ?? [];
      return command === undefined || command.startsWith('new-') ? [] : [[name, `ml-drills ${command}`]];
    }),
  );

/**
 * How the new folder asks for this package: by its version, or by the very tarball that it was installed from, which a registry
 * may not have.
 */
function specOf(packageRoot: string, version: string): string {
  const installedIn = path.resolve(packageRoot, '../..');
  try {
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(installedIn, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    const spec = dependencies['ml-drills'] ?? '';
    if (spec.startsWith('file:')) return `file:${path.resolve(installedIn, spec.slice('file:'.length))}`;
    if (/^https?:/.test(spec)) return spec;
  } catch {
    // Not installed as a dependency: a clone, or a global installation.
  }
  return `^${version}`;
}

function filesOf(name: string, spec: string, scripts: Record<string, string>): Record<string, string> {
  const packageJson = {
    name:
      name
        .toLowerCase()
        .replaceAll(/[^a-z0-9-]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'practice',
    private: true,
    type: 'module',
    scripts: { test: 'ml-drills grade', ...scripts },
    dependencies: { 'ml-drills': spec },
    devDependencies: { typescript: '^5.9.3' },
  };
  const tsconfig = {
    compilerOptions: {
      target: 'ES2023',
      lib: ['ES2023'],
      types: [],
      module: 'ESNext',
      moduleResolution: 'Bundler',
      allowImportingTsExtensions: true,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    },
    include: ['drills'],
  };
  return {
    'package.json': `${JSON.stringify(packageJson, null, 2)}\n`,
    'tsconfig.json': `${JSON.stringify(tsconfig, null, 2)}\n`,
    '.gitignore': 'node_modules/\n.ml-drills/\n',
    'drills/.gitkeep': '',
    'README.md': `# Practice

\`npm start\` opens the next drill: it makes \`drills/<drill>/attempt.ts\`, shows the question and grades every save.
\`npm test\` grades everything you have begun. \`npm run interview k-means\` sits an interview, \`npm run next\` says what is
due, and \`npx ml-drills --help\` shows the rest.
`,
  };
}
