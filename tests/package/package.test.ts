import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'tsup';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { slugs } from '../bank.ts';
import { cleanUp, emptyFolder, root, sampleFile } from '../run.ts';
import { entryPoints, npm, pack } from './tarball.ts';

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, unknown>;
  typesVersions: { '*': Record<string, string[]> };
};

describe('package.json', () => {
  /** What an entry of the package stands for by a table whose keys may end in a star. */
  const found = (table: Readonly<Record<string, unknown>>, entry: string): string => {
    const pattern = Object.keys(table).find((key) => key.endsWith('/*') && entry.startsWith(key.slice(0, -1)));
    const star = pattern ? entry.slice(pattern.length - 1) : '';
    return JSON.stringify(table[pattern ?? entry] ?? table[entry]).replaceAll('*', star);
  };
  const named = entryPoints.filter((entry) => entry !== '.' && entry !== './reference');

  test.each(named)('exports %s, also to those who resolve the old way', (entry) => {
    const [folder = '', slug = ''] = entry.split('/').slice(1);
    const file = `./dist/${folder}/${slug}/${folder === 'drills' ? 'drill' : 'index'}`;
    expect(found(manifest.exports, entry)).toContain(`"import":{"types":"${file}.d.ts","default":"${file}.js"}`);
    expect(found(manifest.typesVersions['*'], entry.slice(2))).toBe(`["${file}.d.ts"]`);
  });
});

test('package-lock.json lists every optional package, without which npm ci refuses it', () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      const places = [`${place}/node_modules/${name}`, `node_modules/${name}`];
      expect(
        places.some((candidate) => candidate in packages),
        `${place} may need ${name}`,
      ).toBe(true);
    }
  }
});

test('ml-drills/reference has every function of every reference', async () => {
  const all = Object.keys((await import('../../reference/index.ts')) as object);
  for (const slug of slugs) {
    const own = Object.keys((await import(`../../reference/${slug}/index.ts`)) as object);
    expect(all).toEqual(expect.arrayContaining(own));
  }
});

/** Bytes that importing one function costs, bundled and minified, where it takes more than 3 kB; and why. */
const LARGER: Readonly<Record<string, readonly [number, string]>> = {
  createDynamicIndex: [3_200, 'a kd-tree for each power of two'],
  fitBoosted: [4_200, 'the regression tree, from columns that are sorted once'],
  fitRegressionTree: [3_600, 'columns that stay sorted, and sums that stand a large offset'],
  fitTreePresorted: [4_000, 'columns that stay sorted below the root'],
};

describe('importing one function costs', async () => {
  for (const slug of slugs) {
    for (const name of Object.keys((await import(`../../reference/${slug}/index.ts`)) as object)) {
      const [limit, reason] = LARGER[name] ?? [3_000, ''];
      test(`${name}: at most ${limit} bytes${reason && `, for ${reason}`}`, async () => {
        const folder = emptyFolder();
        const entry = path.join(folder, 'entry.ts');
        writeFileSync(
          entry,
          `export { ${name} } from ${JSON.stringify(path.join(root, 'reference', slug, 'index.ts'))};`,
        );
        await build({
          entry: [entry],
          outDir: folder,
          format: 'esm',
          minify: true,
          config: false,
          silent: true,
          target: 'es2022',
        });
        const [made = ''] = readdirSync(folder).filter((file) => file !== 'entry.ts');
        const { size } = statSync(path.join(folder, made));
        console.log(`${name}: ${size} bytes`);
        expect(size).toBeLessThanOrEqual(limit);
      });
    }
  }
});

describe('the tarball', () => {
  let tarball: string;
  let practice: string;
  let seconds: number;

  beforeAll(() => {
    tarball = pack();
    // On a machine without this clone: an empty folder, and nothing but the tarball and the registry.
    const folder = emptyFolder();
    npm(folder, 'exec', '--yes', `--package=${tarball}`, '--', 'ml-drills', 'init', 'my-practice');
    practice = path.join(folder, 'my-practice');
    const started = Date.now();
    npm(practice, 'install', '--no-audit', '--no-fund');
    seconds = (Date.now() - started) / 1000;
  });
  afterAll(cleanUp);

  test('is small', () => {
    const { size } = statSync(tarball);
    console.log(`the tarball has ${Math.round(size / 1000)} kB; npm install took ${seconds.toFixed(1)} s`);
    expect(size).toBeLessThan(1_500_000);
  });

  test.each([
    ['publint', ['publint', '--strict']],
    [
      'are the types wrong',
      ['attw', '--no-color', '--entrypoints', ...entryPoints.map((entry) => entry.replace(/^\.\//, '')), '--'],
    ],
  ])('%s finds nothing', (_, [bin = '', ...args]) => {
    const run = () => execFileSync(path.join(root, 'node_modules/.bin', bin), [...args, tarball], { encoding: 'utf8' });
    expect(run).not.toThrow();
  });

  test('needs neither tfjs nor anything that is built', () => {
    const installed = readdirSync(path.join(practice, 'node_modules'), { recursive: true }).map(String);
    expect(installed.some((file) => /tensorflow|binding\.gyp|ml-matrix/.test(file))).toBe(false);
  });

  test('makes a practice folder whose npm test grades what is begun', () => {
    expect(npm(practice, 'test', '--silent')).toContain('No drill is begun yet');
    const attempt = path.join(practice, 'drills/k-nearest-neighbors/attempt.ts');
    npm(practice, 'exec', '--', 'ml-drills', 'reset', 'k-nearest-neighbors');
    expect(npm(practice, 'run', '--silent', 'check-types', 'k-nearest-neighbors')).toContain('no type errors');
    writeFileSync(attempt, readFileSync(sampleFile('right'), 'utf8'));
    expect(npm(practice, 'test', '--silent')).toContain('kNearest: passed');
  });

  test('runs test cases, interviews and what else has its dependencies', () => {
    const ml = (...args: string[]): string => npm(practice, 'exec', '--', 'ml-drills', ...args);
    expect(ml('interview', 'k-means', '--do', 'status')).toContain('0 of 5 levels passed');
    expect(ml('cases', 'k-means')).toContain('Made');
    expect(ml('next')).toContain('the interview on k-means');
    expect(ml('stats')).toContain('Streak');
  });

  test.each(['module', 'commonjs'])('gives references to programs of type %s', (type) => {
    const lines = entryPoints.map((entry, i) => {
      const specifier = `ml-drills${entry.slice(1)}`;
      return type === 'module' ? `import * as m${i} from '${specifier}';` : `const m${i} = require('${specifier}');`;
    });
    const file = path.join(practice, type === 'module' ? 'use.mjs' : 'use.cjs');
    const shown = entryPoints.map((_, i) => `Object.keys(m${i}).length`).join(', ');
    writeFileSync(
      file,
      `${lines.join('\n')}\nconsole.log([${shown}].every((count) => count > 0), m1.kMeans([[1], [3]], [[0]]).inertia);`,
    );
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe('true 2\n');
  });
});
