import type { TagAssignment } from './tag.schema';

export const DAY_MS = 86_400_000;

/** Whether an assignment has run out by `now` (UTC ms). */
export function hasExpired({ expiresAt }: Pick<TagAssignment, 'expiresAt'>, now: number): boolean {
  return expiresAt !== undefined && expiresAt <= now;
}

/** UTC ms at which something given at `at` runs out; absent for tags that never do. */
export function expiryOf(at: number, validDays: number | undefined): number | undefined {
  return validDays === undefined ? undefined : at + validDays * DAY_MS;
}
