import { spawn } from 'node:child_process';
import { readExecutable, startArguments, startEnvironment } from './running-console';

export type Ended = { code: number | null; output: string };

const LIMIT_MS = 30_000;

/** Starts another console process that is expected to end by itself, and waits for its end. */
export async function runToEnd(dataFolder: string): Promise<Ended> {
  const child = spawn(await readExecutable(), startArguments(dataFolder), {
    env: startEnvironment({ language: 'en' }),
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  return { code, output };
}
