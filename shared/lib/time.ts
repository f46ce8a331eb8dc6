/**
 * Business days in a named time zone. Instants are UTC ms; days are `YYYY-MM-DD` as people in the
 * workspace's zone write them, whatever the laptop's own zone is. The offsets come from `Intl`.
 */

/** A wall clock's reading in some zone. `month` is 1–12. */
export type WallTime = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
};

const DAY_MS = 86_400_000;
/** Every zone changes its offset on a quarter of an hour of UTC, so one offset holds for a bucket. */
const BUCKET_MS = 900_000;
const MAX_CACHED_BUCKETS = 50_000;

type ZoneCache = { format: Intl.DateTimeFormat; offsets: Map<number, number> };
const zones = new Map<string, ZoneCache>();

function zoneCache(zone: string): ZoneCache {
  const known = zones.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  const fresh = { format, offsets: new Map<number, number>() };
  zones.set(zone, fresh);
  return fresh;
}

/** `Date.UTC` without its reading of years 0–99 as 1900–1999. */
function utcMs(wall: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  date.setUTCHours(wall.hour, wall.minute, wall.second, 0);
  return date.getTime();
}

function readOffset(format: Intl.DateTimeFormat, ms: number): number {
  const wall: WallTime = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  let isBeforeChrist = false;
  for (const part of format.formatToParts(ms)) {
    if (part.type === 'era') isBeforeChrist = part.value.startsWith('B');
    else if (part.type in wall) wall[part.type as keyof WallTime] = Number(part.value);
  }
  if (isBeforeChrist) wall.year = 1 - wall.year;
  return utcMs(wall) - ms;
}

/** How far the zone's clocks are ahead of UTC at an instant, in ms (Asia/Shanghai: 28 800 000). */
export function zoneOffsetMs(ms: number, zone: string): number {
  const { format, offsets } = zoneCache(zone);
  const bucket = Math.floor(ms / BUCKET_MS);
  const known = offsets.get(bucket);
  if (known !== undefined) return known;
  if (offsets.size >= MAX_CACHED_BUCKETS) offsets.clear();
  const offset = readOffset(format, bucket * BUCKET_MS);
  offsets.set(bucket, offset);
  return offset;
}

/** What clocks in the zone show at an instant. */
export function wallTimeOf(ms: number, zone: string): WallTime {
  const local = new Date(ms + zoneOffsetMs(ms, zone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
  };
}

/**
 * The instant at which clocks in the zone show this. A reading that a spring change skips counts as
 * if the clocks had not changed; one that comes twice means the first time.
 */
export function msOfWallTime(wall: WallTime, zone: string): number {
  const asUtc = utcMs(wall);
  const before = asUtc - zoneOffsetMs(asUtc - DAY_MS, zone);
  if (before + zoneOffsetMs(before, zone) === asUtc) return before;
  const after = asUtc - zoneOffsetMs(asUtc + DAY_MS, zone);
  return after + zoneOffsetMs(after, zone) === asUtc ? after : before;
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

function formatDay(date: Date): string {
  const day = `${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`;
  return `${pad(date.getUTCFullYear(), 4)}-${day}`;
}

function parseDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The business day (`YYYY-MM-DD`) that an instant falls on in the zone. */
export function dayOf(ms: number, zone: string): string {
  return formatDay(new Date(ms + zoneOffsetMs(ms, zone)));
}

/** UTC ms at which a business day begins in the zone (its first instant where midnight is skipped). */
export function startOfDay(day: string, zone: string): number {
  const date = parseDay(day);
  return msOfWallTime(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: 0,
      minute: 0,
      second: 0,
    },
    zone,
  );
}

/** The day `n` days later (earlier when negative). Pure calendar arithmetic, no zone. */
export function addDays(day: string, n: number): string {
  return formatDay(new Date(parseDay(day).getTime() + n * DAY_MS));
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((parseDay(to).getTime() - parseDay(from).getTime()) / DAY_MS);
}

/** The weekday of a day: 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return parseDay(day).getUTCDay() || 7;
}

/** The Monday of the week that a day belongs to. */
export function weekStart(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

/** Days since 1970-01-01 of a business day; days can then be counted and compared as numbers. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** The reverse. */
export function dayOfNumber(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}
