import type { Flow } from './flow-change.rules';
import type { SopStep } from './sop.schema';

/** What a clock that was set back left behind; said in a sentence, never counted as a duration. */
export type ClockRemark =
  | { kind: 'doneBeforeStarted'; position: number }
  | { kind: 'endedBeforeStarted' }
  | { kind: 'nowBeforeStory'; lastAt: number };

/** Two laptops' clocks differ a little without anybody having set them. */
const TOLERATED_MS = 300_000;

/**
 * What does not add up in a run's times at `now`; `lastAt` is the time of its newest line of the
 * story. All in UTC ms.
 */
export function clockRemarks(
  { run, steps }: Flow,
  lastAt: number | undefined,
  now: number,
): ClockRemark[] {
  const remarks: ClockRemark[] = steps
    .filter((step) => (step.doneAt ?? Number.POSITIVE_INFINITY) < (step.startedAt ?? 0))
    .map(({ position }) => ({ kind: 'doneBeforeStarted', position }));
  if (run.endedAt !== undefined && run.endedAt < run.startedAt) {
    remarks.push({ kind: 'endedBeforeStarted' });
  }
  if (lastAt !== undefined && now < lastAt - TOLERATED_MS) {
    remarks.push({ kind: 'nowBeforeStory', lastAt });
  }
  return remarks;
}

/** How long a step took in ms; nothing for one that is open or whose clock ran backwards. */
export function stepDurationMs(
  step: Pick<SopStep, 'state' | 'startedAt' | 'doneAt'>,
): number | undefined {
  const { startedAt, doneAt } = step;
  if (step.state !== 'done' || startedAt === undefined || doneAt === undefined) return undefined;
  return doneAt >= startedAt ? doneAt - startedAt : undefined;
}
