import { isSequenceNumber } from '../columns/header-words';
import { columnsByField } from '../columns/mapping';
import { placeBuyer } from './buyer';
import type { ExistingMembers, ExistingOrders } from './existing';
import { findKnownOrder, orderDifference } from './order-changes';
import { groupOrders, type OrderGroup } from './order-groups';
import { isAmountPerLine } from './order-money';
import { type OrderSettings, type ReadOrder, readOrder } from './order-values';
import type { OrderEntry, OrderPlan, Planner } from './plan';
import type { MappedRows } from './plan-members';
import { createRoster, type Roster } from './roster';
import { createRowReader, type RowReader } from './row-reader';

export type OrderFile = MappedRows & {
  /** The 团 for rows that name none, where numbers only count within one 团. */
  campaign: string | undefined;
  /** UTC ms taken for orders of a file that has no time column. */
  assumedAt: number;
};

type Context = {
  reader: RowReader;
  roster: Roster;
  existing: ExistingOrders;
  settings: OrderSettings;
  isSequence: boolean;
  assumedAt: number;
};

function rejectGroup(reader: RowReader, group: OrderGroup): OrderEntry {
  const rows = group.rows.map((row) => row.rowNumber);
  const first = group.rows[0];
  if (first) reader.begin(first);
  reader.reject(group.problem ?? 'order-number-missing', reader.find('externalNo').column);
  return { action: 'rejected', rows, warnings: [], problems: reader.problems() };
}

function planKnown(context: Context, read: ReadOrder, rows: readonly number[]) {
  const { reader, existing, isSequence } = context;
  const { isTimeTold } = read;
  const known = findKnownOrder(existing, read.order, { isSequence, isTimeTold });
  if (!known) return undefined;
  const hasStatus = reader.has('status');
  const { patch, changes } = orderDifference(known, read.order, hasStatus, isTimeTold);
  const { externalNo } = read.order;
  const base = { rows, warnings: read.warnings, orderId: known.id, externalNo };
  return changes.length === 0
    ? ({ ...base, action: 'unchanged' } as const)
    : ({ ...base, action: 'update', patch, changes } as const);
}

function planGroup(context: Context, group: OrderGroup): OrderEntry {
  const { reader, roster } = context;
  if (group.number === undefined) return rejectGroup(reader, group);
  const rows = group.rows.map((row) => row.rowNumber);
  const read = readOrder(reader, group, context.settings, context.assumedAt);
  const { order, warnings, problems } = read;
  if (problems.length > 0) return { action: 'rejected', rows, warnings, problems };
  const known = planKnown(context, read, rows);
  if (known) return known;
  const { values } = read.buyer;
  if (read.region && !values.region) values.region = read.region;
  if (order.address && !values.address) values.address = order.address;
  const buyer = placeBuyer(roster, values);
  if (buyer.kind === 'nobody') {
    const problem = { code: 'no-buyer' as const, row: rows[0] ?? 0, column: -1, text: '' };
    return { action: 'rejected', rows, warnings, problems: [problem] };
  }
  if (buyer.kind === 'known') return { action: 'create', rows, warnings, buyer: buyer.ref, order };
  const { ref, reason, values: buyerValues } = buyer;
  return { action: 'confirm', rows, warnings, buyer: ref, reason, order, buyerValues };
}

/** An order file's plan in steps: rows are put together into orders first, then each is planned. */
export function orderPlanner(
  file: OrderFile,
  members: ExistingMembers,
  orders: ExistingOrders,
): Planner<OrderPlan> {
  const columns = columnsByField(file.titles, file.mapping, 'orders');
  const reader = createRowReader(columns);
  const titleOf = (column: number | undefined) =>
    column === undefined ? undefined : file.titles[column];
  const isSequence = isSequenceNumber(titleOf(columns.get('externalNo')?.[0]));
  const hasTime = columns.has('orderedAt');
  const groups = groupOrders(file.rows, reader, { isSequence, campaign: file.campaign });
  const context: Context = {
    reader,
    roster: createRoster(members),
    existing: orders,
    assumedAt: file.assumedAt,
    isSequence,
    settings: {
      zone: file.zone,
      assumedAt: hasTime ? undefined : file.assumedAt,
      isAmountPerLine: isAmountPerLine(reader, groups, titleOf(columns.get('amount')?.[0])),
    },
  };
  const entries: OrderEntry[] = [];
  return {
    total: groups.length,
    advance(count) {
      const end = Math.min(entries.length + count, groups.length);
      for (const group of groups.slice(entries.length, end)) {
        entries.push(planGroup(context, group));
      }
      return entries.length;
    },
    plan: () => ({ kind: 'orders', entries, newMembers: context.roster.newMembers }),
  };
}

/**
 * What an order file would do: one entry for each order (its rows together, its amount once) and for
 * each row that forms none. Buyers who are no members yet become new members. Nothing is written.
 */
export function planOrders(
  file: OrderFile,
  members: ExistingMembers,
  orders: ExistingOrders,
): OrderPlan {
  const planner = orderPlanner(file, members, orders);
  planner.advance(planner.total);
  return planner.plan();
}
