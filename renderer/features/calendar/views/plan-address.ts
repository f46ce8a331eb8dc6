import { daySchema } from '@shared/domain/calendar/content.schema';

export const PLAN_VIEWS = ['day', 'week', 'month'] as const;
export type PlanView = (typeof PLAN_VIEWS)[number];

/** Which part of the plan is on screen: a view and the day that it is about. */
export type PlanPlace = { view: PlanView; day: string };

const isRealDay = (day: string) =>
  daySchema.safeParse(day).success &&
  !Number.isNaN(Date.parse(day)) &&
  new Date(day).toISOString().startsWith(day);

/** `/calendar/month/2026-11-22` as a place; nothing where the address names none. */
export function readPlanAddress(address: string): PlanPlace | undefined {
  const [, , word = '', day = ''] = address.split('/');
  const view = PLAN_VIEWS.find((it) => it === word);
  return view && isRealDay(day) ? { view, day } : undefined;
}

export function planAddress({ view, day }: PlanPlace): string {
  return `/calendar/${view}/${day}`;
}
