import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect as baseExpect } from '@playwright/test';
import { RunningConsole, type StartOptions } from './lib/running-console';

type Fixtures = {
  /** An empty folder of this test alone, removed afterwards. */
  folder: string;
  dataFolder: string;
  /** Starts a console; without options on this test's data folder, in Chinese. */
  startConsole: (options?: Partial<StartOptions>) => Promise<RunningConsole>;
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'qunduo-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
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
});

export const expect = baseExpect;
