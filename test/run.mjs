/**
 * `npm test`: every test, on whatever machine. Gets a missing Chromium itself where it can, and ends with one line:
 * `N passed, N failed`. A test that was skipped, or a file that could not even be loaded, counts as failed.
 * Everything after `--` goes to Vitest, such as `--project pure`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { canInstall, install } from '../server/bootstrap/debian.mjs';
import { prepare, runTool, say } from '../server/bootstrap/prepare.mjs';

prepare();
const { findChromium } = await import('./support/chromium.mjs');
if (findChromium() === null) getChromium();
process.exitCode = runTests(process.argv.slice(2));

function getChromium() {
  if (canInstall()) {
    say('The browser tests need Chromium, which is not here: installing it.');
    if (install([['chromium', 'chromium-browser']]) && findChromium() !== null) return;
  }
  say("The browser tests need Chromium, which is not here: fetching Playwright's own.");
  if (runTool('playwright-core/cli.js', ['install', 'chromium-headless-shell'])) return;
  say('Chromium could not be had, so the browser tests will fail. On Debian: apt-get install chromium');
}

function runTests(options) {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-results-'));
  const file = join(folder, 'results.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const wentWell = runTool('vitest/vitest.mjs', ['run', ...reporters, ...options]);
    const results = JSON.parse(readFileSync(file, 'utf8'));
    const { passed, failed } = count(results);
    for (const line of notPassed(results)) process.stdout.write(`${line}\n`);
    const more = wentWell || failed > 0 ? 0 : 1;
    process.stdout.write(`${passed} passed, ${failed + more} failed\n`);
    return failed + more === 0 ? 0 : 1;
  } catch (error) {
    say(`The tests gave no results: ${error instanceof Error ? error.message : String(error)}`);
    process.stdout.write('0 passed, 1 failed\n');
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What did not pass, named once more at the end: of a long run, that is the part people see. */
function notPassed({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    if (status === 'failed' && assertionResults.length === 0) return [`FAILED: ${file}: ${message}`];
    return assertionResults
      .filter((each) => each.status !== 'passed')
      .map(
        (each) =>
          `FAILED: ${file}: ${each.fullName} (${each.status})\n${(each.failureMessages ?? []).join('\n')}`,
      );
  });
}

function count({ numTotalTests, numPassedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + broken.length };
}
