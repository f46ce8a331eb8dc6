import { COMMENT_TOPICS, FEELINGS } from '@shared/domain/feelings/comment.schema';
import type { OrderSlices, PeopleColumns } from '@shared/domain/people/people-columns';
import type { EventRef } from '../rule.schema';
import { includes } from './range';
import type { RuleContext } from './rule-context';

/** Where a person's events of one sort lie, and which of them are meant. */
export type EventSource = {
  start: Uint32Array;
  end: Uint32Array;
  day: Int32Array;
  at: Float64Array;
  /** Absent when all are meant. */
  fits?: (slot: number) => boolean;
};

type Fits = EventSource['fits'];
type Part<K extends EventRef['of']> = Extract<EventRef, { of: K }>;

/** An empty list narrows nothing, as if it were not named. */
export function named<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list !== undefined && list.length > 0 ? list : undefined;
}

/** By code, whether the value is wanted; everything is when nothing is named. */
function wantedCodes(all: readonly string[], wanted: readonly string[] | undefined): Uint8Array {
  const list = named(wanted);
  return Uint8Array.from(all, (value) => (list === undefined || list.includes(value) ? 1 : 0));
}

export function eventSource(event: EventRef, context: RuleContext): EventSource {
  const { start, end, day, at } = slicesOf(event.of, context.columns);
  return { start, end, day, at, fits: fitsOf(event, context) };
}

function slicesOf(of: EventRef['of'], columns: PeopleColumns) {
  if (of === 'order') return columns.orders;
  return of === 'comment' ? columns.comments : columns.interactions;
}

function fitsOf(event: EventRef, context: RuleContext): Fits {
  if (event.of === 'order') return orderFits(event, context);
  if (event.of === 'comment') return commentFits(event, context.columns);
  return interactionFits(event, context.columns);
}

function orderFits(event: Part<'order'>, context: RuleContext): Fits {
  const { orders } = context.columns;
  const byHead =
    event.netFen || event.isRefunded !== undefined ? headFits(event, orders) : undefined;
  const product = named(event.product);
  const category = named(event.category);
  if (product === undefined && category === undefined) return byHead;
  const { lines } = orders;
  if (lines === undefined) throw new Error('a rule about products needs the lines of orders');
  const { start, end, product: code } = lines;
  const wanted = context.productFits.of(product, category);
  const byLine = (slot: number) => {
    const last = end[slot] ?? 0;
    for (let line = start[slot] ?? 0; line < last; line++) {
      if (wanted[code[line] ?? 0] === 1) return true;
    }
    return false;
  };
  return byHead ? (slot) => byHead(slot) && byLine(slot) : byLine;
}

function headFits(event: Part<'order'>, orders: OrderSlices): (slot: number) => boolean {
  const { amountFen, refundFen } = orders;
  const { min, max } = includes(event.netFen);
  const { isRefunded } = event;
  return (slot) => {
    const refund = refundFen[slot] ?? 0;
    if (isRefunded !== undefined && refund > 0 !== isRefunded) return false;
    const net = (amountFen[slot] ?? 0) - refund;
    return net >= min && net <= max;
  };
}

function interactionFits(event: Part<'interaction'>, columns: PeopleColumns): Fits {
  const { kind, kinds, group, value } = columns.interactions;
  const kindWanted = wantedCodes(kinds, event.kinds);
  const groupIds = named(event.groupIds);
  const groupWanted = wantedCodes(
    columns.groups.map(({ id }) => id),
    groupIds,
  );
  const hasValue = event.value !== undefined;
  const { min, max } = includes(event.value);
  return (slot) => {
    if (kindWanted[kind[slot] ?? 0] !== 1) return false;
    if (groupIds !== undefined && groupWanted[(group[slot] ?? 0) - 1] !== 1) return false;
    if (!hasValue) return true;
    const found = value[slot] ?? Number.NaN;
    return found >= min && found <= max;
  };
}

function commentFits(event: Part<'comment'>, columns: PeopleColumns): Fits {
  const { feeling, topic, intensity } = columns.comments;
  if (!named(event.feelings) && !named(event.topics) && !event.intensity) return undefined;
  const feelingWanted = wantedCodes(FEELINGS, event.feelings);
  const topicWanted = wantedCodes(COMMENT_TOPICS, event.topics);
  const { min, max } = includes(event.intensity);
  return (slot) => {
    if (feelingWanted[feeling[slot] ?? 0] !== 1) return false;
    if (topicWanted[topic[slot] ?? 0] !== 1) return false;
    const found = intensity[slot] ?? 0;
    return found >= min && found <= max;
  };
}
