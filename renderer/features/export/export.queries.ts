import type { ColumnSet } from '@shared/domain/export/column-set.schema';
import type { ExportList } from '@shared/domain/export/export-lists';
import type { EntityName } from '@shared/domain/registry';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import type { ExportScope } from '@/workers/export/export-types';

/** The saved columns of a list, by name. */
export async function readColumnSets(list: ExportList): Promise<ColumnSet[]> {
  const sets = await readDb.rows('columnSets').by('list', list);
  return sets.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

/** The store that counts a list's records. */
const ENTITIES: Record<ExportList, EntityName> = {
  members: 'members',
  orders: 'orders',
  orderTotals: 'orders',
  tags: 'tags',
  tagAssignments: 'tagAssignments',
  memberships: 'memberships',
  funnel: 'sopSteps',
  funnelEvents: 'funnelEvents',
  funnelCounts: 'funnelCounts',
  calendar: 'contentItems',
  contentResults: 'contentResults',
  interactions: 'interactions',
  supplierReadings: 'supplierReadings',
  weatherDays: 'weatherDays',
  riskEntries: 'riskEntries',
  rosterLists: 'rosterLists',
  rosterPeople: 'rosterLists',
  replies: 'replies',
  ruleEntries: 'ruleEntries',
};

const isOrderList = (list: ExportList) => list === 'orders' || list === 'orderTotals';

/** How many records the export would hold; an order is one, however many lines it has. */
export async function countRecords(list: ExportList, scope: ExportScope): Promise<number> {
  if (list === 'members' && scope.memberIds) return scope.memberIds.length;
  if (list === 'members' && scope.members) {
    return (await dataWorker().lists.queryMembers({ ...scope.members, limit: 0 })).total;
  }
  if (isOrderList(list) && scope.orders) {
    return (await dataWorker().lists.queryOrders({ ...scope.orders, limit: 0 })).total;
  }
  if (list === 'funnel' && scope.run) {
    return (await readDb.rows('sopSteps').by('runId', scope.run.id)).length;
  }
  if (list === 'rosterLists' && scope.roster) {
    return (await readDb.rows('rosterLists').by('groupId', scope.roster.groupId)).length;
  }
  if (list === 'rosterPeople' && scope.roster?.listId !== undefined) {
    const one = await readDb.rows('rosterLists').get(scope.roster.listId);
    return one ? one.total + one.leftIds.length : 0;
  }
  return readDb.counter(ENTITIES[list]);
}

/** How many records each list has in all. */
export async function countAll(
  lists: readonly ExportList[],
): Promise<ReadonlyMap<ExportList, number>> {
  const counts = await Promise.all(
    lists.map(async (list) => [list, await readDb.counter(ENTITIES[list])] as const),
  );
  return new Map(counts);
}
