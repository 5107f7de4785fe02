import { readFileSync } from 'node:fs';

// Prints how many tests passed and failed, from vitest's JSON reports. A report that is missing counts as one failure.
let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    passed += report.numPassedTests;
    failed += report.numFailedTests;
  } catch {
    failed++;
  }
}
console.log(`${passed} passed, ${failed} failed`);
