import type { OrderLine } from '@shared/domain/orders/order.schema';
import type { ImportField } from '../columns/fields';
import type { ColumnPolicies } from './choices';
import type { ExistingOrders } from './existing';
import type { FieldChange, OrderPatch, OrderValues } from './plan';
import { withPolicy } from './policy';
import { isSameSecond } from './same-second';

const MINUTE_MS = 60_000;

type KnownOrderRule = {
  isSequence: boolean;
  /** The order's time was told by the file, so that it can tell two orders apart. */
  isTimeTold: boolean;
};

function sameCampaign(known: unknown, order: OrderValues, rule: KnownOrderRule): boolean {
  if (known === order.campaign) return true;
  return !rule.isSequence && (known === undefined || order.campaign === undefined);
}

/** A number that only counts within a 团 comes back: then time, else receiver, must agree too. */
function sameOccasion(
  existing: ExistingOrders,
  known: number,
  order: OrderValues,
  rule: KnownOrderRule,
): boolean {
  if (!rule.isSequence) return true;
  if (rule.isTimeTold) {
    const orderedAt = Number(existing.value(known, 'orderedAt'));
    return Math.floor(orderedAt / MINUTE_MS) === Math.floor(order.orderedAt / MINUTE_MS);
  }
  const phone = existing.value(known, 'receiverPhone');
  if (phone !== undefined && order.receiverPhone !== undefined)
    return phone === order.receiverPhone;
  return existing.value(known, 'receiver') === order.receiver;
}

/** The handle of the stored order that the file's order is, if it is known already. */
export function findKnownOrder(
  existing: ExistingOrders,
  order: OrderValues,
  rule: KnownOrderRule,
): number | undefined {
  for (const known of existing.byNumber(order.externalNo)) {
    if (!sameCampaign(existing.value(known, 'campaign'), order, rule)) continue;
    if (sameOccasion(existing, known, order, rule)) return known;
  }
  return undefined;
}

const lineText = (lines: readonly OrderLine[]) =>
  lines
    .map((line) => [line.product, line.spec, `×${line.quantity}`].filter(Boolean).join(' '))
    .join('；');

/** A stored order's field with the column whose policy counts for it. */
const SIMPLE_FIELDS = [
  ['amountFen', 'amount'],
  ['refundFen', 'refund'],
  ['receiver', 'receiver'],
  ['receiverPhone', 'receiverPhone'],
  ['address', 'address'],
  ['note', 'note'],
] as const satisfies readonly (readonly [keyof OrderValues, ImportField])[];

export type OrderNews = {
  /** The file has a column of states. */
  hasStatus: boolean;
  isTimeTold: boolean;
  policies: ColumnPolicies;
};

const NO_CHANGES: FieldChange[] = [];

/** What the file would change about a known order, by each column's policy; blanks change nothing. */
export function orderDifference(
  existing: ExistingOrders,
  known: number,
  order: OrderValues,
  { hasStatus, isTimeTold, policies }: OrderNews,
): { patch: OrderPatch; changes: FieldChange[] } {
  const patch: Record<string, unknown> = {};
  let changes = NO_CHANGES;
  const note = (field: string, before: string | undefined, after: string, value: unknown) => {
    patch[field] = value;
    if (changes === NO_CHANGES) changes = [];
    changes.push({ field, before, after });
  };
  for (const [field, column] of SIMPLE_FIELDS) {
    const told = order[field];
    if (told === undefined || existing.holds(known, field, told)) continue;
    const before = existing.value(known, field);
    const after = withPolicy(policies, column, before, told);
    if (after === undefined) continue;
    note(field, before === undefined ? undefined : String(before), String(after), after);
  }
  const before = existing.value(known, 'status');
  const isNewsOfStatus = hasStatus || order.status === 'refunded';
  const mayChange = withPolicy(policies, 'status', before, order.status) !== undefined;
  if (isNewsOfStatus && mayChange && order.status !== 'unknown' && order.status !== before) {
    note('status', String(before), order.status, order.status);
  }
  const orderedAt = existing.value(known, 'orderedAt');
  const isMoved = isTimeTold && !isSameSecond(Number(orderedAt), order.orderedAt);
  if (isMoved && withPolicy(policies, 'orderedAt', orderedAt, order.orderedAt) !== undefined) {
    note('orderedAt', String(orderedAt), String(order.orderedAt), order.orderedAt);
  }
  if (order.lines.length > 0 && !existing.holdsLines(known, order.lines)) {
    const lines = existing.lines(known);
    const stored = lines.length === 0 ? undefined : 'lines';
    const mayReplace = withPolicy(policies, 'product', stored, 'told') !== undefined;
    if (mayReplace) {
      note('lines', lineText(lines), lineText(order.lines), order.lines);
    }
  }
  return { patch: patch as OrderPatch, changes };
}
