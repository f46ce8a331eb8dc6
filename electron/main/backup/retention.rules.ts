import type { BackupInfo } from '@shared/contracts/ipc';

export type BackupFacts = Pick<
  BackupInfo,
  'name' | 'createdAt' | 'reason' | 'counts' | 'databaseId'
>;

const DAY_MS = 86_400_000;
/** Days are counted in China's time, which has no summer time. */
const CHINA_OFFSET_MS = 8 * 3_600_000;
const KEEP_OF_TODAY = 3;
const KEEP_DAYS = 7;
const KEEP_WEEKS = 4;
const KEEP_AT_MOST = 12;
const KEPT_REASONS = ['restore', 'upgrade', 'import'];

/** Below this share of the fullest copy, a copy counts as nearly empty. */
const NEAR_EMPTY_SHARE = 0.05;
/** So few records are typed again in minutes; they protect nothing. */
const WORTH_PROTECTING = 20;

const dayOf = (ms: number) => Math.floor((ms + CHINA_OFFSET_MS) / DAY_MS);
/** Weeks begin on Monday; day 0 (1970-01-01) was a Thursday. */
const weekOf = (ms: number) => Math.floor((dayOf(ms) + 3) / 7);

export function countRecords(backup: Pick<BackupInfo, 'counts'>): number {
  return Object.values(backup.counts).reduce((sum, count) => sum + count, 0);
}

function findFullest<T extends Pick<BackupInfo, 'counts'>>(backups: readonly T[]): T | undefined {
  return backups.reduce<T | undefined>(
    (best, next) => (best === undefined || countRecords(next) > countRecords(best) ? next : best),
    undefined,
  );
}

/** True when `records` is so little beside the kept copies that something has gone wrong. */
export function isNearEmpty(records: number, kept: readonly Pick<BackupInfo, 'counts'>[]): boolean {
  const fullest = findFullest(kept);
  if (fullest === undefined) return false;
  const most = countRecords(fullest);
  return most >= WORTH_PROTECTING && records < most * NEAR_EMPTY_SHARE;
}

/**
 * The names that may go. Kept, most important first, at most twelve: the newest copy; the fullest
 * when the newest is nearly empty; the newest of every other database; the newest made before a
 * restore, an upgrade and an import; three of today; one of each of four weeks; one of each of seven
 * days. `backups` holds the good copies only, so the last good one always stays.
 */
export function pickExpired(backups: readonly BackupFacts[], nowMs: number): string[] {
  const newestFirst = [...backups].sort((a, b) => b.createdAt - a.createdAt);
  const newest = newestFirst[0];
  if (newest === undefined) return [];
  const kept = new Set<string>();
  const keep = (backup: BackupFacts | undefined) => {
    if (backup !== undefined && kept.size < KEEP_AT_MOST) kept.add(backup.name);
  };

  keep(newest);
  if (isNearEmpty(countRecords(newest), newestFirst)) keep(findFullest(newestFirst));
  for (const databaseId of new Set(newestFirst.map((backup) => backup.databaseId))) {
    keep(newestFirst.find((backup) => backup.databaseId === databaseId));
  }
  for (const reason of KEPT_REASONS) keep(newestFirst.find((backup) => backup.reason === reason));
  const today = dayOf(nowMs);
  newestFirst
    .filter((backup) => dayOf(backup.createdAt) === today)
    .slice(0, KEEP_OF_TODAY)
    .forEach(keep);
  for (let age = 0; age < KEEP_WEEKS; age += 1) {
    keep(newestFirst.find((backup) => weekOf(backup.createdAt) === weekOf(nowMs) - age));
  }
  for (let age = 0; age < KEEP_DAYS; age += 1) {
    keep(newestFirst.find((backup) => dayOf(backup.createdAt) === today - age));
  }
  return newestFirst.filter((backup) => !kept.has(backup.name)).map((backup) => backup.name);
}
