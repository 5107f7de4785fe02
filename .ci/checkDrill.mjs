// `npm run check-drill -- <slug> [level]`: all that this project asks of a drill or of one level of it, on one page.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const [slug = '', level] = process.argv.slice(2);
const slugs = readdirSync('drills').filter((name) => existsSync(`drills/${name}/drill.ts`));
if (!slugs.includes(slug)) {
  console.error(`Usage: npm run check-drill -- <drill> [level], where the drill is one of ${slugs.join(', ')}`);
  process.exit(2);
}
const tests = ['drills', 'references', 'answers', 'banks', 'brokenLaws', 'margins', 'mechanical', 'replay'];
const { status } = spawnSync(
  'npx',
  [
    'vitest',
    'run',
    '--project',
    'project',
    '--reporter',
    './.ci/onePage.mjs',
    ...tests.map((name) => `tests/${name}.test.ts`),
  ],
  { stdio: 'inherit', env: { EVERY: '24', ...process.env, DRILL: slug, ...(level ? { LEVEL: level } : {}) } },
);
process.exit(status ?? 1);
