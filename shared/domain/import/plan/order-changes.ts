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
  { field: 'amountFen', column: 'amount' },
  { field: 'refundFen', column: 'refund' },
  { field: 'receiver', column: 'receiver' },
  { field: 'receiverPhone', column: 'receiverPhone' },
  { field: 'address', column: 'address' },
  { field: 'note', column: 'note' },
] as const satisfies readonly { field: keyof OrderValues; column: ImportField }[];

export type OrderNews = {
  /** The file has a column of states. */
  hasStatus: boolean;
  isTimeTold: boolean;
  policies: ColumnPolicies;
};

type OrderDifference = { patch: OrderPatch; changes: FieldChange[] };
/** Of nearly every order of a file that comes again. */
const NO_DIFFERENCE: OrderDifference = { patch: {}, changes: [] };

/** What the file would change about a known order, by each column's policy; blanks change nothing. */
export function orderDifference(
  existing: ExistingOrders,
  known: number,
  order: OrderValues,
  { hasStatus, isTimeTold, policies }: OrderNews,
): OrderDifference {
  let found: OrderDifference | undefined;
  const note = (
    field: keyof OrderPatch,
    before: string | undefined,
    after: string,
    value: unknown,
  ) => {
    found ??= { patch: {}, changes: [] };
    Object.assign(found.patch, { [field]: value });
    found.changes.push({ field, before, after });
  };
  for (const { field, column } of SIMPLE_FIELDS) {
    const told = order[field];
    if (told === undefined || existing.holds(known, field, told)) continue;
    const before = existing.value(known, field);
    const after = withPolicy(policies, column, before, told);
    if (after === undefined) continue;
    note(field, before === undefined ? undefined : String(before), String(after), after);
  }
  const { status, orderedAt } = order;
  const statusBefore = existing.value(known, 'status');
  const isNewStatus = status !== statusBefore && status !== 'unknown';
  if (isNewStatus && (hasStatus || status === 'refunded')) {
    const mayChange = withPolicy(policies, 'status', statusBefore, status) !== undefined;
    if (mayChange) note('status', String(statusBefore), status, status);
  }
  const timeBefore = existing.value(known, 'orderedAt');
  if (isTimeTold && !isSameSecond(Number(timeBefore), orderedAt)) {
    const mayChange = withPolicy(policies, 'orderedAt', timeBefore, orderedAt) !== undefined;
    if (mayChange) note('orderedAt', String(timeBefore), String(orderedAt), orderedAt);
  }
  if (order.lines.length > 0 && !existing.holdsLines(known, order.lines)) {
    const lines = existing.lines(known);
    const stored = lines.length === 0 ? undefined : 'lines';
    const mayReplace = withPolicy(policies, 'product', stored, 'told') !== undefined;
    if (mayReplace) note('lines', lineText(lines), lineText(order.lines), order.lines);
  }
  return found ?? NO_DIFFERENCE;
}
