import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanUp, emptyFolder } from '../run.ts';
import { npm, pack } from './tarball.ts';

// The same tarball in every runtime. Apart from the other tests because the runtimes take some hundred megabytes; they are
// installed in a folder of their own, at fixed versions. What cannot be had is skipped, with the reason in the test's name.

const RUNTIMES = { node: '24.21.0', deno: '2.9.6', bun: '1.4.5' };
const CHROMIUM = '/usr/bin/chromium';

/** The part of playwright-core that is used here; it is not a dependency of the clone. */
interface Playwright {
  readonly chromium: {
    launch(options: object): Promise<{
      newPage(): Promise<{
        addScriptTag(script: { content: string }): Promise<unknown>;
        evaluate(code: string): Promise<unknown>;
      }>;
      close(): Promise<void>;
    }>;
  };
}

const folder = emptyFolder();
const tools = emptyFolder();

/** Why a runtime cannot be had here; undefined when it can. */
const missing: Record<string, string | undefined> = {};
for (const [name, version] of Object.entries(RUNTIMES)) missing[name] = whyNot(name, version);
missing['playwright-core'] =
  whyNot('playwright-core', '1.65.1') ?? (existsSync(CHROMIUM) ? undefined : `there is no ${CHROMIUM}`);

function whyNot(name: string, version: string): string | undefined {
  try {
    npm(tools, 'install', '--no-audit', '--no-fund', '--prefix', path.join(tools, name), `${name}@${version}`);
    if (name !== 'playwright-core') execFileSync(binary(name), ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch (error) {
    return `it cannot be installed: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`;
  }
}

function binary(name: string): string {
  return path.join(tools, name, 'node_modules/.bin', name);
}

let here: string;

beforeAll(() => {
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  npm(folder, 'install', '--no-audit', '--no-fund', pack());
  copyFileSync(path.join(import.meta.dirname, 'consumer.mjs'), path.join(folder, 'consumer.mjs'));
  here = execFileSync(process.execPath, ['consumer.mjs'], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
});
afterAll(cleanUp);

test(`Node ${process.versions.node} gives a result for every function`, async () => {
  const results = JSON.parse(here) as Record<string, unknown>;
  const functions = Object.keys((await import('../../reference/index.ts')) as object);
  expect(Object.keys(results).sort()).toEqual(functions.sort());
});

describe('the same results come from', () => {
  for (const [name, version] of Object.entries(RUNTIMES)) {
    const reason = missing[name];
    test.skipIf(reason !== undefined)(
      `${name} ${version}${reason === undefined ? '' : ` (skipped: ${reason})`}`,
      () => {
        const args =
          name === 'deno' ? ['run', '--allow-read', '--node-modules-dir=manual', 'consumer.mjs'] : ['consumer.mjs'];
        const there = execFileSync(binary(name), args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
        expect(there).toBe(here);
      },
    );
  }

  const reason = missing['playwright-core'];
  test.skipIf(reason !== undefined)(`Chromium${reason === undefined ? '' : ` (skipped: ${reason})`}`, async () => {
    const { build } = await import('vite');
    await build({
      root: folder,
      logLevel: 'silent',
      build: {
        outDir: 'page',
        lib: {
          entry: path.join(folder, 'consumer.mjs'),
          formats: ['iife'],
          name: 'consumer',
          fileName: () => 'consumer.js',
        },
      },
    });
    const require = createRequire(path.join(tools, 'playwright-core', 'node_modules', 'x.js'));
    const { chromium } = require('playwright-core') as Playwright;
    const flags = [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ];
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: flags });
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: readFileSync(path.join(folder, 'page/consumer.js'), 'utf8') });
      const there = await page.evaluate('globalThis.results');
      expect(there).toBe(here.trimEnd());
    } finally {
      await browser.close();
    }
  });
});
