import {
  type BatchConversion,
  batchConversion,
} from '@shared/domain/import/batch-conversion.rules';
import type { Audit } from '@shared/domain/sop/audit.schema';
import type { ConsoleDb } from '@/db/db';
import { PageSet } from '@/db/paged/page-set';
import { rowTable } from '@/db/tables';

/** How far the members whom a batch brought in have come since. */
export async function storedConversion(db: ConsoleDb, batchId: string): Promise<BatchConversion> {
  const memberIds = new Set<string>();
  await new PageSet(db, 'members').scan(['id', 'batchId'], ({ id, batchId: from }) => {
    if (from === batchId) memberIds.add(id);
  });
  const orderCounts: { id: string; orderCount: number }[] = [];
  await new PageSet(db, 'memberStats').scan(['id', 'orderCount'], ({ id, orderCount }) => {
    if (memberIds.has(id)) orderCounts.push({ id, orderCount: Number(orderCount) });
  });
  const memberships: { memberId: string; leftAt: number | undefined }[] = [];
  await new PageSet(db, 'memberships').scan(['memberId', 'leftAt'], (row) => {
    const memberId = String(row.memberId);
    const leftAt = row.leftAt === undefined ? undefined : Number(row.leftAt);
    if (memberIds.has(memberId)) memberships.push({ memberId, leftAt });
  });
  const audits = (await rowTable(db, 'audits').toArray()) as unknown as Audit[];
  return batchConversion({ memberIds, orderCounts, memberships, audits });
}
