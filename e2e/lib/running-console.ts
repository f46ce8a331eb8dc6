import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test';
import { inProject } from '../../scripts/lib/project.mjs';
import { resolveRuntime } from '../../scripts/lib/runtime/resolve.mjs';

export type StartOptions = {
  dataFolder: string;
  language?: 'zh-CN' | 'en';
  /** Whether `window.qunduoInspect` is there; the tests count stored rows through it. */
  isInspected?: boolean;
};

/** Live rows of a store, as the console itself lists them. */
export type Row = Record<string, unknown>;

/** Root has no sandbox in Chromium. */
export const sandboxArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export async function readExecutable(): Promise<string> {
  return (await resolveRuntime(() => undefined)).value.executable;
}

/** What every start is given; a second process of the same test uses it as well. */
export function startArguments(dataFolder: string): string[] {
  return [...sandboxArgs, inProject(), `--user-data-dir=${dataFolder}`];
}

export function startEnvironment({
  language,
  isInspected = true,
}: Omit<StartOptions, 'dataFolder'>) {
  const { QUNDUO_LANG: _language, QUNDUO_INSPECT: _inspect, ...rest } = process.env;
  return {
    ...(rest as Record<string, string>),
    ...(language === undefined ? {} : { QUNDUO_LANG: language }),
    ...(isInspected ? { QUNDUO_INSPECT: '1' } : {}),
  };
}

/** The console in its real window; may be killed and started again on the same data folder. */
export class RunningConsole {
  readonly output: string[] = [];
  private running: { app: ElectronApplication; page: Page } | undefined;
  private traces = 0;

  private constructor(
    private readonly executable: string,
    private readonly options: StartOptions,
  ) {}

  static async start(options: StartOptions): Promise<RunningConsole> {
    const started = new RunningConsole(await readExecutable(), options);
    await started.start();
    return started;
  }

  get app(): ElectronApplication {
    if (!this.running) throw new Error('the console is not running');
    return this.running.app;
  }

  get page(): Page {
    if (!this.running) throw new Error('the console is not running');
    return this.running.page;
  }

  get dataFolder(): string {
    return this.options.dataFolder;
  }

  async start(change: Partial<StartOptions> = {}): Promise<void> {
    Object.assign(this.options, change);
    const app = await electron.launch({
      executablePath: this.executable,
      args: startArguments(this.options.dataFolder),
      env: startEnvironment(this.options),
    });
    const child = app.process();
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.output.push(text));
    }
    const context = app.context();
    context.on('console', (message) => this.output.push(`[window] ${message.text()}\n`));
    context.on('weberror', (problem) => this.output.push(`[window] ${problem.error().stack}\n`));
    await context.tracing.start({ snapshots: true });
    this.running = { app, page: await app.firstWindow() };
  }

  /** Quits as a user does: the window is asked to make its work durable. */
  async quit(): Promise<void> {
    const { app } = this;
    this.running = undefined;
    await app.close();
  }

  async restart(change: Partial<StartOptions> = {}): Promise<void> {
    await this.quit();
    await this.start(change);
  }

  /** As a power cut: no process of the console gets another instruction. */
  async kill(): Promise<void> {
    const child = this.app.process();
    this.running = undefined;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (child.pid === undefined) throw new Error('the console has no process');
    // Playwright makes it the leader of a group of its own, where there are groups.
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
    await ended;
  }

  /** For when the data folder is thrown away: waits for nothing. */
  async end(): Promise<void> {
    if (this.running) await this.kill();
  }

  async rows(store: string): Promise<Row[]> {
    // A window that has only just opened may not have come that far.
    await this.page.waitForFunction(() => 'qunduoInspect' in window);
    return this.page.evaluate(
      (name) =>
        (
          window as unknown as { qunduoInspect: { rows: (store: string) => Promise<Row[]> } }
        ).qunduoInspect.rows(name),
      store,
    );
  }

  async countRows(store: string): Promise<number> {
    return (await this.rows(store)).length;
  }

  /** The system's dialogs are not of the page: these answer in their place, as a user would. */
  async answerSaveDialog(path: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
  }

  async answerOpenDialog(paths: string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    }, paths);
  }

  async isReady(page: string): Promise<void> {
    await expect(this.page.getByTestId(`page-${page}`)).toHaveAttribute('data-ready', 'true');
  }

  /** Writes what helps to understand a failure into the folder and names the files. */
  async writeEvidence(folder: string): Promise<{ name: string; path: string }[]> {
    const output = join(folder, 'console-output.txt');
    await writeFile(output, this.output.join(''));
    const files = [{ name: 'console output', path: output }];
    if (!this.running) return files;
    const trace = join(folder, `trace-${++this.traces}.zip`);
    await this.app.context().tracing.stop({ path: trace });
    const picture = join(folder, 'window.png');
    await this.page.screenshot({ path: picture });
    return [...files, { name: 'trace', path: trace }, { name: 'window', path: picture }];
  }
}
