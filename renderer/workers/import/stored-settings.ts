import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import type { RiskEntry } from '@shared/domain/risk/risk-entry.schema';
import { createRiskIndex, type RiskIndex } from '@shared/domain/risk/risk-match.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import type { Workspace } from '@shared/domain/workspace/workspace.schema';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';

export async function storedZone(db: ConsoleDb): Promise<string> {
  const row = (await rowTable(db, 'workspace').get('workspace')) as Workspace | undefined;
  return row?.timeZone ?? DEFAULT_TIME_ZONE;
}

/** The risk list as it counts now; undefined where it is empty, so that nothing looks it up. */
export async function storedRisks(db: ConsoleDb): Promise<RiskIndex | undefined> {
  const entries = (await rowTable(db, 'riskEntries').toArray()) as unknown as RiskEntry[];
  return entries.length > 0 ? createRiskIndex(entries, Date.now()) : undefined;
}

/** When the very same file was imported last and not taken back. */
export async function lastImportOf(db: ConsoleDb, hash: string): Promise<number | undefined> {
  const found = await rowTable(db, 'importBatches').where('fileHash').equals(hash).toArray();
  const batches = found as unknown as ImportBatch[];
  const times = batches.filter((batch) => batch.undoneAt === undefined).map((batch) => batch.at);
  return times.length > 0 ? Math.max(...times) : undefined;
}
