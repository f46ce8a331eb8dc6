import type { ExistingMembers, ExistingOrders } from '@shared/domain/import/plan/existing';
import { existingMembersOf, existingOrdersOf } from '@shared/domain/import/plan/existing-lists';
import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';
import type { Tag } from '@shared/domain/tags/tag.schema';
import type { ConsoleDb } from '@/db/db';
import { columnValue } from '@/db/paged/columns';
import { decodePage, decodeRow } from '@/db/paged/page';
import { PageSet } from '@/db/paged/page-set';
import { coldPages, hotPages, rowTable } from '@/db/tables';

const PAGES_AT_ONCE = 16;

async function pageKeys(db: ConsoleDb, entity: 'members' | 'orders'): Promise<string[][]> {
  const keys = await hotPages(db, entity).toCollection().primaryKeys();
  const chunks: string[][] = [];
  for (let i = 0; i < keys.length; i += PAGES_AT_ONCE)
    chunks.push(keys.slice(i, i + PAGES_AT_ONCE));
  return chunks;
}

async function tagNamesByMember(db: ConsoleDb): Promise<Map<string, Set<string>>> {
  const tags = (await rowTable(db, 'tags').toArray()) as unknown as Tag[];
  const names = new Map(tags.map((tag) => [tag.id, tag.name]));
  const byMember = new Map<string, Set<string>>();
  await new PageSet(db, 'tagAssignments').scan(['memberId', 'tagId'], (row) => {
    const name = names.get(String(row.tagId));
    if (name === undefined) return;
    const memberId = String(row.memberId);
    const known = byMember.get(memberId);
    if (known) known.add(name);
    else byMember.set(memberId, new Set([name]));
  });
  return byMember;
}

/** The whole roster; with the names of everybody's tags where the file has any. */
export async function storedMembers(db: ConsoleDb, withTags: boolean): Promise<ExistingMembers> {
  const members: Member[] = [];
  for (const keys of await pageKeys(db, 'members')) {
    const [hot, cold] = await Promise.all([
      hotPages(db, 'members').bulkGet(keys),
      coldPages(db, 'members').bulkGet(keys),
    ]);
    hot.forEach((page, index) => {
      if (page) members.push(...(decodePage(page, cold[index]) as unknown as Member[]));
    });
  }
  return existingMembersOf(members, withTags ? await tagNamesByMember(db) : new Map());
}

/** The stored orders that bear one of these numbers; a million others stay packed. */
export async function storedOrders(
  db: ConsoleDb,
  numbers: ReadonlySet<string>,
): Promise<ExistingOrders> {
  const orders: Order[] = [];
  for (const keys of await pageKeys(db, 'orders')) {
    const cold = await coldPages(db, 'orders').bulkGet(keys);
    for (const page of cold) {
      const column = page?.c.externalNo;
      if (!page || !column) continue;
      const hits: number[] = [];
      for (let index = 0; index < page.n; index++) {
        if (numbers.has(String(columnValue(column, index)))) hits.push(index);
      }
      const hot = hits.length > 0 ? await hotPages(db, 'orders').get(page.lo) : undefined;
      if (!hot) continue;
      for (const index of hits) orders.push(decodeRow(hot, page, index) as unknown as Order);
    }
  }
  return existingOrdersOf(orders);
}
