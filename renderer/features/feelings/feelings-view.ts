import type { CommentTopic, Feeling } from '@shared/domain/feelings/comment.schema';
import type { EventRef, Rule } from '@shared/domain/rules/rule.schema';
import { useSyncExternalStore } from 'react';
import type { CommentFilter, CommentOrder } from '@/workers/feelings/comment-types';

export const TIME_CHOICES = ['7', '30', '90'] as const;
export const STATE_CHOICES = ['corrected', 'unattached'] as const;

/** What the list shows; kept while one visits another page. */
export type FeelingsView = {
  feelings: readonly string[];
  topics: readonly string[];
  intensities: readonly string[];
  groupIds: readonly string[];
  /** One of TIME_CHOICES at most. */
  days: readonly string[];
  states: readonly string[];
  order: CommentOrder;
};

const START: FeelingsView = {
  feelings: [],
  topics: [],
  intensities: [],
  groupIds: [],
  days: [],
  states: [],
  order: 'newest',
};

let view = START;
const listeners = new Set<() => void>();

export function changeView(patch: Partial<FeelingsView>): void {
  view = { ...view, ...patch };
  for (const listener of listeners) listener();
}

export const clearView = (): void => changeView({ ...START, order: view.order });

export function useFeelingsView(): FeelingsView {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => view,
  );
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export function isNarrowed({ order: _, ...lists }: FeelingsView): boolean {
  return Object.values(lists).some((list) => list.length > 0);
}

/** The view as the data worker is asked; by the hour, so that asking twice is the same question. */
export function filterOf(current: FeelingsView, nowMs: number): CommentFilter {
  const { feelings, topics, intensities, groupIds, days, states } = current;
  const last = days[0];
  const hour = Math.floor(nowMs / HOUR_MS) * HOUR_MS;
  return {
    ...(feelings.length > 0 && { feelings: feelings as Feeling[] }),
    ...(topics.length > 0 && { topics: topics as CommentTopic[] }),
    ...(intensities.length > 0 && { intensities: intensities.map(Number) }),
    ...(groupIds.length > 0 && { groupIds: [...groupIds] }),
    ...(last !== undefined && { fromMs: hour - Number(last) * DAY_MS }),
    ...(states.includes('corrected') && { isCorrected: true }),
    ...(states.includes('unattached') && { isUnattached: true }),
  };
}

/** Whoever said something of this kind, within the view's time. */
export function speakersOf(event: Omit<EventRef & { of: 'comment' }, 'of'>, days?: string): Rule {
  return {
    kind: 'times',
    event: { of: 'comment', ...event },
    times: { min: 1 },
    ...(days === undefined ? {} : { within: { lastDays: Number(days) } }),
  };
}
