// npm start: sets up whatever is missing, builds what changed, opens the console.
//   npm start -- --user-data-dir=DIR   another data folder
//   QUNDUO_HEADLESS=1                  runs under Xvfb when there is no display
//   QUNDUO_EXIT_WHEN_READY=1           ends with code 0 once the data is open, 1 when it is not
import { hasDisplay, openDisplay } from './lib/display.mjs';
import { runScript, say } from './lib/progress.mjs';
import { SetupError } from './lib/project.mjs';
import { setUp } from './lib/setup.mjs';
import { openConsole } from './lib/window-process.mjs';

const READY_LIMIT_MS = 60_000;
const QUIT_LIMIT_MS = 10_000;
const isHeadless = process.env.QUNDUO_HEADLESS === '1';
const isProof = process.env.QUNDUO_EXIT_WHEN_READY === '1';

await runScript(async () => {
  if (!hasDisplay() && !isHeadless) {
    throw new SetupError(
      'there is no display to open a window on',
      'start it from a desktop session, set DISPLAY, or run it without a screen: QUNDUO_HEADLESS=1 npm start',
    );
  }
  const runtime = await setUp();
  const display = await openDisplay();
  const proof = { state: /** @type {'running' | 'ready' | 'late'} */ ('running') };
  /** @type {string[]} */
  const log = [];
  /** @param {NodeJS.WriteStream} stream */
  const passOn = (stream) => (/** @type {string} */ line) => {
    log.push(line);
    stream.write(`${line}\n`);
    if (isProof && proof.state === 'running' && line.includes('qunduo: data-ready')) endAs('ready');
  };
  const { child, ended } = openConsole({
    executable: runtime.executable,
    args: process.argv.slice(2),
    env: display.env,
    onLine: passOn(process.stdout),
    onComplaint: passOn(process.stderr),
  });

  /** @param {'ready' | 'late'} how */
  function endAs(how) {
    proof.state = how;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), QUIT_LIMIT_MS).unref();
  }
  if (isProof) {
    setTimeout(() => {
      if (proof.state === 'running') endAs('late');
    }, READY_LIMIT_MS).unref();
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  }

  const code = await ended;
  display.stop();
  if (!isProof) return code;
  if (proof.state === 'ready') {
    process.stdout.write('qunduo: ready\n');
    return 0;
  }
  say(`\nThe console did not come to data-ready (${proof.state}, code ${code}). What it printed:`);
  say(log.join('\n'));
  return 1;
});
