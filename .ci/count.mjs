import { readFileSync } from 'node:fs';

// Prints how many tests passed and failed, from vitest's JSON report.
let counts = { numPassedTests: 0, numFailedTests: 1 };
try {
  counts = JSON.parse(readFileSync(process.argv[2], 'utf8'));
} catch {}
console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed`);
