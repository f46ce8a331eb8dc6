import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { inProject } from '../../../scripts/lib/project.mjs';

const run = promisify(execFile);
const START_MS = 60_000;
const READY = /hub listening on (http:\/\/\S+)/;

/** The hub's program over a folder of its own, as `npm run hub` runs it. */
export class RunningHub {
  readonly output: string[] = [];
  url = '';
  private child: ChildProcess | undefined;

  private constructor(private readonly folder: string) {}

  static async start(folder: string): Promise<RunningHub> {
    const hub = new RunningHub(folder);
    await hub.start();
    return hub;
  }

  /** At the same address as before, where there was one. */
  async start(): Promise<void> {
    const port = this.url === '' ? '0' : new URL(this.url).port;
    const args = [inProject('dist', 'hub', 'hub.cjs'), '--data', this.folder, '--port', port];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    this.url = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(this.silence()), START_MS);
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          this.output.push(text);
          const ready = READY.exec(text);
          if (ready?.[1]) resolve(ready[1]);
        });
      }
      child.once('exit', () => {
        clearTimeout(timer);
        reject(this.silence());
      });
    });
  }

  async createWorkspace(name: string): Promise<string> {
    return String((await this.command('create-workspace', name)).id);
  }

  async invite(workspaceId: string, role: string, more: string[] = []): Promise<string> {
    const answer = await this.command(
      'invite',
      ...['--workspace', workspaceId, '--role', role, ...more],
    );
    return String(answer.code);
  }

  /** As a power cut. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGKILL');
    await ended;
  }

  private async command(...args: string[]): Promise<Record<string, unknown>> {
    const { stdout } = await run(process.execPath, [
      inProject('dist', 'hub', 'hub.cjs'),
      ...args,
      ...['--data', this.folder, '--url', this.url],
    ]);
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  private silence(): Error {
    return new Error(`the hub is not ready:\n${this.output.join('')}`);
  }
}
