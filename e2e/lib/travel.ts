import { expect, type Page, type Worker } from '@playwright/test';

/** By its file: to ask a helper of the worker that has just ended for its name is to wait for ever. */
const DATA_WORKER = /\/data\.worker[^/]*$/;

const dataWorkers = (page: Page): Worker[] =>
  page.workers().filter((worker) => DATA_WORKER.test(worker.url()));

/** The clock of the window and of the worker that writes: both tell this instant from now on. */
export async function travelTo(page: Page, ms: number): Promise<void> {
  await page.clock.setFixedTime(ms);
  // It starts with the first question of a page.
  await expect.poll(() => dataWorkers(page).length).toBe(1);
  for (const worker of dataWorkers(page)) {
    await worker.evaluate((at) => {
      Date.now = () => at;
    }, ms);
  }
}
