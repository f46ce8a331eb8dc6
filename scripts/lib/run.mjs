import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { root } from './project.mjs';

/**
 * @typedef {object} RunResult
 * @property {number} code 127 when the program does not exist, 124 when its time was up
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a program to its end and keeps what it printed. Never throws for a failing program.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, onOutput?: (text: string) => void }} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    let stdout = '';
    let stderr = '';
    let isTimeUp = false;
    const timer = options.timeoutMs
      ? setTimeout(() => {
          isTimeUp = true;
          child.kill('SIGKILL');
        }, options.timeoutMs)
      : undefined;
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      options.onOutput?.(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
      options.onOutput?.(text);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, stdout, stderr: `${stderr}${error.message}` });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: isTimeUp ? 124 : (code ?? 1), stdout, stderr });
    });
  });
}

/**
 * npm as the user runs it: the same npm that started this script, with the user's own config.
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/**
 * The last lines of a program's output, without npm's own stack, for an error sentence.
 * @param {RunResult} result
 * @param {number} [count]
 */
export function tail(result, count = 15) {
  const text = stripVTControlCharacters(`${result.stdout}\n${result.stderr}`);
  const lines = text.trim().split('\n');
  return lines
    .filter((line) => !/^npm error\s+at /.test(line))
    .slice(-count)
    .join('\n');
}
