import type { RiskEntry } from '@shared/domain/risk/risk-entry.schema';
import {
  createRiskIndex,
  type RiskHint,
  type RiskValues,
  riskOf,
} from '@shared/domain/risk/risk-match.rules';
import { useMemo } from 'react';
import { useLive } from '@/db/use-live';
import { readRiskEntries } from './risk-list.queries';

export type RiskFound = Omit<RiskHint, 'why'> & { why: RiskHint['why'] | 'listed' };

function listedAs(entries: readonly RiskEntry[], memberId: string | undefined) {
  const now = Date.now();
  const own = entries.find(
    (entry) =>
      memberId !== undefined &&
      entry.memberId === memberId &&
      (entry.expiresAt === undefined || entry.expiresAt > now),
  );
  return own && { level: own.level, reason: own.reason, entryId: own.id, why: 'listed' as const };
}

/** Whether a person is on the list or looks like somebody who is; follows the list as it changes. */
export function useRisk(values: RiskValues, memberId?: string): RiskFound | undefined {
  const entries = useLive(readRiskEntries, []);
  const index = useMemo(() => entries && createRiskIndex(entries, Date.now()), [entries]);
  if (!entries || !index) return undefined;
  return listedAs(entries, memberId) ?? riskOf(values, index);
}
