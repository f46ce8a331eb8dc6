import {
  type ExistingMembers,
  type ExistingOrders,
  MEMBER_KEYS,
  type MemberKey,
  type OrderField,
} from '@shared/domain/import/plan/existing';
import { PERSONAL_FIELDS } from '@shared/domain/members/erasure.rules';
import type { MemberMerge } from '@shared/domain/members/merge.schema';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';

const PERSONAL: ReadonlySet<OrderField> = new Set(PERSONAL_FIELDS.orders);

/**
 * The roster by which buyers are found, also by keys that a merge gave up: an order under the second
 * number of somebody whose two records were made one is that person's, and nobody new's.
 */
export async function withMergedKeys(
  db: ConsoleDb,
  members: ExistingMembers,
): Promise<ExistingMembers> {
  const stored = (await rowTable(db, 'memberMerges').toArray()) as unknown as MemberMerge[];
  const merges = stored.filter((merge) => merge.undoneAt === undefined);
  if (merges.length === 0) return members;
  const handles = new Map(
    Array.from({ length: members.size }, (_, handle) => [members.id(handle), handle]),
  );
  const into = new Map(merges.map(({ goneId, keptId }) => [goneId, keptId]));
  const aliases = new Map<string, number>();
  for (const { keptId, kept, gone } of merges) {
    const handle = handles.get(lastOf(into, keptId));
    if (handle === undefined) continue;
    for (const key of MEMBER_KEYS) {
      for (const value of [kept[key], gone[key]]) {
        if (value !== undefined) aliases.set(aliasOf(key, value), handle);
      }
    }
  }
  return {
    ...members,
    byKey: (key, value) => {
      const found = members.byKey(key, value);
      const alias = found.length === 0 ? aliases.get(aliasOf(key, value)) : undefined;
      return alias === undefined ? found : [alias];
    },
  };
}

const aliasOf = (key: MemberKey, value: string) => `${key}:${value}`;

/** Who stands at the end of a row of merges. */
function lastOf(into: ReadonlyMap<string, string>, id: string): string {
  let at = id;
  for (let next = into.get(at); next !== undefined && next !== id; next = into.get(at)) at = next;
  return at;
}

/**
 * The orders without news about erased people: a file that still has them may tell a refund, but
 * does not bring receiver, phone and address back.
 */
export async function withoutErased(
  db: ConsoleDb,
  orders: ExistingOrders,
): Promise<ExistingOrders> {
  const erased = new Set(await rowTable(db, 'erasures').toCollection().primaryKeys());
  if (erased.size === 0) return orders;
  return {
    ...orders,
    holds: (handle, field, value) =>
      (PERSONAL.has(field) && erased.has(String(orders.value(handle, 'memberId')))) ||
      orders.holds(handle, field, value),
  };
}
