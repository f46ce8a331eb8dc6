import { foldText } from '@shared/domain/import/cells/text-cell';
import type { ImportCounts } from '@shared/domain/import/import-batch.schema';
import type { Member } from '@shared/domain/members/member.schema';
import type { Order, OrderLine } from '@shared/domain/orders/order.schema';
import type { RelayEntry } from './relay.types';

export const RELAY_TARGETS = ['orders', 'signUp', 'attend'] as const;
export type RelayTarget = (typeof RELAY_TARGETS)[number];

/** Whom a row belongs to: a member, somebody new, nobody yet, or left out. */
export type RelayPlace =
  | { kind: 'member'; memberId: string }
  | { kind: 'new' }
  | { kind: 'open' }
  | { kind: 'left-out' };

/** An entry as the leader has mended it, with its place. */
export type RelayRow = Omit<RelayEntry, 'raw' | 'doubts'> & { place: RelayPlace };

/** What an earlier paste of the same 接龙 has stored. */
export type EarlierOrder = Pick<
  Order,
  | 'id'
  | 'externalNo'
  | 'memberId'
  | 'amountFen'
  | 'status'
  | 'lines'
  | 'receiver'
  | 'note'
  | 'address'
>;
export type EarlierEvent = {
  id: string;
  memberId: string;
  kind: string;
  text: string;
  value: number | undefined;
};

export type RelayChoices = {
  title: string;
  target: RelayTarget;
  /** For one of each product, in fen. */
  prices: ReadonlyMap<string, number>;
  /** UTC ms of the orders or of the event. */
  at: number;
  status: 'paid' | 'pending';
};

export type RelayNewMember = Partial<Omit<Member, 'id' | 'source' | 'batchId'>> & { name: string };
/** A member by id, or a new one by place in `newMembers`. */
export type RelayRef = string | number;
type OrderFacts = Omit<Order, 'id' | 'memberId' | 'batchId'>;

export type RelayWrites = {
  newMembers: RelayNewMember[];
  newOrders: { member: RelayRef; order: OrderFacts }[];
  orderUpdates: { id: string; patch: Partial<OrderFacts> & { memberId?: string } }[];
  newEvents: {
    member: RelayRef;
    kind: 'signUp' | 'attend';
    at: number;
    text: string;
    value: number;
  }[];
  eventUpdates: { id: string; patch: { text: string; value: number } }[];
  counts: ImportCounts;
};

/** What a row costs: by prices, else by the amount that stands in it; `undefined` if neither tells. */
export function amountOf(
  row: Pick<RelayRow, 'items' | 'amountFen'>,
  prices: ReadonlyMap<string, number>,
): number | undefined {
  let sum = 0;
  for (const { product, quantity } of row.items) {
    const price = prices.get(product);
    if (price === undefined) return row.amountFen;
    sum += Math.round(price * quantity);
  }
  return row.items.length > 0 ? sum : row.amountFen;
}

/** How many come, or how much is taken: at least one. */
export function headsOf(row: Pick<RelayRow, 'items' | 'people'>): number {
  if (row.people !== undefined) return row.people;
  const counted = row.items.reduce((sum, { quantity }) => sum + quantity, 0);
  return counted > 0 ? counted : 1;
}

const SEPARATOR = '｜';

/** The start of the text of every event of this 接龙, by which a later paste finds it again. */
export const eventPrefix = (title: string): string => `${title}${SEPARATOR}`;

function eventText(title: string, row: RelayRow): string {
  const things = row.items.map(({ product, quantity }) => `${product}×${quantity}`);
  const told = [row.nickname, ...things, row.note].filter((part) => part !== '');
  return `${eventPrefix(title)}${told.join(' ')}`.slice(0, 5000);
}

/** Whom an earlier sign-up of this list, by its text, settled an entry on. */
export function earlierMember(
  row: Pick<RelayRow, 'nickname'>,
  events: readonly EarlierEvent[],
  title: string,
): string | undefined {
  if (row.nickname === '') return undefined;
  const start = `${eventPrefix(title)}${row.nickname}`;
  const members = events
    .filter(({ text }) => text === start || text.startsWith(`${start} `))
    .map(({ memberId }) => memberId);
  return new Set(members).size === 1 ? members[0] : undefined;
}

