import { sumDaily } from '@shared/domain/step-tools/daily-counts.rules';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

type DailyRecords = { placements?: number; guidePage?: number };

async function readRecords(runId: string): Promise<DailyRecords> {
  const [steps, counts] = await Promise.all([
    readDb.rows('sopSteps').by('runId', runId),
    readDb.rows('funnelCounts').by('runId', runId),
  ]);
  const records: DailyRecords = {};
  for (const { position, definition } of steps) {
    if (definition.tool !== 'placements' && definition.tool !== 'guidePage') continue;
    const rows = counts.filter((row) => row.step === position);
    if (rows.length > 0) records[definition.tool] = sumDaily(rows).total;
  }
  return records;
}

/** What the figures by day come to, for the steps that keep some; `undefined` while loading. */
export const useDailyRecords = (runId: string): DailyRecords | undefined =>
  useLive(() => readRecords(runId), [runId]);
