import { spawn } from 'node:child_process';
import { root } from './project.mjs';

/** Chromium's own talk on machines without a bus or a graphics card; harmless, and it frightens. */
const NOISE =
  /:(ERROR|WARNING|INFO):(bus|object_proxy|viz_main_impl|gpu_|gl_|angle_|vaapi|command_buffer|dbus|network_service|sandbox_linux|zygote)/;

/** @param {(line: string) => void} onLine */
function splitLines(onLine) {
  let rest = '';
  return (/** @type {string} */ text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  };
}

/** Chromium refuses to run its sandbox for root. */
export const sandboxArgs = () =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Opens the console and reports what it prints, line by line.
 * @param {object} options
 * @param {string} options.executable
 * @param {string[]} options.args
 * @param {NodeJS.ProcessEnv} options.env
 * @param {(line: string) => void} options.onLine stdout of the main process
 * @param {(line: string) => void} options.onComplaint stderr without Chromium's usual talk
 */
export function openConsole({ executable, args, env, onLine, onComplaint }) {
  const child = spawn(executable, [...sandboxArgs(), root, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.setEncoding('utf8').on('data', splitLines(onLine));
  child.stderr.setEncoding('utf8').on(
    'data',
    splitLines((line) => {
      if (!NOISE.test(line)) onComplaint(line);
    }),
  );
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on('error', (error) => {
      onComplaint(error.message);
      resolve(1);
    });
    child.on('close', (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
  return { child, ended };
}
