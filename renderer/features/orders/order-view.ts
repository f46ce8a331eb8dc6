import type { OrderStatus } from '@shared/domain/orders/order.schema';
import { addDays, dayOf, startOfDay } from '@shared/lib/time';
import { useSyncExternalStore } from 'react';
import type { OrderFilter } from '@/workers/index/list-types';

export const SPANS = ['all', 'today', 'days7', 'days30', 'days90', 'own'] as const;
export type Span = (typeof SPANS)[number];
const DAYS: Record<Exclude<Span, 'all' | 'own'>, number> = {
  today: 1,
  days7: 7,
  days30: 30,
  days90: 90,
};

/** What the list shows; kept while one looks at other pages. Days are `YYYY-MM-DD`, both included. */
export type OrderView = {
  text: string;
  statuses: OrderStatus[];
  span: Span;
  fromDay?: string | undefined;
  toDay?: string | undefined;
};

const START: OrderView = { text: '', statuses: [], span: 'all' };
let view = START;
const listeners = new Set<() => void>();

export function changeOrderView(patch: Partial<OrderView>): void {
  view = { ...view, ...patch };
  for (const listener of listeners) listener();
}

export const clearOrderFilters = () =>
  changeOrderView({ ...START, fromDay: undefined, toDay: undefined });

export function useOrderView(): OrderView {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => view,
  );
}

/** The filter that the view stands for, with days turned into instants of the workspace's zone. */
export function filterOf(of: OrderView, nowMs: number, timeZone: string): OrderFilter {
  const filter: OrderFilter = {};
  if (of.text.trim() !== '') filter.text = of.text.trim();
  if (of.statuses.length > 0) filter.statuses = of.statuses;
  const { from, to } = daysOf(of, dayOf(nowMs, timeZone));
  if (from !== undefined) filter.fromMs = startOfDay(from, timeZone);
  if (to !== undefined) filter.toMs = startOfDay(addDays(to, 1), timeZone);
  return filter;
}

function daysOf(of: OrderView, today: string): { from?: string; to?: string } {
  if (of.span === 'all') return {};
  if (of.span === 'own') {
    return {
      ...(of.fromDay ? { from: of.fromDay } : {}),
      ...(of.toDay ? { to: of.toDay } : {}),
    };
  }
  return { from: addDays(today, 1 - DAYS[of.span]), to: today };
}
