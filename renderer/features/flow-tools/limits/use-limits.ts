import { limitUseId } from '@shared/domain/limits/limit-use.rules';
import type { LimitKey } from '@shared/domain/limits/limit-use.schema';
import {
  PLATFORM_LIMITS_ID,
  type PlatformLimits,
  readPlatformLimits,
} from '@shared/domain/limits/platform-limits';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

/** The workspace's limits, or the defaults. */
export function usePlatformLimits(): PlatformLimits | undefined {
  return useLive(
    async () =>
      readPlatformLimits((await readDb.rows('modelSettings').get(PLATFORM_LIMITS_ID))?.settings),
    [],
  );
}

/** How often an account did it on a day, and which accounts have been counted at all. */
export function useLimitUses(
  limit: LimitKey,
  day: string,
  account: string,
): { count: number; accounts: string[] } | undefined {
  const rows = useLive(() => readDb.rows('limitUses').all(), []);
  if (!rows) return undefined;
  const id = limitUseId(limit, day, account);
  const accounts = new Set(rows.filter((row) => row.limit === limit).map((row) => row.account));
  return {
    count: rows.find((row) => row.id === id)?.count ?? 0,
    accounts: [...accounts].filter((name) => name !== '').sort(),
  };
}