function linesOf(row: RelayRow, prices: ReadonlyMap<string, number>): OrderLine[] {
  return row.items.map(({ product, quantity }) => {
    const price = prices.get(product);
    return {
      product: product.slice(0, 300),
      quantity,
      ...(price !== undefined && { amountFen: Math.round(price * quantity) }),
    };
  });
}

/** Numbers that come twice in a list stay apart. */
function externalNumbers(rows: readonly RelayRow[]): string[] {
  const seen = new Map<number, number>();
  return rows.map(({ number }) => {
    const times = (seen.get(number) ?? 0) + 1;
    seen.set(number, times);
    return times === 1 ? String(number) : `${number}-${times}`;
  });
}

/** Name of the person on the parcel. */
const receiverOf = (row: RelayRow) => row.realName || row.nickname;

function sameCall(row: RelayRow, order: EarlierOrder): boolean {
  return order.receiver !== undefined && foldText(order.receiver) === foldText(receiverOf(row));
}

/**
 * Which stored order each row goes on: same number and name, then the same name or member where
 * both sides have it once, since numbers move when somebody leaves the list.
 */
export function findEarlier(
  rows: readonly RelayRow[],
  orders: readonly EarlierOrder[],
): (EarlierOrder | undefined)[] {
  const numbers = externalNumbers(rows);
  const found = rows.map((row, at) =>
    orders.find((order) => order.externalNo === numbers[at] && sameCall(row, order)),
  );
  const free = () => orders.filter((order) => !found.includes(order));
  const settle = (fits: (row: RelayRow, order: EarlierOrder) => boolean) => {
    rows.forEach((row, at) => {
      if (found[at]) return;
      const left = free().filter((order) => fits(row, order));
      const rivals = rows.filter((it, i) => !found[i] && left[0] && fits(it, left[0]));
      if (left.length === 1 && rivals.length === 1) found[at] = left[0];
    });
  };
  settle(sameCall);
  settle((row, order) => row.place.kind === 'member' && row.place.memberId === order.memberId);
  return found;
}

function sameLines(a: readonly OrderLine[], b: readonly OrderLine[]): boolean {
  const plain = (lines: readonly OrderLine[]) =>
    JSON.stringify(lines.map((line) => [line.product, line.quantity, line.amountFen]));
  return plain(a) === plain(b);
}

type Plan = { writes: RelayWrites; newByName: Map<string, number> };

function placeOf({ writes, newByName }: Plan, row: RelayRow): RelayRef | undefined {
  if (row.place.kind === 'member') return row.place.memberId;
  if (row.place.kind !== 'new') return undefined;
  const name = (row.realName || row.nickname || row.address || row.phone || '').slice(0, 200);
  if (name === '') return undefined;
  const key = [foldText(name), row.phone ?? '', row.address ?? ''].join('|');
  const known = newByName.get(key);
  if (known !== undefined) return known;
  const isOtherName = row.realName !== undefined && row.nickname !== '';
  const at = writes.newMembers.push({
    name,
    ...(row.phone && { phone: row.phone }),
    ...(row.address && { address: row.address }),
    ...(isOtherName && { groupNickname: row.nickname.slice(0, 200) }),
  });
  newByName.set(key, at - 1);
  return at - 1;
}

