import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect as baseExpect } from '@playwright/test';
import { importSample } from './lib/fill-console';
import { RunningConsole, type StartOptions } from './lib/running-console';
import type { SampleFiles } from './lib/sample-files';

type Fixtures = {
  /** An empty folder of this test alone, removed afterwards. */
  folder: string;
  dataFolder: string;
  /** Starts a console; without options on this test's data folder, in Chinese. */
  startConsole: (options?: Partial<StartOptions>) => Promise<RunningConsole>;
  /** The same, on a copy of the filled data folder. */
  startFilled: (options?: Partial<StartOptions>) => Promise<RunningConsole>;
};

type WorkerFixtures = {
  /** A console's data folder into which 300 people and 1500 orders were imported, once for all. */
  filled: { dataFolder: string; files: SampleFiles };
};

const temporaryFolder = () => mkdtemp(join(tmpdir(), 'qunduo-e2e-'));
const remove = (folder: string) =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

export const test = base.extend<Fixtures, WorkerFixtures>({
  filled: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
    async ({}, use) => {
      const folder = await temporaryFolder();
      const dataFolder = join(folder, 'data');
      const running = await RunningConsole.start({ dataFolder, language: 'zh-CN' });
      const sizes = { members: 300, orders: 1500 };
      const files = await importSample(running, join(folder, 'files'), sizes);
      await running.quit();
      await use({ dataFolder, files });
      await remove(folder);
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
  folder: async ({}, use) => {
    const folder = await temporaryFolder();
    await use(folder);
    await remove(folder);
  },

  dataFolder: async ({ folder }, use) => {
    await use(join(folder, 'data'));
  },

  startConsole: async ({ dataFolder }, use, testInfo) => {
    const started: RunningConsole[] = [];
    await use(async (options = {}) => {
      const running = await RunningConsole.start({ dataFolder, language: 'zh-CN', ...options });
      started.push(running);
      return running;
    });
    for (const running of started) {
      if (testInfo.status !== testInfo.expectedStatus) {
        await mkdir(testInfo.outputDir, { recursive: true });
        for (const { name, path } of await running.writeEvidence(testInfo.outputDir)) {
          await testInfo.attach(name, { path });
        }
      }
      await running.end();
    }
  },

  startFilled: async ({ filled, dataFolder, startConsole }, use) => {
    await use(async (options = {}) => {
      const target = options.dataFolder ?? dataFolder;
      await cp(filled.dataFolder, target, { recursive: true, verbatimSymlinks: true });
      return startConsole(options);
    });
  },
});

export const expect = baseExpect;
