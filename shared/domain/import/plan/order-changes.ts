import type { Order, OrderLine } from '@shared/domain/orders/order.schema';
import type { ExistingOrders } from './existing';
import type { FieldChange, OrderPatch, OrderValues } from './plan';

const MINUTE_MS = 60_000;

type KnownOrderRule = {
  isSequence: boolean;
  /** The order's time was told by the file, so that it can tell two orders apart. */
  isTimeTold: boolean;
};

function sameCampaign(known: Order, order: OrderValues, rule: KnownOrderRule): boolean {
  if (known.campaign === order.campaign) return true;
  return !rule.isSequence && (known.campaign === undefined || order.campaign === undefined);
}

/** A number that only counts within a 团 comes back: then time, else receiver, must agree too. */
function sameOccasion(known: Order, order: OrderValues, rule: KnownOrderRule): boolean {
  if (!rule.isSequence) return true;
  if (rule.isTimeTold) {
    return Math.floor(known.orderedAt / MINUTE_MS) === Math.floor(order.orderedAt / MINUTE_MS);
  }
  if (known.receiverPhone !== undefined && order.receiverPhone !== undefined) {
    return known.receiverPhone === order.receiverPhone;
  }
  return known.receiver === order.receiver;
}

/** The stored order that the file's order is, if it is known already. */
export function findKnownOrder(
  existing: ExistingOrders,
  order: OrderValues,
  rule: KnownOrderRule,
): Order | undefined {
  for (const id of existing.byNumber(order.externalNo)) {
    const known = existing.get(id);
    if (known && sameCampaign(known, order, rule) && sameOccasion(known, order, rule)) return known;
  }
  return undefined;
}

const lineText = (lines: readonly OrderLine[]) =>
  lines
    .map((line) => [line.product, line.spec, `×${line.quantity}`].filter(Boolean).join(' '))
    .join('；');

const linesKey = (lines: readonly OrderLine[]) =>
  JSON.stringify(lines.map((line) => [line.product, line.spec, line.quantity, line.amountFen]));

const SIMPLE_FIELDS = [
  'amountFen',
  'refundFen',
  'receiver',
  'receiverPhone',
  'address',
  'note',
] as const;

/** What the file would change about a known order; what it leaves blank stays. */
export function orderDifference(
  known: Order,
  order: OrderValues,
  hasStatus: boolean,
  isTimeTold: boolean,
): { patch: OrderPatch; changes: FieldChange[] } {
  const patch: Record<string, unknown> = {};
  const changes: FieldChange[] = [];
  const note = (field: string, before: string | undefined, after: string, value: unknown) => {
    patch[field] = value;
    changes.push({ field, before, after });
  };
  for (const field of SIMPLE_FIELDS) {
    const after = order[field];
    const before = known[field];
    if (after === undefined || after === before) continue;
    note(field, before === undefined ? undefined : String(before), String(after), after);
  }
  const isNewsOfStatus = hasStatus || order.status === 'refunded';
  if (isNewsOfStatus && order.status !== 'unknown' && order.status !== known.status) {
    note('status', known.status, order.status, order.status);
  }
  if (isTimeTold && order.orderedAt !== known.orderedAt) {
    note('orderedAt', String(known.orderedAt), String(order.orderedAt), order.orderedAt);
  }
  if (order.lines.length > 0 && linesKey(order.lines) !== linesKey(known.lines)) {
    note('lines', lineText(known.lines), lineText(order.lines), order.lines);
  }
  return { patch: patch as OrderPatch, changes };
}
