import type { Member } from '@shared/domain/members/member.schema';
import type { Order, OrderLine } from '@shared/domain/orders/order.schema';
import { type ExistingMembers, type ExistingOrders, MEMBER_KEYS, type MemberKey } from './existing';
import { createHandleMap, type HandleMap } from './handle-map';
import { createNameIndex } from './name-index';

const NO_TAGS: ReadonlySet<string> = new Set();

/** The roster from plain rows: every key in a map, built in one pass. */
export function existingMembersOf(
  members: Iterable<Member>,
  tagNamesByMember: ReadonlyMap<string, ReadonlySet<string>>,
): ExistingMembers {
  const list = [...members];
  const names = createNameIndex();
  const keys = new Map<MemberKey, HandleMap>(MEMBER_KEYS.map((key) => [key, createHandleMap()]));
  list.forEach((member, handle) => {
    for (const key of MEMBER_KEYS) keys.get(key)?.add(member[key], handle);
    names.add(member, handle);
  });
  return {
    size: list.length,
    byKey: (key, value) => keys.get(key)?.get(value) ?? [],
    byName: names.get,
    value: (handle, field) => list[handle]?.[field],
    id: (handle) => list[handle]?.id ?? '',
    tagNames: (handle) => tagNamesByMember.get(list[handle]?.id ?? '') ?? NO_TAGS,
  };
}

const isSameLine = (a: OrderLine, b: OrderLine | undefined) =>
  a.product === b?.product &&
  a.spec === b.spec &&
  a.quantity === b.quantity &&
  a.amountFen === b.amountFen;

const areSameLines = (a: readonly OrderLine[], b: readonly OrderLine[]) =>
  a.length === b.length && a.every((line, place) => isSameLine(line, b[place]));

/** The orders from plain rows. */
export function existingOrdersOf(orders: Iterable<Order>): ExistingOrders {
  const list = [...orders];
  const numbers = createHandleMap();
  list.forEach((order, handle) => {
    numbers.add(order.externalNo, handle);
  });
  return {
    byNumber: numbers.get,
    value: (handle, field) => list[handle]?.[field],
    holds: (handle, field, value) => list[handle]?.[field] === value,
    lines: (handle) => list[handle]?.lines ?? [],
    holdsLines: (handle, lines) => areSameLines(lines, list[handle]?.lines ?? []),
    id: (handle) => list[handle]?.id ?? '',
  };
}
