import { runSchedule } from '@shared/sync/simulation/run-schedule';
import { scheduleOf } from '@shared/sync/simulation/schedule';
import { shrink } from '@shared/sync/simulation/shrink';
import { expect, it } from 'vitest';

/** Files that share the schedules among them, so that they run side by side. */
const CHUNKS = 4;
const USUAL = 10_000;
const MAX_MS = 10 * 60_000;

/**
 * Every fourth schedule from `chunk` on. `QUNDUO_SCHEDULES` says how many there are in all,
 * `QUNDUO_SCHEDULE` plays the one of that number alone. A failure is told with its number and the
 * fewest steps that still lead to it.
 */
export function playSchedules(chunk: number): void {
  const only = process.env.QUNDUO_SCHEDULE;
  const count = Number(process.env.QUNDUO_SCHEDULES ?? USUAL);
  const seeds =
    only === undefined
      ? Array.from({ length: Math.ceil(count / CHUNKS) }, (_, n) => chunk + n * CHUNKS)
      : [Number(only)].filter((seed) => seed % CHUNKS === chunk);
  it.runIf(seeds.length > 0)(
    `comes to agree in ${seeds.length} schedules of ${only ?? count}`,
    async () => {
      for (const seed of seeds) {
        const failure = await failureOf(seed);
        expect(failure, failure).toBeUndefined();
      }
    },
    MAX_MS,
  );
}

async function failureOf(seed: number): Promise<string | undefined> {
  try {
    await runSchedule(seed);
    return undefined;
  } catch (error) {
    const fewest = await shrink(scheduleOf(seed), (schedule) => runSchedule(seed, { schedule }));
    return `QUNDUO_SCHEDULE=${seed}: ${error instanceof Error ? error.message : error}\n${fewest}`;
  }
}
