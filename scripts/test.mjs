// npm test: the set-up, then every check and test; closes with `N passed, N failed`.
import { buildWhenChanged } from './lib/build-step.mjs';
import { printCheck, runChecks } from './lib/checks.mjs';
import { runScript, step } from './lib/progress.mjs';
import { setUp } from './lib/setup.mjs';
import { failure } from './lib/tests/count.mjs';
import { runEndToEnd, runUnit } from './lib/tests/stages.mjs';

/** @typedef {import('./lib/tests/count.mjs').Count} Count */

/** House rules are unit tests too, so they are not run twice here. @returns {Promise<Count>} */
async function countChecks() {
  const results = await runChecks(printCheck, { without: ['house rules'] });
  const failed = results.filter((result) => !result.isGood);
  return {
    passed: results.length - failed.length,
    failed: failed.length,
    complaints: failed.map((result) => result.name),
  };
}

/** @returns {Promise<Count>} */
async function countBuild() {
  await step('build', () => buildWhenChanged());
  return { passed: 1, failed: 0, complaints: [] };
}

/** @type {Record<string, () => Promise<Count>>} */
const STAGES = {
  check: countChecks,
  build: countBuild,
  unit: () => runUnit('unit'),
  // Business days must not depend on where the laptop stands.
  'unit, Los Angeles': () =>
    runUnit('unit-west', { areas: ['shared'], timeZone: 'America/Los_Angeles' }),
  'end to end': runEndToEnd,
};

await runScript(async () => {
  const startedAt = Date.now();
  /** @type {Record<string, Count>} */
  const counts = {};
  try {
    await setUp({ needsPdfTools: true, needsBuild: false });
    for (const [name, stage] of Object.entries(STAGES)) {
      console.log(`\n— ${name}`);
      // One broken stage must not hide what the others have to say.
      counts[name] = await stage().catch((error) => failure(String(error?.message ?? error)));
    }
  } catch (error) {
    counts['set-up'] = failure('see above');
    throw error;
  } finally {
    process.on('exit', () => printSummary(counts, startedAt));
  }
  return Object.values(counts).some(({ failed }) => failed > 0) ? 1 : 0;
});

/** @param {Record<string, Count>} counts @param {number} startedAt */
function printSummary(counts, startedAt) {
  console.log(`\n— after ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
  let passed = 0;
  let failed = 0;
  for (const [name, count] of Object.entries(counts)) {
    passed += count.passed;
    failed += count.failed;
    console.log(`  ${name.padEnd(18)} ${count.passed} passed, ${count.failed} failed`);
    for (const complaint of count.complaints) console.log(`    ${complaint}`);
  }
  console.log(`${passed} passed, ${failed} failed`);
}
