import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { root } from '../../lib/project.mjs';
import { sandboxArgs } from '../../lib/window-process.mjs';
import type { BenchOptions } from './figures';
import { workingSetMb } from './process-tree';

/** The console in its real window, ready to be worked with. */
export type ConsoleWindow = { app: ElectronApplication; page: Page };

const SAMPLE_MS = 100;
const IDLE_MS = 6000;

export async function openConsole(
  { executable, env }: Pick<BenchOptions, 'executable' | 'env'>,
  dataFolder: string,
): Promise<ConsoleWindow> {
  const app = await electron.launch({
    executablePath: executable,
    args: [...sandboxArgs(), root, `--user-data-dir=${dataFolder}`],
    env: { ...(env as Record<string, string>), QUNDUO_LANG: 'zh-CN', QUNDUO_INSPECT: '1' },
  });
  const page = await app.firstWindow();
  await page.locator('[data-testid=page-today][data-ready=true]').waitFor();
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  return { app, page };
}

export type Watched<T> = { result: T; peakMb: number; longestTaskMs: number };

/**
 * Does some work and tells how far the working set of all processes rose over the idle console, and
 * how long the longest task of the window's thread took (0: none reached 50 ms).
 */
export async function watched<T>(
  { app, page }: ConsoleWindow,
  work: () => Promise<T>,
): Promise<Watched<T>> {
  const pid = app.process().pid ?? 0;
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const idleMb = workingSetMb(pid);
  await page.evaluate(() => {
    (window as unknown as { longTasks: number[] }).longTasks.length = 0;
  });
  let peakMb = idleMb;
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, workingSetMb(pid));
  }, SAMPLE_MS);
  try {
    const result = await work();
    const tasks = await page.evaluate(
      () => (window as unknown as { longTasks: number[] }).longTasks,
    );
    return { result, peakMb: peakMb - idleMb, longestTaskMs: Math.max(0, ...tasks) };
  } finally {
    clearInterval(timer);
  }
}
