import { SetupError } from './project.mjs';

// Progress goes to stderr, so that `electron-path` and `--json` keep stdout for their answer.
/** @param {string} line */
export const say = (line) => process.stderr.write(`${line}\n`);

/** @param {number} startedAt */
const seconds = (startedAt) => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;

/**
 * Runs one step of the set-up and prints one line: what it was, how it went, how long it took.
 * @template T
 * @param {string} name
 * @param {(announce: (text: string) => void) => Promise<{ note: string, value: T }>} work
 *   `announce` tells beforehand that something slow begins
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const startedAt = Date.now();
  const label = `  ${name.padEnd(18)}`;
  const { note, value } = await work((text) => say(`${label} ${text} …`));
  say(`${label} ${note} (${seconds(startedAt)})`);
  return value;
}

/**
 * The frame of every script: a clear sentence and exit code 1 instead of a stack trace when
 * something is missing on the machine; a real bug keeps its stack.
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    // Said last: a library that ends in its own way would call it a success.
    process.once('exit', () => {
      process.exitCode = 1;
    });
    process.exitCode = 1;
    if (!(error instanceof SetupError)) {
      console.error(error);
      return;
    }
    say(`\nCannot go on: ${error.message}`);
    if (error.remedy) say(`To mend it:   ${error.remedy}`);
  }
}
