import type { RuleRemark } from '../engine-types';
import type { Condition, EventRef, Range, Window } from '../rule.schema';
import { isEmpty, isEverything, isUpsideDown, rangesOf } from './condition-ranges';

type Remark = Pick<RuleRemark, 'code' | 'isError'>;

const UPSIDE_DOWN: Remark = { code: 'range-upside-down', isError: true };
const EMPTY_WINDOW: Remark = { code: 'empty-window', isError: true };
const NEVER: Remark = { code: 'never-true', isError: false };
const ALWAYS: Remark = { code: 'always-true', isError: false };

/** What one condition by itself says wrongly. */
export function conditionRemarks(condition: Condition): Remark[] {
  const ranges = rangesOf(condition);
  const remarks: Remark[] = [];
  const all = [...ranges.map(({ range }) => range), ...eventsOf(condition).flatMap(eventRanges)];
  if (all.some(isUpsideDown)) remarks.push(UPSIDE_DOWN);
  else if (ranges.some(isEmpty)) remarks.push(NEVER);
  else if (ranges.length > 0 && ranges.every(isEverything)) remarks.push(ALWAYS);
  if (windowsOf(condition).some(isBackwards)) remarks.push(EMPTY_WINDOW);
  if (condition.kind === 'attribute' && condition.isAny.length === 0) remarks.push(NEVER);
  if (condition.kind === 'money' && (condition.event?.of ?? 'order') !== 'order') {
    remarks.push(NEVER);
  }
  return remarks;
}

export function eventsOf(condition: Condition): EventRef[] {
  if (condition.kind === 'sequence') {
    return condition.without ? [...condition.steps, condition.without] : condition.steps;
  }
  return 'event' in condition && condition.event ? [condition.event] : [];
}

function eventRanges(event: EventRef): Range[] {
  const range =
    event.of === 'order' ? event.netFen : event.of === 'comment' ? event.intensity : event.value;
  return range === undefined ? [] : [range];
}

function windowsOf(condition: Condition): Window[] {
  const windows: (Window | undefined)[] = [];
  if ('within' in condition) windows.push(condition.within);
  if (condition.kind === 'when') windows.push(condition.between);
  return windows.filter((window) => window !== undefined);
}

function isBackwards(window: Window): boolean {
  return 'from' in window && window.to !== undefined && (window.from ?? '') > window.to;
}
