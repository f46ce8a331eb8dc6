import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const START_MS = 60_000;

export type HubProcess = {
  port: number;
  /** Starts it again, over the same data and on the same port. */
  start(): Promise<void>;
  /** As a crash takes it away. */
  kill(): Promise<void>;
  /** As a server is restarted; answers its exit code. */
  stop(): Promise<number | null>;
  isRunning(): boolean;
  /** The newest lines of its log. */
  said(): string;
};

/** `place`: `--data DIR` or `--database-url URL`. Started before it is answered. */
export async function runHub(
  root: string,
  place: string[],
  more: string[] = [],
): Promise<HubProcess> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  let said = '';
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return null;
    const gone = new Promise<number | null>((resolve) => running.once('exit', resolve));
    running.kill(signal);
    return gone;
  };
  const start = () =>
    new Promise<void>((resolve, reject) => {
      const next = spawn(
        process.execPath,
        [join(root, 'dist', 'hub', 'hub.cjs'), ...place, '--port', String(port), ...more],
        { stdio: ['ignore', 'pipe', 'pipe'] },
      );
      child = next;
      const late = setTimeout(
        () => reject(new Error(`the hub does not start:\n${said}`)),
        START_MS,
      );
      next.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-4000);
      });
      next.stdout?.setEncoding('utf8').on('data', (text: string) => {
        if (!text.includes('hub listening on')) return;
        clearTimeout(late);
        resolve();
      });
      next.once('exit', (code) => {
        clearTimeout(late);
        reject(new Error(`the hub ended with ${code}:\n${said}`));
      });
    });
  await start();
  return {
    port,
    start,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    isRunning: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    said: () => said,
  };
}

/** One command of the hub's; its answer as JSON. */
export function askHub(root: string, args: string[]): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'dist', 'hub', 'hub.cjs'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let answer = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(answer));
      else reject(new Error(`hub ${args[0]} ended with ${code}:\n${said}`));
    });
  });
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
