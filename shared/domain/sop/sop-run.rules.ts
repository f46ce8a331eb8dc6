import { dayOf } from '@shared/lib/time';
import type { SopStep } from './sop.schema';

/**
 * `late` and `onTime` speak of what was done, `overdue`, `dueToday` and `ahead` of what is open;
 * `waiting` is open and has no due day before the step that it hangs on closes.
 */
export type Timeliness =
  | 'onTime'
  | 'late'
  | 'overdue'
  | 'dueToday'
  | 'ahead'
  | 'waiting'
  | 'skipped';

/** Where a step stands against its due time at `now` (UTC ms). */
export function timelinessOf(
  step: Pick<SopStep, 'state' | 'dueAt' | 'doneAt' | 'dueWaitsFor'>,
  now: number,
  timeZone: string,
): Timeliness {
  if (step.state === 'skipped') return 'skipped';
  if (step.state === 'done') {
    // Done before the step that it hangs on closed: its day had not even begun to count.
    const isLate = step.dueWaitsFor === undefined && (step.doneAt ?? now) > step.dueAt;
    return isLate ? 'late' : 'onTime';
  }
  if (step.dueWaitsFor !== undefined) return 'waiting';
  if (now > step.dueAt) return 'overdue';
  return dayOf(now, timeZone) === dayOf(step.dueAt, timeZone) ? 'dueToday' : 'ahead';
}

/** The step that the leader does next: the first one that is open, in the flow's order. */
export function nextOpenStep(steps: readonly SopStep[]): SopStep | undefined {
  const open = steps.filter((step) => step.state === 'doing' || step.state === 'todo');
  const [first, ...rest] = open;
  if (!first) return undefined;
  return rest.reduce(
    (earliest, step) => (step.position < earliest.position ? step : earliest),
    first,
  );
}
