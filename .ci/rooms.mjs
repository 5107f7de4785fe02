// Part of `npm run lint`: the rooms of src in their order, each of which may import those before it and none after.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOMS = [
  ...['values', 'subject', 'complexity', 'drill', 'laws', 'judge', 'load', 'bank', 'sandbox'],
  ...['history', 'discussion', 'interview', 'report'],
  ...['terminal', 'workspace', 'sandbox', 'grading', 'interview', 'commands', 'vitest'].map((room) => `node/${room}`),
];

const roomOf = (file) => ROOMS.findIndex((room) => file.startsWith(`src/${room}/`));
const faults = [];
for (const found of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  const file = path.join('src', found);
  const room = roomOf(file);
  if (!file.endsWith('.ts') || room < 0) continue; // what stands outside the rooms may import all of them
  for (const [, imported] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
    const target = path.join(path.dirname(file), imported);
    if (roomOf(target) > room) faults.push(`${file} imports ${target}, which is in a room above its own`);
  }
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
