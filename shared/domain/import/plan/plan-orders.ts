import { isSequenceNumber } from '../columns/header-words';
import { columnsByField } from '../columns/mapping';
import { placeBuyer } from './buyer';
import type { ColumnPolicies } from './choices';
import { EntryTable, type PackedEntry } from './entry-table';
import type { ExistingMembers, ExistingOrders } from './existing';
import { NewOrders } from './new-orders';
import { findKnownOrder, orderDifference } from './order-changes';
import { groupRows, type OrderGroups, orderGrouper } from './order-groups';
import { isAmountPerLine } from './order-money';
import { type OrderSettings, type ReadOrder, readOrder } from './order-values';
import type { FieldChange, NewMember, OrderEntry, OrderPatch, OrderPlan, Planner } from './plan';
import type { MappedRows } from './plan-members';
import type { CellProblem, ConfirmReason, RejectCode } from './problems';
import { createRoster, memberRef, type Roster } from './roster';
import { createRowReader, type RowReader } from './row-reader';

export type OrderFile = MappedRows & {
  /** The 团 for rows that name none, where numbers only count within one 团. */
  campaign: string | undefined;
  /** UTC ms taken for orders of a file that has no time column. */
  assumedAt: number;
};

type Rare =
  | { patch: OrderPatch; changes: readonly FieldChange[] }
  | { place: number; reason: ConfirmReason; buyerValues: NewMember['values'] }
  | { problems: readonly CellProblem<RejectCode>[] };

type Context = {
  reader: RowReader;
  groups: OrderGroups;
  roster: Roster;
  existing: ExistingOrders;
  settings: OrderSettings;
  policies: ColumnPolicies;
  isSequence: boolean;
  assumedAt: number;
  entries: EntryTable<OrderEntry, Rare>;
  newOrders: NewOrders;
};

const BUYER_FIELDS = ['buyerName', 'buyerPhone', 'receiver', 'receiverPhone'] as const;

function addRejected({ reader, entries }: Context): void {
  const rare = { problems: reader.problems() };
  entries.add({ action: 'rejected', ref: 0, rare }, reader.warnings());
}

function refuseGroup(context: Context, group: number, row: number): void {
  const { reader, groups } = context;
  reader.begin(row);
  const problem = groups.problemOf(group) ?? 'order-number-missing';
  const { column } = reader.find('externalNo');
  if (problem === 'order-number-missing') reader.rejectMissing(problem, ['externalNo'], column);
  else reader.reject(problem, column);
  addRejected(context);
}

/** The entry of an order that is stored already; says whether it is. */
function addKnown(context: Context, read: ReadOrder): boolean {
  const { reader, existing, isSequence, policies, entries } = context;
  const { isTimeTold, warnings } = read;
  const known = findKnownOrder(existing, read.order, { isSequence, isTimeTold });
  if (known === undefined) return false;
  const news = { hasStatus: reader.has('status'), isTimeTold, policies };
  const { patch, changes } = orderDifference(existing, known, read.order, news);
  if (changes.length === 0) entries.add({ action: 'unchanged', ref: known }, warnings);
  else entries.add({ action: 'update', ref: known, rare: { patch, changes } }, warnings);
  return true;
}

function planGroup(context: Context, group: number): void {
  const { reader, groups, roster, entries, newOrders } = context;
  const rows = groupRows(groups, group);
  const number = groups.numbers[group];
  if (number === undefined) {
    refuseGroup(context, group, rows[0] ?? 0);
    return;
  }
  const asked = { rows, number, campaign: groups.campaignOf(group) };
  const read = readOrder(reader, asked, context.settings, context.assumedAt);
  const { order, warnings, problems } = read;
  if (problems.length > 0) {
    addRejected(context);
    return;
  }
  if (addKnown(context, read)) return;
  const { values } = read.buyer;
  if (read.region && !values.region) values.region = read.region;
  if (order.address && !values.address) values.address = order.address;
  const buyer = placeBuyer(roster, values);
  if (buyer.kind === 'nobody') {
    reader.use(rows[0] ?? 0);
    reader.rejectMissing('no-buyer', BUYER_FIELDS);
    addRejected(context);
    return;
  }
  const place = newOrders.add(order, buyer.person);
  if (buyer.kind === 'known') {
    entries.add({ action: 'create', ref: place }, warnings);
    return;
  }
  const rare = { place, reason: buyer.reason, buyerValues: buyer.values };
  entries.add({ action: 'confirm', ref: buyer.person, rare }, warnings);
}

