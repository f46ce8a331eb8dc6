import { existsSync } from 'node:fs';
import { inProject } from './project.mjs';
import { run } from './run.mjs';

/** One project per environment; each allows only what exists there. */
const PROJECTS = ['shared', 'renderer', 'electron', 'electron/preload', 'e2e', 'scripts'];

/** @param {string} project */
async function checkProject(project) {
  const tsc = inProject('node_modules', 'typescript', 'bin', 'tsc');
  const result = await run(process.execPath, [tsc, '-p', project, '--pretty', 'false']);
  const output = `${result.stdout}${result.stderr}`.trim();
  // An environment that has no files yet is no error; a broken one is.
  const isEmpty = output.includes('TS18003');
  return { project, isGood: result.code === 0 || isEmpty, output };
}

/** Type-checks every environment at once. */
export async function typeCheck() {
  const results = await Promise.all(
    PROJECTS.filter((project) => existsSync(inProject(project, 'tsconfig.json'))).map(checkProject),
  );
  const bad = results.filter((result) => !result.isGood);
  return {
    isGood: bad.length === 0,
    output: bad.map((result) => `tsc -p ${result.project}\n${result.output}`).join('\n\n'),
  };
}
