import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { attemptIn, cleanUp, KNN, ml, PATIENCE_MS, practiceFolder, root } from './run.ts';

afterAll(cleanUp);

const MINE = 'export const mine = 1;\n';
const CASES = 'export default {};\n';
const stub = readFileSync(path.join(root, 'drills', KNN, 'stub.ts'), 'utf8').replace('./stub.ts', './attempt.ts');
const folderOf = (folder: string): string => path.dirname(attemptIn(folder));
const casesIn = (folder: string): string => path.join(folderOf(folder), 'cases.ts');

/** Runs before the command: kills it as it is about to touch the disk for the `KILL_AT`th time. */
const killer = `data:text/javascript,${encodeURIComponent(`
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
let left = Number(process.env.KILL_AT);
for (const name of ['openSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'linkSync', 'renameSync', 'rmSync', 'mkdirSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (left-- === 0) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
}
syncBuiltinESMExports();`)}`;

/** Tells whether the command was killed before its end. */
function killed(folder: string, args: readonly string[], at: number): boolean {
  const cli = path.join(root, 'dist/src/node/cli.js');
  const { signal } = spawnSync(process.execPath, ['--import', killer, cli, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, KILL_AT: String(at) },
    timeout: PATIENCE_MS,
    input: '',
  });
  return signal === 'SIGKILL';
}

function practiceFolderWithMine(): string {
  const folder = practiceFolder('right');
  writeFileSync(attemptIn(folder), MINE);
  writeFileSync(casesIn(folder), CASES);
  return folder;
}

const textsIn = (folder: string): string[] =>
  readdirSync(folderOf(folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(folderOf(folder), name), 'utf8'));

describe('killed at whichever step', () => {
  test.each([
    { name: 'reset', args: ['reset', KNN] },
    { name: 'interview --new', args: ['interview', KNN, '--new', '--do', 'quit'] },
  ])('$name leaves a whole attempt and the old one, and the next run leaves nothing else', async ({ args }) => {
    let steps = 0;
    for (; steps < 100; steps++) {
      const folder = practiceFolderWithMine();
      const wasKilled = killed(folder, args, steps);
      expect([MINE, stub], `step ${steps}`).toContain(readFileSync(attemptIn(folder), 'utf8'));
      expect(textsIn(folder), `step ${steps}`).toEqual(expect.arrayContaining([MINE, CASES]));
      expect(textsIn(folder), `step ${steps}`).not.toContain('');
      if (!wasKilled) break;
      expect(await ml(folder, args)).toMatchObject({ code: 0, err: '' });
      expect(readFileSync(attemptIn(folder), 'utf8')).toBe(stub);
      expect(textsIn(folder)).toEqual(expect.arrayContaining([MINE, CASES]));
      expect(readdirSync(folderOf(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
    expect(steps).toBeGreaterThan(5);
  });

  test('a drill is begun by the next run, and nothing else is left', async () => {
    let steps = 0;
    for (; steps < 100; steps++) {
      const folder = practiceFolder();
      const wasKilled = killed(folder, ['interview', KNN, '--do', 'quit'], steps);
      await ml(folder, ['interview', KNN, '--do', 'quit']);
      expect(readFileSync(attemptIn(folder), 'utf8'), `step ${steps}`).toBe(stub);
      expect(readdirSync(folderOf(folder)), `step ${steps}`).toEqual(['attempt.ts']);
      if (!wasKilled) break;
    }
    expect(steps).toBeGreaterThan(5);
  });

  test("what is swept is only what a program that is gone left of this file: not another's", async () => {
    const folder = practiceFolderWithMine();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const kept = [`attempt.ts.${process.pid}.tmp`, `notes.${gone}.tmp`, 'attempt.ts.tmp'];
    for (const name of [...kept, `attempt.ts.${gone}.tmp`]) writeFileSync(path.join(folderOf(folder), name), 'draft');
    await ml(folder, ['reset', KNN]);
    expect(
      readdirSync(folderOf(folder))
        .filter((name) => name.endsWith('.tmp'))
        .sort(),
    ).toEqual(kept.sort());
  });
});
