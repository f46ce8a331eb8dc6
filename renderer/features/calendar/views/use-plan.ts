import { monthOf, shiftMonth } from '@shared/domain/calendar/month.rules';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { assertNever } from '@shared/lib/errors';
import { addDays } from '@shared/lib/time';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import { useLive } from '@/db/use-live';
import { type PlanData, readPlan } from '../calendar.queries';
import { type PlanPlace, type PlanView, planAddress, readPlanAddress } from './plan-address';

/** Kept while the window lives, so that coming back from another page finds the same place. */
let lastPlace: PlanPlace | undefined;

/** The days of a view, in order. */
function daysOf({ view, day }: PlanPlace): readonly string[] {
  switch (view) {
    case 'day':
      return [day];
    case 'week':
      return weekOf(day).days;
    case 'month':
      return monthOf(day).weeks.flatMap((week) => week.days);
    default:
      return assertNever(view, 'view of the plan');
  }
}

function turned({ view, day }: PlanPlace, steps: number): string {
  switch (view) {
    case 'day':
      return addDays(day, steps);
    case 'week':
      // The same weekday; the week itself is what turns.
      return addDays(day, 7 * steps);
    case 'month':
      return shiftMonth(day, steps);
    default:
      return assertNever(view, 'view of the plan');
  }
}

export type Plan = PlanPlace & {
  days: readonly string[];
  data: PlanData | undefined;
  /** One page on (1) or back (-1). */
  turn: (steps: number) => void;
  goTo: (day: string, view?: PlanView) => void;
};

/** What part of the plan is on screen, kept in the address, and what it holds. */
export function usePlan(today: string): Plan {
  const [address, navigate] = useLocation();
  const place = readPlanAddress(address) ?? lastPlace ?? { view: 'week' as const, day: today };
  lastPlace = place;
  const { view, day } = place;
  const own = planAddress(place);
  // The bare address of the area becomes a full one, so that the way back leads to each view.
  useEffect(() => {
    if (address !== own) navigate(own, { replace: true });
  }, [address, own, navigate]);

  const days = useMemo(() => daysOf({ view, day }), [view, day]);
  const [from = day] = days;
  const to = days[days.length - 1] ?? day;
  const week = useMemo(() => weekOf(day), [day]);
  const { monday } = week;
  const data = useLive(() => readPlan({ from, to, monday }), [from, to, monday]);
  const isCurrent = data?.from === from && data.to === to && data.week.monday === monday;
  return {
    view,
    day,
    days,
    data: isCurrent ? data : undefined,
    turn: (steps) => navigate(planAddress({ view, day: turned(place, steps) })),
    goTo: (to, next = view) => navigate(planAddress({ view: next, day: to })),
  };
}
