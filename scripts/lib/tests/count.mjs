import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inProject, readJson, root } from '../project.mjs';

/** @typedef {{ passed: number, failed: number, complaints: string[] }} Count */

/** @param {string} problem @returns {Count} */
export const failure = (problem) => ({ passed: 0, failed: 1, complaints: [problem] });

/** @param {string} folder @param {RegExp} pattern @returns {string[]} paths from the root, with / */
export function findFiles(folder, pattern) {
  if (!existsSync(inProject(folder))) return [];
  return readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .map((path) => path.split(sep).join('/'));
}

/**
 * A runner that finds no test ends well. So every test file on disk must have run at least one.
 * @param {string[]} wanted files on disk
 * @param {Map<string, number>} ran tests that passed or failed, by file
 */
function missing(wanted, ran) {
  if (wanted.length === 0) return ['no test file was found'];
  return wanted.filter((file) => !ran.get(file)).map((file) => `${file}: no test ran in it`);
}

/**
 * @param {string} reportFile what vitest's json reporter wrote
 * @param {string[]} wanted
 * @returns {Count}
 */
export function countVitest(reportFile, wanted) {
  if (!existsSync(reportFile)) return failure('vitest wrote no report');
  const report = readJson(reportFile);
  const ran = new Map();
  const complaints = [];
  for (const file of report.testResults) {
    const name = relative(root, file.name).split(sep).join('/');
    /** @type {{ status: string, fullName: string }[]} */
    const results = file.assertionResults;
    ran.set(name, results.filter(({ status }) => /passed|failed/.test(status)).length);
    for (const result of results.filter(({ status }) => status === 'failed')) {
      complaints.push(`${name}: ${result.fullName}`);
    }
    if (file.status === 'failed' && !results.some(({ status }) => status === 'failed')) {
      ran.set(name, -1);
      complaints.push(`${name}: could not be loaded`);
    }
  }
  complaints.push(...missing(wanted, ran));
  return { passed: report.numPassedTests, failed: complaints.length, complaints };
}

/**
 * @param {{ suites?: any[], specs?: any[], file?: string }} suite
 * @returns {{ file: string, title: string, status: string }[]}
 */
const flattenSuite = (suite) => [
  ...(suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((/** @type {{ status: string }} */ test) => ({
      file: `e2e/${spec.file}`,
      title: spec.title,
      status: test.status,
    })),
  ),
  ...(suite.suites ?? []).flatMap(flattenSuite),
];

/**
 * @param {string} reportFile what Playwright's json reporter wrote
 * @param {string[]} wanted
 * @returns {Count}
 */
export function countPlaywright(reportFile, wanted) {
  if (!existsSync(reportFile)) return failure('Playwright wrote no report');
  const report = readJson(reportFile);
  const tests = flattenSuite({ suites: report.suites });
  const ran = new Map();
  for (const { file, status } of tests) {
    if (status !== 'skipped') ran.set(file, (ran.get(file) ?? 0) + 1);
  }
  const complaints = [
    ...tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ file, title }) => `${file}: ${title}`),
    ...report.errors.map((/** @type {{ message: string }} */ error) => error.message),
    ...missing(wanted, ran),
  ];
  const passed = tests.filter(({ status }) => /^(expected|flaky)$/.test(status)).length;
  return { passed, failed: complaints.length, complaints };
}