function unpackWith(members: ExistingMembers, orders: ExistingOrders, newOrders: NewOrders) {
  const buyerAt = (place: number) => memberRef(members, newOrders.buyers[place] ?? 0);
  return ({ action, ref, rows, warnings, rare }: PackedEntry<Rare>): OrderEntry => {
    const base = { rows, warnings };
    if (rare && 'problems' in rare) return { ...base, action: 'rejected', ...rare };
    if (rare && 'place' in rare) {
      const { place, ...question } = rare;
      const order = newOrders.at(place);
      return { ...base, action: 'confirm', buyer: buyerAt(place), order, ...question };
    }
    if (action === 'create') {
      return { ...base, action, buyer: buyerAt(ref), order: newOrders.at(ref) };
    }
    const externalNo = String(orders.value(ref, 'externalNo') ?? '');
    const stored = { ...base, orderId: orders.id(ref), externalNo };
    return rare ? { ...stored, action: 'update', ...rare } : { ...stored, action: 'unchanged' };
  };
}

/** The file's rows put together into orders: what there is to plan, and which orders to look up. */
export type GroupedFile = {
  file: OrderFile;
  reader: RowReader;
  groups: OrderGroups;
  settings: OrderSettings;
  isSequence: boolean;
};

/** Puts the rows of an order file together, in steps of rows. */
export function orderFileGrouper(file: OrderFile): Planner<GroupedFile> {
  const columns = columnsByField(file.titles, file.mapping, 'orders');
  const reader = createRowReader(file.sheet, columns, file.fixes);
  const titleOf = (column: number | undefined) =>
    column === undefined ? undefined : file.titles[column];
  const isSequence = isSequenceNumber(titleOf(columns.get('externalNo')?.[0]));
  const grouper = orderGrouper(file.rows, reader, { isSequence, campaign: file.campaign });
  return {
    total: grouper.total,
    advance: grouper.advance,
    plan() {
      const groups = grouper.plan();
      const settings = {
        zone: file.zone,
        assumedAt: columns.has('orderedAt') ? undefined : file.assumedAt,
        isAmountPerLine: isAmountPerLine(reader, groups, titleOf(columns.get('amount')?.[0])),
      };
      return { file, reader, groups, settings, isSequence };
    },
  };
}

/** An order file's plan in steps: one for each order. */
export function orderPlanner(
  { file, reader, groups, settings, isSequence }: GroupedFile,
  members: ExistingMembers,
  orders: ExistingOrders,
): Planner<OrderPlan> {
  const newOrders = new NewOrders(groups.count);
  const entries = new EntryTable<OrderEntry, Rare>(groups, unpackWith(members, orders, newOrders));
  const context: Context = {
    reader,
    groups,
    roster: createRoster(members),
    existing: orders,
    settings,
    policies: file.policies ?? {},
    isSequence,
    assumedAt: file.assumedAt,
    entries,
    newOrders,
  };
  return {
    total: groups.count,
    advance(count) {
      const end = Math.min(entries.length + count, groups.count);
      for (let group = entries.length; group < end; group++) planGroup(context, group);
      return entries.length;
    },
    plan: () => ({
      kind: 'orders',
      entries,
      newMembers: context.roster.newMembers,
      newOrders,
      memberId: members.id,
    }),
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
  const grouper = orderFileGrouper(file);
  grouper.advance(grouper.total);
  const planner = orderPlanner(grouper.plan(), members, orders);
  planner.advance(planner.total);
  return planner.plan();
}
