import { readFileSync } from 'node:fs';

// Prints how many tests passed and failed, from vitest's JSON reports, or from logs whose last line says it. A report that is missing
// counts as one failure.
let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  try {
    const text = readFileSync(file, 'utf8');
    const counted = /(\d+) passed, (\d+) failed\s*$/.exec(text);
    const report = counted ? { numPassedTests: +counted[1], numFailedTests: +counted[2] } : JSON.parse(text);
    passed += report.numPassedTests;
    failed += report.numFailedTests;
  } catch {
    failed++;
  }
}
console.log(`${passed} passed, ${failed} failed`);
