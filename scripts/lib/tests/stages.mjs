import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { openDisplay } from '../display.mjs';
import { inProject, root } from '../project.mjs';
import { countPlaywright, countVitest, findFiles } from './count.mjs';

const UNIT_AREAS = ['shared', 'renderer', 'electron', 'scripts'];
const UNIT_FILE = /\.test\.tsx?$/;
const E2E_FILE = /\.test\.ts$/;

/** @param {string} name */
function freshReport(name) {
  mkdirSync(inProject('test-results'), { recursive: true });
  const file = inProject('test-results', `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function runTool(args, env) {
  return new Promise((resolve) => {
    const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...env, ...colours },
      stdio: 'inherit',
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Unit tests of some areas, in some time zone.
 * @param {string} name of the report
 * @param {{ areas?: string[], timeZone?: string }} [options]
 */
export async function runUnit(name, { areas = UNIT_AREAS, timeZone } = {}) {
  const wanted = areas.flatMap((area) => findFiles(area, UNIT_FILE));
  const report = freshReport(name);
  const env = timeZone ? { ...process.env, TZ: timeZone } : process.env;
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  await runTool([vitest, 'run', ...areas.map((area) => `${area}/`), ...reporters], env);
  const count = countVitest(report, wanted);
  const silent = areas.filter((area) => !wanted.some((file) => file.startsWith(`${area}/`)));
  const complaints = [...count.complaints, ...silent.map((area) => `${area}: no test file at all`)];
  return { ...count, failed: complaints.length, complaints };
}

/**
 * End-to-end tests in the real window, under a display of their own when there is no screen.
 * @param {string[]} args for Playwright
 * @returns {Promise<{ code: number, report: string }>}
 */
export async function runPlaywright(args) {
  const report = freshReport('e2e');
  const display = await openDisplay();
  const cli = inProject('node_modules', '@playwright', 'test', 'cli.js');
  const config = inProject('e2e', 'playwright.config.ts');
  try {
    const env = { ...display.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    return { code: await runTool([cli, 'test', '--config', config, ...args], env), report };
  } finally {
    display.stop();
  }
}

export async function runEndToEnd() {
  const { report } = await runPlaywright([]);
  return countPlaywright(report, findFiles('e2e', E2E_FILE));
}
