import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inProject } from '../project.mjs';
import { countPlaywright, countVitest } from './count.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qunduo-count-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(report: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const vitestFile = (path: string, statuses: string[], status = 'passed') => ({
  name: inProject(path),
  status,
  assertionResults: statuses.map((each, at) => ({ status: each, fullName: `rule ${at}` })),
});

describe('unit tests', () => {
  test('passed and failed ones are counted, failed ones named', () => {
    const file = write({
      numPassedTests: 2,
      testResults: [vitestFile('shared/a.test.ts', ['passed', 'failed', 'passed'])],
    });
    expect(countVitest(file, ['shared/a.test.ts'])).toEqual({
      passed: 2,
      failed: 1,
      complaints: ['shared/a.test.ts: rule 1'],
    });
  });

  test('a file in which nothing ran is a failure', () => {
    const file = write({
      numPassedTests: 0,
      testResults: [vitestFile('shared/a.test.ts', ['skipped'])],
    });
    const wanted = ['shared/a.test.ts', 'shared/never-loaded.test.ts'];
    expect(countVitest(file, wanted)).toMatchObject({ passed: 0, failed: 2 });
  });

  test('a file that does not load is one failure, not two', () => {
    const file = write({
      numPassedTests: 0,
      testResults: [vitestFile('shared/a.test.ts', [], 'failed')],
    });
    expect(countVitest(file, ['shared/a.test.ts'])).toMatchObject({ failed: 1 });
  });

  test('no file and no report are failures', () => {
    const empty = write({ numPassedTests: 0, testResults: [] });
    expect(countVitest(empty, [])).toMatchObject({ failed: 1 });
    expect(countVitest(join(folder, 'none.json'), ['shared/a.test.ts'])).toMatchObject({
      failed: 1,
    });
  });
});

const playwrightSuite = (file: string, statuses: string[]) => ({
  suites: [{ specs: statuses.map((status) => ({ file, title: status, tests: [{ status }] })) }],
});

describe('end-to-end tests', () => {
  test('nested tests are counted, unexpected ones named', () => {
    const suites = [playwrightSuite('tests/a.test.ts', ['expected', 'unexpected'])];
    expect(countPlaywright(write({ suites, errors: [] }), ['e2e/tests/a.test.ts'])).toEqual({
      passed: 1,
      failed: 1,
      complaints: ['e2e/tests/a.test.ts: unexpected'],
    });
  });

  test('a file whose tests are all skipped is a failure', () => {
    const suites = [playwrightSuite('tests/a.test.ts', ['skipped'])];
    expect(countPlaywright(write({ suites, errors: [] }), ['e2e/tests/a.test.ts'])).toMatchObject({
      passed: 0,
      failed: 1,
    });
  });

  test('an error outside of any test is a failure', () => {
    const suites = [playwrightSuite('tests/a.test.ts', ['expected'])];
    const report = write({ suites, errors: [{ message: 'could not be loaded' }] });
    expect(countPlaywright(report, ['e2e/tests/a.test.ts'])).toMatchObject({ failed: 1 });
  });
});
