import { addDays, dayOf, msOfWallTime, startOfDay, weekdayOf } from '@shared/lib/time';
import { type ClockSpan, type DueDay, type DueRule, dueRuleSchema } from './due.schema';
import type { SopStep, StepDefinition } from './sop.schema';
import { type CountedDay, workingDayAfter } from './working-days.rules';

/** When a step is due. `dueAt` is the last instant on time, `dueFromAt` where its hours begin. */
export type Due = {
  dueAt: number;
  dueFromAt?: number;
  /** The step that must close first; until then the day is counted from that step's own due day. */
  dueWaitsFor?: number;
  /** The year whose holidays were not announced: counted from Monday to Friday. */
  dueGuessYear?: number;
};

type Clock = { hour: number; minute: number };

function clockOf(text: string): Clock {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return { hour, minute };
}

/** UTC ms at which clocks in the zone show `HH:mm` on a day. */
export function clockAt(day: string, clock: string, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return msOfWallTime({ year, month, day: date, ...clockOf(clock), second: 0 }, timeZone);
}

/** The first and the last instant of the hours of a day; hours over midnight end on the next day. */
function spanOf(day: string, window: ClockSpan | undefined, timeZone: string) {
  if (!window) return { dueAt: startOfDay(addDays(day, 1), timeZone) - 1 };
  const lastDay = window.from < window.to ? day : addDays(day, 1);
  return {
    dueFromAt: clockAt(day, window.from, timeZone),
    dueAt: clockAt(lastDay, window.to, timeZone),
  };
}

/** The due rule of a step; rows from before there were rules hold whole days after the start. */
export function dueRuleOf(definition: StepDefinition): DueRule {
  const { due, dueDay } = definition as { due?: unknown; dueDay?: unknown };
  const rule = dueRuleSchema.safeParse(due);
  if (rule.success) return rule.data;
  const days = typeof dueDay === 'number' && dueDay >= 0 ? Math.floor(dueDay) : 0;
  return { on: { kind: 'afterStart', days }, isWorkingDays: false };
}

function countDays(from: string, days: number, isWorkingDays: boolean): CountedDay {
  return isWorkingDays ? workingDayAfter(from, days) : { day: addDays(from, days) };
}

type StepDay = Pick<SopStep, 'position' | 'state' | 'doneAt' | 'definition'>;
type DayCount = CountedDay & { waitsFor?: number };
type Ground = { startDay: string; timeZone: string; byPosition: ReadonlyMap<number, StepDay> };

function dayOfStep(step: StepDay, ground: Ground, trail: readonly number[]): DayCount {
  const { on, isWorkingDays } = dueRuleOf(step.definition);
  const onOrAfter = (day: string) => countDays(day, 0, isWorkingDays);
  switch (on.kind) {
    case 'afterStart':
      return countDays(ground.startDay, on.days, isWorkingDays);
    case 'weekday':
      return onOrAfter(addDays(ground.startDay, (on.weekday - weekdayOf(ground.startDay) + 7) % 7));
    case 'onDay':
      return onOrAfter(on.day);
    case 'afterStep':
      return dayAfterStep(on, isWorkingDays, ground, [...trail, step.position]);
    default:
      return on satisfies never;
  }
}

/** A step that hangs on one that is not there, or on itself in a circle, counts from the start. */
function dayAfterStep(
  on: Extract<DueDay, { kind: 'afterStep' }>,
  isWorkingDays: boolean,
  ground: Ground,
  trail: readonly number[],
): DayCount {
  const before = ground.byPosition.get(on.step);
  if (!before || trail.includes(on.step)) {
    return countDays(ground.startDay, on.days, isWorkingDays);
  }
  const isClosed = before.state === 'done' || before.state === 'skipped';
  if (isClosed && before.doneAt !== undefined) {
    return countDays(dayOf(before.doneAt, ground.timeZone), on.days, isWorkingDays);
  }
  const { day, guessYear } = dayOfStep(before, ground, trail);
  const counted = countDays(day, on.days, isWorkingDays);
  return { ...(guessYear === undefined ? {} : { guessYear }), ...counted, waitsFor: on.step };
}

/**
 * When each step of a run is due, by its place (1-based). Days count from `startDay`
 * (`YYYY-MM-DD`) or from the day on which the step that it hangs on was closed, in `timeZone`;
 * working days are those of the Chinese calendar. The end of its hours is the due instant.
 */
export function duesOf(
  steps: readonly StepDay[],
  startDay: string,
  timeZone: string,
): Map<number, Due> {
  const byPosition = new Map(steps.map((step) => [step.position, step]));
  const ground = { startDay, timeZone, byPosition };
  return new Map(
    steps.map((step) => {
      const { day, guessYear, waitsFor } = dayOfStep(step, ground, []);
      const due: Due = {
        ...spanOf(day, dueRuleOf(step.definition).window, timeZone),
        ...(waitsFor === undefined ? {} : { dueWaitsFor: waitsFor }),
        ...(guessYear === undefined ? {} : { dueGuessYear: guessYear }),
      };
      return [step.position, due];
    }),
  );
}

/** Whether a step's due day depends, at one remove or more, on the closing of another. */
export function hangsOn(step: StepDay, position: number, steps: readonly StepDay[]): boolean {
  const seen = new Set<number>();
  let current: StepDay | undefined = step;
  while (current && !seen.has(current.position)) {
    seen.add(current.position);
    const { on }: DueRule = dueRuleOf(current.definition);
    if (on.kind !== 'afterStep') return false;
    if (on.step === position) return true;
    current = steps.find((other) => other.position === on.step);
  }
  return false;
}
