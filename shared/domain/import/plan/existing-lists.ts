import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';
import { foldText } from '../cells/text-cell';
import { type ExistingMembers, type ExistingOrders, MEMBER_KEYS } from './existing';

const NONE: readonly string[] = [];
const NO_TAGS: ReadonlySet<string> = new Set();

function push(map: Map<string, string[]>, key: string, id: string): void {
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}

/** The roster from plain rows: every key in a map, built in one pass. */
export function existingMembersOf(
  members: Iterable<Member>,
  tagNamesByMember: ReadonlyMap<string, ReadonlySet<string>>,
): ExistingMembers {
  const byId = new Map<string, Member>();
  const names = new Map<string, string[]>();
  const keys = new Map(MEMBER_KEYS.map((key) => [key, new Map<string, string[]>()]));
  for (const member of members) {
    byId.set(member.id, member);
    for (const key of MEMBER_KEYS) {
      const value = member[key];
      const map = keys.get(key);
      if (value !== undefined && map) push(map, value, member.id);
    }
    const name = foldText(member.name);
    push(names, name, member.id);
    const nickname = member.groupNickname ? foldText(member.groupNickname) : name;
    if (nickname !== name) push(names, nickname, member.id);
  }
  return {
    byKey: (key, value) => keys.get(key)?.get(value) ?? NONE,
    byName: (folded) => names.get(folded) ?? NONE,
    get: (id) => byId.get(id),
    tagNames: (id) => tagNamesByMember.get(id) ?? NO_TAGS,
  };
}

/** The orders from plain rows. */
export function existingOrdersOf(orders: Iterable<Order>): ExistingOrders {
  const byId = new Map<string, Order>();
  const numbers = new Map<string, string[]>();
  for (const order of orders) {
    byId.set(order.id, order);
    push(numbers, order.externalNo, order.id);
  }
  return {
    byNumber: (externalNo) => numbers.get(externalNo) ?? NONE,
    get: (id) => byId.get(id),
  };
}
