import { spawn } from 'node:child_process';
import { SetupError } from './project.mjs';

export const hasDisplay = () =>
  process.platform !== 'linux' ||
  Boolean(process.env.DISPLAY) ||
  Boolean(process.env.WAYLAND_DISPLAY);

/**
 * A display for the window. Starts an Xvfb of its own on the first free number when the machine
 * has no screen, so that parallel runs never meet.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>}
 */
export async function openDisplay() {
  if (hasDisplay()) return { env: process.env, stop: () => undefined };
  const child = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1366x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const stop = () => void child.kill('SIGTERM');
  const number = await new Promise((resolve, reject) => {
    const pipe = child.stdio[3];
    if (!pipe || !('setEncoding' in pipe)) throw new Error('Xvfb has no third pipe');
    let text = '';
    pipe.setEncoding('utf8').on('data', (part) => {
      text += part;
      if (text.includes('\n')) resolve(text.trim());
    });
    const fail = () =>
      reject(
        new SetupError(
          'there is no display, and Xvfb (a display without a screen) could not be started',
          'apt-get install -y --no-install-recommends xvfb xauth',
        ),
      );
    child.on('error', fail);
    child.on('exit', fail);
    setTimeout(fail, 15_000).unref();
  });
  child.unref();
  process.on('exit', stop);
  return { env: { ...process.env, DISPLAY: `:${number}` }, stop };
}
