import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { say, UsageError } from '../terminal/terminal.ts';
import type { Home } from '../workspace/home.ts';
import { withDraft } from '../workspace/writeNew.ts';
import { drillFiles } from './drillFiles.ts';
import { levelFiles } from './levelFiles.ts';

type Files = Readonly<Record<string, string>>;

/** Writes the two folders of a new drill: a small one that works and is judged, to be turned into another. */
export function newDrill(home: Home, slug: string, name: string): void {
  const { packageRoot } = home;
  checkClone(packageRoot, 'new-drill');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug)) {
    throw new UsageError(
      `"${slug}" cannot name a drill: use lower-case words with dashes between them, such as random-forest`,
    );
  }
  checkName(name);
  for (const folder of ['drills', 'reference']) {
    if (existsSync(path.join(packageRoot, folder, slug)))
      throw new UsageError(`${folder}/${slug} exists already: nothing was written`);
  }
  write(packageRoot, withLevel(drillFiles(slug, name), slug, name));
  say(after(slug, name));
}

/** Writes one more level of a drill, as small, and adds it to the files that the drill has. */
export function newLevel({ packageRoot }: Home, slug: string, name: string): void {
  checkClone(packageRoot, 'new-level');
  checkName(name);
  const kept = ['README.md', 'drill.ts', 'costs.ts', 'stub.ts'].map((file) => `drills/${slug}/${file}`);
  const files = [...kept, `reference/${slug}/index.ts`];
  const missing = files.find((file) => !existsSync(path.join(packageRoot, file)));
  if (missing !== undefined) throw new UsageError(`${missing} does not exist: is ${slug} a drill? Nothing was written`);
  if (existsSync(path.join(packageRoot, 'drills', slug, `${name}.ts`)))
    throw new UsageError(`drills/${slug}/${name}.ts exists already: nothing was written`);
  const texts = files.map((file) => [file, readFileSync(path.join(packageRoot, file), 'utf8')]);
  write(packageRoot, withLevel(Object.fromEntries(texts), slug, name));
  say(after(slug, name));
}

const after = (slug: string, name: string): string => `
It is judged as it is: npm run check-drill -- ${slug} ${name}. CONTRIBUTING.md says how it becomes yours.`;

function checkClone(packageRoot: string, command: string): void {
  if (!existsSync(path.join(packageRoot, 'tsup.config.ts')))
    throw new UsageError(`${command} is for maintainers: it works in a clone only`);
}

function checkName(name: string): void {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name))
    throw new UsageError(`"${name}" cannot name a function: use a name such as fitTree`);
}

/** The files of a drill with one level more. */
function withLevel(files: Files, slug: string, name: string): Files {
  const [readme, drill, costs, stub, index] = [
    ...['README.md', 'drill.ts', 'costs.ts', 'stub.ts'].map((file) => `drills/${slug}/${file}`),
    `reference/${slug}/index.ts`,
  ] as [string, string, string, string, string]; // as many as there are names
  const number = ((files[readme] ?? '').match(/^## Level /gm) ?? []).length + 1;
  const level = levelFiles(slug, name, number);
  const insert = (file: string, anchor: RegExp, text: string): string =>
    inserted(changed[file] ?? files[file] ?? '', file, anchor, text);
  const changed: Record<string, string> = {};
  changed[readme] = insert(readme, /^(?=## Rules for every level)/m, level.question);
  changed[drill] = insert(
    drill,
    /^import \{ costs \} from '\.\/costs\.ts';\n/m,
    `import { ${name}Level } from './${name}.ts';\n`,
  );
  changed[drill] = insert(
    drill,
    /^ {2}levels: \[(?:[^\]]*[^\]\s,])?(?=,?\s*\])/m,
    number > 1 ? `, ${name}Level` : `${name}Level`,
  );
  // Without one, attempts are held against the reference.
  if (files[drill]?.includes('interface Asked {'))
    changed[drill] = insert(drill, /^export interface Asked \{\n/m, `  ${name}: typeof reference.${name};\n`);
  if (!/\bnValues\b/.test(files[costs] ?? '')) changed[costs] = insert(costs, /variables: \{/, ' nValues: [],');
  changed[costs] = insert(
    costs,
    /^ {2}of: \{\n/m,
    `    ${name}: { time: ['nValues'], memory: ['1'], because: 'each value is added once' },\n`,
  );
  changed[stub] = insert(stub, /^(?=\/\*\* What your code costs)/m, level.stub);
  changed[stub] = insert(stub, /^export const complexity = \{\n/m, `  ${name}: { time: '', memory: '' },\n`);
  changed[index] = `${files[index] ?? ''}export { ${name} } from './${name}.ts';\n`;
  return { ...files, ...changed, ...level.files };
}

/** A text with another after the place that an expression matches. */
function inserted(whole: string, file: string, anchor: RegExp, text: string): string {
  const match = anchor.exec(whole);
  if (!match) throw new UsageError(`${file} has another form than new-level expects: nothing was written`);
  const at = match.index + match[0].length;
  return whole.slice(0, at) + text + whole.slice(at);
}

function write(packageRoot: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(packageRoot, file);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    withDraft(target, text, (draft) => renameSync(draft, target));
    say(file);
  }
}
