import { fork } from 'node:child_process';
import { inProject } from '../project.mjs';

const SILENCE_LIMIT_MS = 6_000;
const TOTAL_LIMIT_MS = 15 * 60_000;

/**
 * Downloads the official runtime in a process of its own: a host that accepts the connection and
 * never answers would otherwise hold us for minutes. Given up after a few seconds without a byte.
 * @param {string} folder
 * @returns {Promise<string | undefined>} why it did not work, undefined when it did
 */
export function downloadOfficial(folder) {
  return new Promise((resolve) => {
    const child = fork(inProject('scripts', 'lib', 'runtime', 'official-child.mjs'), [folder], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaint = '';
    let verdict = '';
    const giveUp = (/** @type {string} */ reason) => {
      verdict = reason;
      child.kill('SIGKILL');
    };
    const armSilence = () =>
      setTimeout(() => giveUp(`no byte for ${SILENCE_LIMIT_MS / 1000} s`), SILENCE_LIMIT_MS);
    let silence = armSilence();
    const total = setTimeout(() => giveUp('it took too long'), TOTAL_LIMIT_MS);
    child.on('message', (message) => {
      clearTimeout(silence);
      // Unpacking reports nothing while it works; only the connection is watched.
      if (message !== 'unpacking') silence = armSilence();
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      complaint += text;
    });
    child.on('error', (error) => {
      complaint += error.message;
    });
    child.on('close', (code) => {
      clearTimeout(silence);
      clearTimeout(total);
      const lastLine = complaint.trim().split('\n').pop();
      resolve(code === 0 ? undefined : verdict || lastLine || `ended with ${code}`);
    });
  });
}
