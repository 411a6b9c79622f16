// @ts-check
/** Prints the sum of what the checks have counted, read from their result files, as the last line. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const total = { passed: 0, failed: 0, skipped: 0 };
let missing = 0;
for (const file of ['checks.json', 'checks-long.json']) {
  const path = join(root, 'build', file);
  if (!existsSync(path)) {
    missing += 1;
    continue;
  }
  const { counts } = JSON.parse(readFileSync(path, 'utf8'));
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
const failed = total.failed + missing;
process.stdout.write(`${total.passed} passed, ${failed} failed, ${total.skipped} skipped\n`);
process.exitCode = failed === 0 && total.passed > 0 ? 0 : 1;
