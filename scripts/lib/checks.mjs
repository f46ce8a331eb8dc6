import { inProject } from './project.mjs';
import { run } from './run.mjs';
import { typeCheck } from './type-check.mjs';

/**
 * @typedef {object} CheckResult
 * @property {string} name
 * @property {boolean} isGood
 * @property {string} output
 * @property {number} durationMs
 */

/** @param {string[]} program path inside node_modules, then arguments */
async function runTool([path = '', ...args]) {
  const result = await run(process.execPath, [inProject('node_modules', path), ...args]);
  return { isGood: result.code === 0, output: `${result.stdout}${result.stderr}`.trim() };
}

const CHECKS = {
  'type check': typeCheck,
  'format and lint': () =>
    runTool(['@biomejs/biome/bin/biome', 'ci', '--colors=off', '--max-diagnostics=60']),
  'unused code': () => runTool(['knip/bin/knip.js', '--no-progress']),
  'house rules': () => runTool(['vitest/vitest.mjs', 'run', 'scripts/house-rules']),
};

/**
 * Everything that is checked without running the console, at the same time.
 * @param {(result: CheckResult) => void} onResult
 * @param {{ without?: string[] }} [options]
 * @returns {Promise<CheckResult[]>}
 */
export function runChecks(onResult, options = {}) {
  return Promise.all(
    Object.entries(CHECKS)
      .filter(([name]) => !options.without?.includes(name))
      .map(async ([name, check]) => {
        const startedAt = Date.now();
        const { isGood, output } = await check();
        const result = { name, isGood, output, durationMs: Date.now() - startedAt };
        onResult(result);
        return result;
      }),
  );
}

/** @param {CheckResult} result */
export function printCheck({ name, isGood, output, durationMs }) {
  const time = `${(durationMs / 1000).toFixed(1)} s`;
  console.log(`  ${name.padEnd(18)} ${isGood ? 'good' : 'FAILED'} (${time})`);
  if (!isGood) console.log(`${output.replace(/^/gm, '    ')}\n`);
}
