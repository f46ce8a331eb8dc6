import { daySchema } from '@shared/domain/calendar/content.schema';
import { z } from 'zod';
import { LIMIT_KEYS, type LimitKey } from './limit-use.schema';

/** The row of `modelSettings` that holds the limits. */
export const PLATFORM_LIMITS_ID = 'platformLimits';

const platformLimitSchema = z.object({
  key: z.enum(LIMIT_KEYS),
  /** How often one account may do it on one day. */
  perDay: z.number().int().positive().max(1_000_000),
  /** The day as of which the figure is known. */
  asOf: daySchema,
  /** Where the figure comes from, in the leader's words. */
  source: z.string().trim().max(300).optional(),
});

/** The leader's own figures; what is not among them keeps its default. */
export const platformLimitsSchema = z.object({ limits: z.array(platformLimitSchema).max(20) });

export type PlatformLimit = z.infer<typeof platformLimitSchema> & {
  /** Put in by the leader; where the others come from stands in the message catalogue. */
  isOwn: boolean;
  /** Nobody published it: a cautious figure. */
  isEstimate: boolean;
};

type DefaultLimit = { perDay: number; asOf: string; isEstimate: boolean };

/**
 * WeChat publishes few figures and changes them; where it publishes none, these are cautious
 * estimates and say so. Mass sends: WeCom's developer documentation 92135, whose switchable ceiling
 * of one a day per customer is the strictest; scans: a plain group code admits until 200 are inside.
 */
const DEFAULT_LIMITS: Record<LimitKey, DefaultLimit> = {
  friendRequests: { perDay: 30, asOf: '2026-11-01', isEstimate: true },
  massSends: { perDay: 1, asOf: '2025-11-17', isEstimate: false },
  groupInvites: { perDay: 40, asOf: '2026-11-01', isEstimate: true },
  qrScans: { perDay: 200, asOf: '2026-01-05', isEstimate: false },
};

export type PlatformLimits = Record<LimitKey, PlatformLimit>;

/** The limits as stored; what is not stored, or cannot be read, takes the defaults. */
export function readPlatformLimits(settings: unknown): PlatformLimits {
  const kept = platformLimitsSchema.safeParse(settings ?? { limits: [] }).data?.limits ?? [];
  const limitOf = (key: LimitKey): PlatformLimit => {
    const own = kept.find((limit) => limit.key === key);
    if (own) return { ...own, isOwn: true, isEstimate: false };
    return { key, ...DEFAULT_LIMITS[key], isOwn: false };
  };
  return {
    friendRequests: limitOf('friendRequests'),
    massSends: limitOf('massSends'),
    groupInvites: limitOf('groupInvites'),
    qrScans: limitOf('qrScans'),
  };
}
