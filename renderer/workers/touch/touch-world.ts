import { endOfPast } from '@shared/domain/insights/buyer-columns';
import type { PeopleColumns } from '@shared/domain/people/people-columns';
import { isOfPlan, type TouchPeople } from '@shared/domain/touch/due.rules';
import { isHeldOut, lotFor, lotsOf } from '@shared/domain/touch/hold-out.rules';
import type { TouchPlan } from '@shared/domain/touch/touch.schema';
import { dayNumber } from '@shared/lib/time';

export type TouchWorld = TouchPeople & {
  inFuture: number;
  withoutOrder: number;
  /** By plan: members who fit it and are on an older one. */
  elsewhere: number[];
};

/**
 * Puts every member on at most one plan, the first of `plans` that wants them. `inSegment[p]` marks
 * the rows that fit plan p's segment; undefined where the plan is for everybody.
 */
export function placeOnPlans(
  columns: Pick<PeopleColumns, 'n' | 'isHere' | 'orders' | 'idOf'>,
  plans: readonly TouchPlan[],
  inSegment: readonly (Uint8Array | undefined)[],
  today: number,
): TouchWorld {
  const { n, isHere, orders } = columns;
  const world: TouchWorld = {
    n,
    firstDay: new Int32Array(n),
    planOf: new Int16Array(n).fill(-1),
    isHeld: new Uint8Array(n),
    inFuture: 0,
    withoutOrder: 0,
    elsewhere: plans.map(() => 0),
  };
  const startDays = plans.map(({ startDay }) => dayNumber(startDay));
  const lots = plans.map(lotsOf);
  for (let row = 0; row < n; row += 1) {
    if (!isHere[row]) continue;
    const start = orders.start[row] ?? 0;
    if (endOfPast(orders, row, today) === start) {
      if ((orders.end[row] ?? 0) > start) world.inFuture += 1;
      else world.withoutOrder += 1;
      continue;
    }
    const firstDay = orders.day[start] ?? 0;
    world.firstDay[row] = firstDay;
    for (let at = 0; at < plans.length; at += 1) {
      if (!isOfPlan(firstDay, startDays[at] ?? 0, today)) continue;
      if (inSegment[at] && inSegment[at]?.[row] !== 1) continue;
      if (world.planOf[row] !== -1) {
        world.elsewhere[at] = (world.elsewhere[at] ?? 0) + 1;
        continue;
      }
      world.planOf[row] = at;
      const lot = lotFor(lots[at] ?? [], firstDay);
      if (lot && isHeldOut(columns.idOf(row), lot)) world.isHeld[row] = 1;
    }
  }
  return world;
}
