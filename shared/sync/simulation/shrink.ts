import { printSchedule, type Schedule, type Step } from './schedule';

/**
 * The fewest steps of a failing schedule that still fail, and how: halves, quarters and so on are left
 * out as long as the rest fails.
 */
export async function shrink(
  schedule: Schedule,
  run: (schedule: Schedule) => Promise<void>,
): Promise<string> {
  let steps: Step[] = schedule.steps;
  let why = await failureOf({ ...schedule, steps }, run);
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < steps.length; ) {
      const fewer = [...steps.slice(0, from), ...steps.slice(from + size)];
      const failure = await failureOf({ ...schedule, steps: fewer }, run);
      if (failure === undefined) from += size;
      else {
        steps = fewer;
        why = failure;
      }
    }
  }
  return `${printSchedule({ ...schedule, steps })}\n${why ?? 'does not fail'}`;
}

async function failureOf(
  schedule: Schedule,
  run: (schedule: Schedule) => Promise<void>,
): Promise<string | undefined> {
  try {
    await run(schedule);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
