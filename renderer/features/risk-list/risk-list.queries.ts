import type { RiskEntry } from '@shared/domain/risk/risk-entry.schema';
import { readDb } from '@/db/read';

/** Newest first. */
export async function readRiskEntries(): Promise<RiskEntry[]> {
  const entries = await readDb.rows('riskEntries').all();
  return entries.sort((a, b) => b.at - a.at);
}
