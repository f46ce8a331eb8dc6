import type { EventRef } from '@shared/domain/rules/rule.schema';

const PARTS = {
  order: ['product', 'category', 'netFen', 'isRefunded'],
  interaction: ['groupIds', 'value'],
  comment: ['feelings', 'topics', 'intensity'],
} as const;

/** Something by which an event may be narrowed down. */
export type EventPart = (typeof PARTS)[keyof typeof PARTS][number];

/** What an event is when one has only said of which sort it is. */
export const EVENT_STARTS: { [O in EventRef['of']]: Extract<EventRef, { of: O }> } = {
  order: { of: 'order' },
  interaction: { of: 'interaction', kinds: ['checkIn'] },
  comment: { of: 'comment' },
};

const isNamed = (event: EventRef, part: EventPart) =>
  (event as Partial<Record<EventPart, unknown>>)[part] !== undefined;

export const partsNotNamed = (event: EventRef): EventPart[] =>
  PARTS[event.of].filter((part) => !isNamed(event, part));

export function withoutPart(event: EventRef, part: EventPart): EventRef {
  const { [part]: _, ...others } = event as EventRef & Partial<Record<EventPart, unknown>>;
  return others as EventRef;
}

type Known = {
  product: string;
  category: string;
  groupId: string | undefined;
};

/** The event narrowed by one part more, with a value to begin with. */
export function emptyPart(event: EventRef, part: EventPart, known: Known): EventRef {
  if (event.of === 'order') {
    if (part === 'product') return { ...event, product: [known.product] };
    if (part === 'category') return { ...event, category: [known.category] };
    return part === 'netFen' ? { ...event, netFen: { min: 5000 } } : { ...event, isRefunded: true };
  }
  if (event.of === 'interaction') {
    return part === 'groupIds'
      ? { ...event, groupIds: known.groupId === undefined ? [] : [known.groupId] }
      : { ...event, value: { min: 9 } };
  }
  if (part === 'feelings') return { ...event, feelings: ['bad'] };
  return part === 'topics'
    ? { ...event, topics: ['freshness'] }
    : { ...event, intensity: { min: 2 } };
}
