import type { TouchStage } from './touch.schema';

/** Where a stage stands for a member who was not touched at it yet. */
export const DUE_STATES = ['due', 'overdue', 'missed'] as const;
export type DueState = (typeof DUE_STATES)[number];
export type StageState = 'ahead' | DueState;

/**
 * Day numbers. `due` on the stage's own day, `overdue` within the days of grace after it, `missed`
 * afterwards; a day counts whole, whatever the hour of the order.
 */
export function stageStateOf(
  firstDay: number,
  { day, graceDays }: Pick<TouchStage, 'day' | 'graceDays'>,
  today: number,
): StageState {
  const late = today - firstDay - day;
  if (late < 0) return 'ahead';
  if (late === 0) return 'due';
  return late <= graceDays ? 'overdue' : 'missed';
}

/**
 * Whether a stage of a plan concerns members whose first order lies on that day: the stage's days
 * were already over when the plan began for nobody, since only first orders from `startDay` on are
 * the plan's; first orders dated after today are no first orders yet.
 */
export function isOfPlan(firstDay: number, startDay: number, today: number): boolean {
  return firstDay >= startDay && firstDay <= today;
}

/** Members by row; `firstDay[row]` is only looked at where `planOf[row]` is not -1. */
export type TouchPeople = {
  n: number;
  firstDay: Int32Array;
  /** The one plan that the member is on, as its place in the list of plans; -1 for none. */
  planOf: Int16Array;
  /** 1: left alone by lot. */
  isHeld: Uint8Array;
};

/** Rows of one stage, those who wait longest first; `touched` and `left` only count. */
export type StageRows = Record<DueState, number[]> & { touched: number; left: number };

/**
 * The list of the day for one plan: every member of it at every stage whose day has come, without
 * those left alone by lot. `markOf` answers 0 where a member was not touched at a stage, a positive
 * number where it was done and a negative one where it was left out on purpose. One pass.
 */
export function dueRows(
  people: TouchPeople,
  plan: number,
  stages: readonly TouchStage[],
  today: number,
  markOf: (row: number, stage: number) => number,
): StageRows[] {
  const found = stages.map(
    (): StageRows => ({ due: [], overdue: [], missed: [], touched: 0, left: 0 }),
  );
  for (const row of waitingOrder(people, plan)) {
    const firstDay = people.firstDay[row] ?? 0;
    for (const [at, stage] of stages.entries()) {
      const into = found[at];
      const mark = markOf(row, at);
      if (!into) continue;
      if (mark > 0) into.touched += 1;
      else if (mark < 0) into.left += 1;
      else {
        const state = stageStateOf(firstDay, stage, today);
        if (state !== 'ahead') into[state].push(row);
      }
    }
  }
  return found;
}

/** Room for so many rows beside a day in one number that sorts by day, then by row. */
const ROWS = 2 ** 24;

/** Rows of a plan without those left alone, the earliest first order first. */
function waitingOrder({ n, firstDay, planOf, isHeld }: TouchPeople, plan: number): Float64Array {
  const keys = new Float64Array(n);
  let count = 0;
  for (let row = 0; row < n; row += 1) {
    if (planOf[row] !== plan || isHeld[row] === 1) continue;
    keys[count] = (firstDay[row] ?? 0) * ROWS + row;
    count += 1;
  }
  const used = keys.subarray(0, count).sort();
  return used.map((key) => key - Math.floor(key / ROWS) * ROWS);
}
