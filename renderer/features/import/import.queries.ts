import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import { readDb } from '@/db/read';

const SHOWN = 30;

/** The newest imports, those taken back among them. */
export async function readImports(): Promise<ImportBatch[]> {
  const batches = await readDb.rows('importBatches').all();
  return batches.sort((a, b) => b.at - a.at).slice(0, SHOWN);
}
