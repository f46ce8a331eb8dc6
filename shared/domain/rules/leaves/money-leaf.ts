import type { Condition } from '../rule.schema';
import { lastEvent } from './event-counts';
import { type EventSource, eventSource } from './event-source';
import { type Leaf, NOBODY, numberLeaf } from './leaf';
import { type Stretch, stretchOf } from './range';
import type { RuleContext } from './rule-context';

type MoneyCondition = Extract<Condition, { kind: 'money' }>;
type Money = { amountFen: Float64Array; refundFen: Float64Array };

export function moneyLeaf(condition: MoneyCondition, context: RuleContext): Leaf {
  const event = condition.event ?? { of: 'order' as const };
  if (event.of !== 'order') return NOBODY;
  const source = eventSource(event, context);
  const stretch = stretchOf(condition.within, context.day);
  const { orders } = context.columns;
  return numberLeaf(
    measureOf(condition.measure, source, stretch, orders),
    condition.range,
    (row) => {
      const slot = lastEvent(source, row, stretch);
      return slot < 0 ? undefined : source.day[slot];
    },
  );
}

function measureOf(
  measure: MoneyCondition['measure'],
  source: EventSource,
  stretch: Stretch,
  orders: Money,
): (row: number) => number {
  if (measure === 'largestFen') return (row) => largestNet(source, stretch, orders, row);
  if (measure === 'averageFen') return (row) => averageNet(source, stretch, orders, row);
  if (measure === 'refundFen') return (row) => sumRefunds(source, stretch, orders, row);
  return (row) => sumNet(source, stretch, orders, row);
}

function sumNet(source: EventSource, stretch: Stretch, orders: Money, row: number): number {
  const { day, fits } = source;
  const { amountFen, refundFen } = orders;
  const first = source.start[row] ?? 0;
  let sum = 0;
  for (let slot = (source.end[row] ?? 0) - 1; slot >= first; slot--) {
    const on = day[slot] ?? 0;
    if (on < stretch.from) break;
    if (on > stretch.to || (fits !== undefined && !fits(slot))) continue;
    sum += (amountFen[slot] ?? 0) - (refundFen[slot] ?? 0);
  }
  return sum;
}

function sumRefunds(source: EventSource, stretch: Stretch, orders: Money, row: number): number {
  const { day, fits } = source;
  const { refundFen } = orders;
  const first = source.start[row] ?? 0;
  let sum = 0;
  for (let slot = (source.end[row] ?? 0) - 1; slot >= first; slot--) {
    const on = day[slot] ?? 0;
    if (on < stretch.from) break;
    if (on > stretch.to || (fits !== undefined && !fits(slot))) continue;
    sum += refundFen[slot] ?? 0;
  }
  return sum;
}

/** NaN without an order. */
function averageNet(source: EventSource, stretch: Stretch, orders: Money, row: number): number {
  const { day, fits } = source;
  const { amountFen, refundFen } = orders;
  const first = source.start[row] ?? 0;
  let sum = 0;
  let count = 0;
  for (let slot = (source.end[row] ?? 0) - 1; slot >= first; slot--) {
    const on = day[slot] ?? 0;
    if (on < stretch.from) break;
    if (on > stretch.to || (fits !== undefined && !fits(slot))) continue;
    sum += (amountFen[slot] ?? 0) - (refundFen[slot] ?? 0);
    count++;
  }
  return sum / count;
}

/** NaN without an order. */
function largestNet(source: EventSource, stretch: Stretch, orders: Money, row: number): number {
  const { day, fits } = source;
  const { amountFen, refundFen } = orders;
  const first = source.start[row] ?? 0;
  let largest = Number.NaN;
  for (let slot = (source.end[row] ?? 0) - 1; slot >= first; slot--) {
    const on = day[slot] ?? 0;
    if (on < stretch.from) break;
    if (on > stretch.to || (fits !== undefined && !fits(slot))) continue;
    const net = (amountFen[slot] ?? 0) - (refundFen[slot] ?? 0);
    if (!(net <= largest)) largest = net;
  }
  return largest;
}
