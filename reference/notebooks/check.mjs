import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Executes every notebook in the Deno kernel, and those named in TSLAB in tslab too. Fails on any error and on any picture without
// marks. The last line counts them.

const TSLAB = ['k-means.ipynb', 'k-nearest-neighbors.ipynb'];

const here = import.meta.dirname;
const out = mkdtempSync(path.join(tmpdir(), 'ml-drills-notebooks-'));
process.once('exit', () => rmSync(out, { recursive: true, force: true }));
const env = { ...process.env, PATH: `${path.join(here, 'node_modules/.bin')}:${process.env.PATH}` };

let passed = 0;
let failed = 0;
for (const notebook of readdirSync(here).filter((file) => file.endsWith('.ipynb'))) {
  for (const kernel of TSLAB.includes(notebook) ? ['deno', 'tslab'] : ['deno']) {
    const problem = execute(notebook, kernel);
    console.log(
      `${problem === undefined ? 'ok  ' : 'FAIL'} ${notebook} in ${kernel}${problem === undefined ? '' : `: ${problem}`}`,
    );
    if (problem === undefined) passed++;
    else failed++;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** Why a notebook is no good in a kernel; undefined when it is. */
function execute(notebook, kernel) {
  const made = `${path.basename(notebook, '.ipynb')}-${kernel}.ipynb`;
  const options = [
    '--ExecutePreprocessor.timeout=120',
    `--ExecutePreprocessor.kernel_name=${kernel}`,
    '--output-dir',
    out,
  ];
  try {
    execFileSync('jupyter-nbconvert', ['--to', 'notebook', '--execute', ...options, '--output', made, notebook], {
      cwd: here,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 300_000,
    });
  } catch (error) {
    return String(error.stderr ?? error)
      .trim()
      .split('\n')
      .slice(-6)
      .join('\n');
  }
  const { cells } = JSON.parse(readFileSync(path.join(out, made), 'utf8'));
  const outputs = cells.flatMap((cell) => cell.outputs ?? []);
  if (outputs.some(({ output_type: type, name }) => type === 'error' || (name === 'stderr' && kernel === 'tslab')))
    return 'a cell failed';
  const pictures = outputs
    .map(({ data }) => [data?.['text/html'] ?? []].flat().join(''))
    .filter((html) => html.includes('<svg'));
  const shown = cells.filter(
    ({ cell_type: type, source }) => type === 'code' && /^await show\(/m.test([source].flat().join('')),
  ).length;
  if (shown < 2 || pictures.length !== shown) return `${pictures.length} pictures of ${shown}`;
  const isEmpty = (html) =>
    !/<(circle|path|line|rect|polygon)\b/.test(html.replace(/<g aria-label="[xy]-axis[\s\S]*?<\/g>\s*<\/g>/g, '')) ||
    !html.includes('aria-label=');
  const empty = pictures.findIndex(isEmpty);
  return empty < 0 ? undefined : `picture ${empty + 1} has no marks`;
}
