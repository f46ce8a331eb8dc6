// npm run dev: the console with a data folder of its own; every saved change is built (about a
// second) and the window opened again. It runs the same files behind the same policy as people do,
// so there is no development door in the program that could be left open.
import { watch } from 'node:fs';
import { buildWhenChanged } from './lib/build-step.mjs';
import { openDisplay } from './lib/display.mjs';
import { runScript, say, step } from './lib/progress.mjs';
import { inProject, SetupError } from './lib/project.mjs';
import { setUp } from './lib/setup.mjs';
import { openConsole } from './lib/window-process.mjs';

const WATCHED = ['electron', 'renderer', 'shared', 'resources'];
const SETTLE_MS = 150;

/** Resolves at the next change that has settled; one watcher for the whole session. */
function watchSources() {
  /** @type {(() => void) | undefined} */
  let wake;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  for (const folder of WATCHED) {
    watch(inProject(folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => wake?.(), SETTLE_MS);
    });
  }
  return () =>
    new Promise((/** @type {(value: 'changed') => void} */ resolve) => {
      wake = () => resolve('changed');
    });
}

/** A build that fails is said, and the next change tries again. */
async function tryBuild() {
  try {
    await step('build', () => buildWhenChanged());
    return true;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    return false;
  }
}

await runScript(async () => {
  const runtime = await setUp({ needsBuild: false });
  const display = await openDisplay();
  const nextChange = watchSources();
  const args = [`--user-data-dir=${inProject('.cache', 'dev-data')}`, ...process.argv.slice(2)];
  for (;;) {
    if (!(await tryBuild())) {
      await nextChange();
      continue;
    }
    const { child, ended } = openConsole({
      executable: runtime.executable,
      args,
      env: display.env,
      onLine: (line) => console.log(line),
      onComplaint: (line) => console.error(line),
    });
    const what = await Promise.race([ended, nextChange()]);
    if (what !== 'changed') {
      display.stop();
      process.exit(what);
    }
    child.kill('SIGTERM');
    await ended;
  }
});
