import type { LimitKey } from './limit-use.schema';

/** From this share of a limit on one is warned. */
const NEAR_SHARE = 0.8;

export type LimitStanding = 'free' | 'near' | 'reached' | 'over';

/** Where a count stands against its daily limit: `near` from 80 % on, `reached` at the limit. */
export function limitStanding(count: number, perDay: number): LimitStanding {
  if (count > perDay) return 'over';
  if (count === perDay) return 'reached';
  return count >= perDay * NEAR_SHARE ? 'near' : 'free';
}

/** The id under which a day's use of one account is kept; the account is part of it as typed. */
export function limitUseId(limit: LimitKey, day: string, account: string): string {
  return `${limit}.${day}.${account.trim()}`;
}
