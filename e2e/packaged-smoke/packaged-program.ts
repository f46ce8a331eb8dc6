import { type ChildProcess, spawn } from 'node:child_process';
import { sandboxArgs } from '../lib/running-console';
import { PipeClient } from './pipe-client';

type Target = { targetId: string; type: string; url: string };

const LIMIT_MS = 30_000;
const PAUSE_MS = 50;
const QUIT_LIMIT_MS = 15_000;

async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  limitMs = LIMIT_MS,
): Promise<T> {
  const endAt = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > endAt) throw new Error(`waited ${limitMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

const byTestId = (testId: string) => `document.querySelector('[data-testid="${testId}"]')`;

/** The console as people get it, with one window; seen through DevTools, touched by test ids. */
export class PackagedProgram {
  private constructor(
    private readonly child: ChildProcess,
    private readonly client: PipeClient,
    private readonly sessionId: string,
  ) {}

  static async start(program: string, dataFolder: string): Promise<PackagedProgram> {
    const child = spawn(
      program,
      [...sandboxArgs, '--remote-debugging-pipe', `--user-data-dir=${dataFolder}`],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    const client = new PipeClient(child);
    const target = await until('the window', async () => {
      const { targetInfos } = await client.send<{ targetInfos: Target[] }>('Target.getTargets');
      return targetInfos.find(({ type, url }) => type === 'page' && url.startsWith('app://qunduo'));
    });
    const { sessionId } = await client.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId: target.targetId,
      flatten: true,
    });
    return new PackagedProgram(child, client, sessionId);
  }

  private async evaluate<T>(expression: string): Promise<T | undefined> {
    const { result } = await this.client.send<{ result: { value?: T } }>(
      'Runtime.evaluate',
      { expression, returnByValue: true },
      this.sessionId,
    );
    return result.value ?? undefined;
  }

  async waitFor(testId: string, limitMs?: number): Promise<void> {
    const isThere = `${byTestId(testId)} ? true : undefined`;
    await until(testId, () => this.evaluate<true>(isThere), limitMs);
  }

  /** Goes to an address of the console, as a link would. */
  async open(address: string): Promise<void> {
    await this.evaluate(`window.location.hash = ${JSON.stringify(address)}; undefined`);
  }

  /** Into the field of the form that this button sends. */
  async type(button: string, testId: string, text: string): Promise<void> {
    await this.waitFor(button);
    const field = `form:has([data-testid="${button}"]) [data-testid="${testId}"]`;
    await this.evaluate(`document.querySelector('${field}').focus(); undefined`);
    await this.client.send('Input.insertText', { text }, this.sessionId);
  }

  async waitForPage(page: string): Promise<void> {
    const isReady = `${byTestId(page)}?.dataset.ready === 'true' ? true : undefined`;
    await until(`${page} to be ready`, () => this.evaluate<true>(isReady));
  }

  async click(testId: string): Promise<void> {
    const click = `(() => { const it = ${byTestId(testId)}; if (!it || it.disabled) return; it.click(); return true; })()`;
    await until(`${testId} to be clicked`, () => this.evaluate<true>(click));
  }

  async waitForText(testId: string, text: string): Promise<void> {
    const wanted = JSON.stringify(text);
    const hasText = `[...document.querySelectorAll('[data-testid="${testId}"]')].some((it) => it.textContent.includes(${wanted})) ? true : undefined`;
    await until(`${testId} to say ${text}`, () => this.evaluate<true>(hasText));
  }

  async chooseFile(testId: string, file: string): Promise<void> {
    await this.waitFor(testId);
    const { result } = await this.client.send<{ result: { objectId: string } }>(
      'Runtime.evaluate',
      { expression: byTestId(testId) },
      this.sessionId,
    );
    await this.client.send(
      'DOM.setFileInputFiles',
      { files: [file], objectId: result.objectId },
      this.sessionId,
    );
  }

  /** As a user quits; whoever hangs is killed, and the test told. */
  async quit(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), QUIT_LIMIT_MS);
    await ended;
    clearTimeout(timer);
    if (this.child.signalCode === 'SIGKILL') throw new Error('the program did not quit');
  }
}
