import { dayNumber } from '@shared/lib/time';
import { z } from 'zod';

export const EARN_SOURCES = ['register', 'firstOrder', 'repurchase', 'share', 'ugc'] as const;
export type EarnSource = (typeof EARN_SOURCES)[number];

/** What may come more than once a day. */
export const LIMITED_SOURCES = ['repurchase', 'share', 'ugc'] as const;

const points = z.number().int().min(0).max(100_000);
const timesPerDay = z.number().int().min(1).max(1000).optional();

/**
 * How growth value is earned. Each thing that happens is judged by the version in force on its day
 * for good: its points, its limits, when it settles and when it runs out.
 */
export const growthVersionSchema = z.object({
  /** First day (`YYYY-MM-DD`) on which it is in force. The earliest version also covers all before. */
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  points: z.object({
    register: points,
    firstOrder: points,
    repurchase: points,
    share: points,
    ugc: points,
  }),
  /** How often a day it counts; absent without a limit. */
  perDay: z.object({ repurchase: timesPerDay, share: timesPerDay, ugc: timesPerDay }),
  /** Days after an order during which its points are pending, because it may still come back. */
  pendingDays: z.number().int().min(0).max(90),
  /** Months after settling until what was not spent runs out; 0 for never. */
  expiryMonths: z.number().int().min(0).max(120),
});
export type GrowthVersion = z.infer<typeof growthVersionSchema>;

export const growthLevelSchema = z.object({
  key: z.string().min(1).max(40),
  /** Absent for the ready-made levels, which are named in the user's language. */
  name: z.string().trim().min(1).max(40).optional(),
  /** The standing from which one has it; the lowest level begins at 0. */
  from: z.number().int().min(0).max(10_000_000),
});
export type GrowthLevel = z.infer<typeof growthLevelSchema>;

/** `follow`: the level falls when points run out. `keep`: whoever reached a level keeps it. */
export const DOWNGRADE_RULES = ['follow', 'keep'] as const;

const levels = z
  .array(growthLevelSchema)
  .min(1)
  .max(12)
  .refine((list) => list[0]?.from === 0)
  .refine((list) => list.every((level, at) => at === 0 || level.from > (list[at - 1]?.from ?? 0)))
  .refine((list) => new Set(list.map((level) => level.key)).size === list.length);

/** Levels say what today's standing is called, so a change of theirs counts for everybody at once. */
export const growthSettingsSchema = z.object({
  /** Ascending by `from`, each day once. */
  versions: z
    .array(growthVersionSchema)
    .min(1)
    .max(200)
    .refine((list) => list.every((it, at) => at === 0 || it.from > (list[at - 1]?.from ?? ''))),
  levels,
  downgrade: z.enum(DOWNGRADE_RULES),
});
export type GrowthSettings = z.infer<typeof growthSettingsSchema>;

export const FIRST_DAY = '2000-01-01';

const DEFAULT_VERSION: GrowthVersion = {
  from: FIRST_DAY,
  points: { register: 10, firstOrder: 50, repurchase: 100, share: 30, ugc: 200 },
  perDay: { repurchase: 3, share: 3, ugc: 1 },
  pendingDays: 7,
  expiryMonths: 12,
};

/** The points of the article; levels and limits are the console's own proposal. */
export const DEFAULT_GROWTH: GrowthSettings = {
  versions: [DEFAULT_VERSION],
  levels: [
    { key: 'plain', from: 0 },
    { key: 'silver', from: 300 },
    { key: 'gold', from: 1000 },
    { key: 'black', from: 3000 },
  ],
  downgrade: 'follow',
};

/** The stored settings, or the defaults when there are none or they cannot be read. */
export function readGrowthSettings(stored: unknown): GrowthSettings {
  const read = growthSettingsSchema.safeParse(stored);
  return read.success ? read.data : DEFAULT_GROWTH;
}

/** Day numbers from which each version is in force, in the order of the versions. */
export function versionStarts({ versions }: GrowthSettings): number[] {
  return versions.map((version) => dayNumber(version.from));
}

/** The version in force on a day. `starts` is `versionStarts` of the same settings. */
export function versionOn(
  settings: GrowthSettings,
  starts: readonly number[],
  day: number,
): GrowthVersion {
  let at = starts.length - 1;
  while (at > 0 && (starts[at] ?? 0) > day) at -= 1;
  return settings.versions[at] ?? DEFAULT_VERSION;
}

/** The version that is in force, or will be from tomorrow on. */
export function newestVersion({ versions }: GrowthSettings): GrowthVersion {
  return versions[versions.length - 1] ?? DEFAULT_VERSION;
}

/**
 * Settings after somebody changed how growth value is earned. What was earned up to today stays as
 * it was: the new rules begin tomorrow (`today + 1`), and take the place of a change that was made
 * earlier today and has not begun. Only the very first setting up (`isFirst`) counts from the
 * beginning, since nothing was promised to anybody before.
 */
export function withVersion(
  settings: GrowthSettings,
  version: Omit<GrowthVersion, 'from'>,
  tomorrow: string,
  isFirst: boolean,
): GrowthVersion[] {
  if (isFirst) return [{ ...version, from: FIRST_DAY }];
  return [...settings.versions.filter((it) => it.from < tomorrow), { ...version, from: tomorrow }];
}