function planOrder(
  plan: Plan,
  row: RelayRow,
  number: string,
  earlier: EarlierOrder | undefined,
  { title, prices, at, status }: RelayChoices,
): keyof ImportCounts {
  const { writes } = plan;
  if (row.isCancelled || row.items.length === 0) {
    if (!earlier || !row.isCancelled) return row.place.kind === 'open' ? 'confirm' : 'rejected';
    if (earlier.status === 'cancelled') return 'unchanged';
    writes.orderUpdates.push({ id: earlier.id, patch: { status: 'cancelled' } });
    return 'update';
  }
  const amountFen = amountOf(row, prices);
  if (amountFen === undefined) return 'rejected';
  const lines = linesOf(row, prices);
  const receiver = receiverOf(row).slice(0, 200);
  if (earlier) {
    const patch: RelayWrites['orderUpdates'][number]['patch'] = {};
    if (earlier.amountFen !== amountFen) patch.amountFen = amountFen;
    if (!sameLines(earlier.lines, lines)) patch.lines = lines;
    if (row.note !== '' && row.note !== earlier.note) patch.note = row.note;
    if (row.address && row.address !== earlier.address) patch.address = row.address;
    if (earlier.status === 'cancelled') patch.status = status;
    if (row.place.kind === 'member' && row.place.memberId !== earlier.memberId) {
      patch.memberId = row.place.memberId;
    }
    if (Object.keys(patch).length === 0) return 'unchanged';
    writes.orderUpdates.push({ id: earlier.id, patch });
    return 'update';
  }
  const member = placeOf(plan, row);
  if (member === undefined) return row.place.kind === 'open' ? 'confirm' : 'rejected';
  writes.newOrders.push({
    member,
    order: {
      externalNo: number,
      campaign: title.slice(0, 200),
      orderedAt: at,
      amountFen,
      refundFen: 0,
      status,
      lines,
      ...(receiver !== '' && { receiver }),
      ...(row.phone && { receiverPhone: row.phone }),
      ...(row.address && { address: row.address }),
      ...(row.note !== '' && { note: row.note }),
    },
  });
  return 'create';
}

function planEvent(
  plan: Plan,
  row: RelayRow,
  earlier: readonly EarlierEvent[],
  { title, target, at }: RelayChoices,
): keyof ImportCounts {
  const { writes } = plan;
  if (row.isCancelled || target === 'orders') return 'rejected';
  const member = placeOf(plan, row);
  if (member === undefined) return row.place.kind === 'open' ? 'confirm' : 'rejected';
  const text = eventText(title, row);
  const value = headsOf(row);
  const known = earlier.filter((event) => event.memberId === member && event.kind === target);
  const same = known.find((event) => event.text === text && event.value === value);
  if (same) return 'unchanged';
  const [only] = known;
  if (only && known.length === 1) {
    writes.eventUpdates.push({ id: only.id, patch: { text, value } });
    return 'update';
  }
  writes.newEvents.push({ member, kind: target, at, text, value });
  return 'create';
}

/**
 * What committing a 接龙 will write, and what becomes of each row. The five counts sum to the rows:
 * rows without a decided member are `confirm`, left out, cancelled and priceless ones `rejected`.
 */
export function planRelay(
  rows: readonly RelayRow[],
  choices: RelayChoices,
  earlier: { orders: readonly EarlierOrder[]; events: readonly EarlierEvent[] },
): { writes: RelayWrites; outcomes: (keyof ImportCounts)[] } {
  const writes: RelayWrites = {
    newMembers: [],
    newOrders: [],
    orderUpdates: [],
    newEvents: [],
    eventUpdates: [],
    counts: {
      create: 0,
      update: 0,
      unchanged: 0,
      confirm: 0,
      rejected: 0,
      total: rows.length,
      rows: rows.length,
      newMembers: 0,
    },
  };
  const plan: Plan = { writes, newByName: new Map() };
  const numbers = externalNumbers(rows);
  const orders = choices.target === 'orders' ? findEarlier(rows, earlier.orders) : [];
  const outcomes = rows.map((row, at) => {
    if (row.place.kind === 'left-out') return 'rejected' as const;
    return choices.target === 'orders'
      ? planOrder(plan, row, numbers[at] ?? '', orders[at], choices)
      : planEvent(plan, row, earlier.events, choices);
  });
  for (const outcome of outcomes) writes.counts[outcome] += 1;
  writes.counts.newMembers = writes.newMembers.length;
  return { writes, outcomes };
}
