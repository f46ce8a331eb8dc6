import { dayNumber } from '@shared/lib/time';
import type { Condition } from '../rule.schema';
import { countDays, countEvents, firstEvent, lastEvent, shareOfEvents } from './event-counts';
import { eventSource } from './event-source';
import { type Leaf, numberLeaf } from './leaf';
import { includes, stretchOf } from './range';
import type { RuleContext } from './rule-context';

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

export function timesLeaf(condition: Of<'times'>, context: RuleContext): Leaf {
  const source = eventSource(condition.event, context);
  const stretch = stretchOf(condition.within, context.day);
  const { min, max } = includes(condition.times);
  // As soon as the least is reached, or the most passed, no later event can change the answer.
  const enough = max === Infinity ? Math.max(min, 0) : max + 1;
  return {
    ...numberLeaf(
      (row) => countEvents(source, row, stretch),
      condition.times,
      (row) => dayAt(source.day, lastEvent(source, row, stretch)),
    ),
    test: (row) => {
      const count = countEvents(source, row, stretch, enough);
      return count >= min && count <= max;
    },
  };
}

export function daysLeaf(condition: Of<'days'>, context: RuleContext): Leaf {
  const source = eventSource(condition.event, context);
  const stretch = stretchOf(condition.within, context.day);
  return numberLeaf(
    (row) => countDays(source, row, stretch),
    condition.days,
    (row) => dayAt(source.day, lastEvent(source, row, stretch)),
  );
}

export function shareLeaf(condition: Of<'share'>, context: RuleContext): Leaf {
  const source = eventSource(condition.event, context);
  const stretch = stretchOf(condition.within, context.day);
  return numberLeaf((row) => shareOfEvents(source, row, stretch), condition.share);
}

export function whenLeaf(condition: Of<'when'>, context: RuleContext): Leaf {
  const { day } = context;
  const source = eventSource(condition.event, context);
  const ever = stretchOf(undefined, day);
  const isFirst = condition.which === 'first';
  const slotOf = (row: number) =>
    isFirst ? firstEvent(source, row, day) : lastEvent(source, row, ever);
  const { min, max } = includes(condition.daysAgo);
  const { from, to } = condition.between ?? {};
  const fromDay = from === undefined ? -Infinity : dayNumber(from);
  const toDay = to === undefined ? Infinity : dayNumber(to);
  return {
    test: (row) => {
      const slot = slotOf(row);
      if (slot < 0) return false;
      const on = source.day[slot] ?? 0;
      const ago = day - on;
      return ago >= min && ago <= max && on >= fromDay && on <= toDay;
    },
    found: (row) => {
      const on = dayAt(source.day, slotOf(row));
      return on === undefined ? undefined : day - on;
    },
    day: (row) => dayAt(source.day, slotOf(row)),
  };
}

function dayAt(day: Int32Array, slot: number): number | undefined {
  return slot < 0 ? undefined : day[slot];
}
