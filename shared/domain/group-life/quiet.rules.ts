import { middleOf } from './activity.rules';
import type { GroupFigures } from './figures.types';
import type { GroupLifeSettings } from './life-settings.schema';
import { clamp01, ratio } from './weighted-score.rules';

export const WAKEFULNESS = ['awake', 'drowsy', 'asleep', 'noData'] as const;
export type Wakefulness = (typeof WAKEFULNESS)[number];

export const SIGNS = ['active', 'messages', 'speakers'] as const;
export type Sign = (typeof SIGNS)[number];

/** One sign: the last 7 days, its own usual week, what was to be expected, and their ratio. */
export type SignReading = {
  sign: Sign;
  now: number;
  usual: number;
  expected: number;
  level: number;
};

export type Quietness = {
  state: Wakefulness;
  /** The highest level of all signs that can be read; absent with `noData`. */
  level?: number;
  signs: SignReading[];
  why: 'belowUsual' | 'asUsual' | 'silent' | 'stillForLong' | 'nothingKnown' | 'tooFew';
};

/** Five stretches of seven days, the latest (ending yesterday) first. */
export type SevenDays = readonly GroupFigures[];

/** A sign over seven days, so that every weekday is in it once; per day on record for the chat's. */
function signValue(figures: GroupFigures, sign: Sign): number | undefined {
  if (sign === 'active') return figures.active;
  if (sign === 'messages') return ratio(figures.messages, figures.messageDays);
  return ratio(figures.speakers, figures.speakerDays);
}

/** The median of the four stretches before; at least two of them must be known. */
function usualOf(stretches: SevenDays, sign: Sign): number | undefined {
  const known = stretches.slice(1, 5).flatMap((it) => signValue(it, sign) ?? []);
  return known.length < 2 ? undefined : middleOf(known);
}

/**
 * How far all groups fell together, for each sign: the median over groups of (last 7 days ÷ own
 * usual), at most 1. A holiday empties every group and is nobody's sleep. Fewer than five groups
 * with a usual week give no season (1), and it never excuses more than `lowestSeason`.
 */
export function seasonOf(
  groups: readonly SevenDays[],
  { lowestSeason, minUsual }: GroupLifeSettings['quiet'],
): Record<Sign, number> {
  const season = { active: 1, messages: 1, speakers: 1 };
  for (const sign of SIGNS) {
    const levels = groups.flatMap((stretches) => {
      const now = stretches[0] && signValue(stretches[0], sign);
      const usual = usualOf(stretches, sign);
      return now === undefined || usual === undefined || usual < minUsual ? [] : [now / usual];
    });
    if (levels.length < 5) continue;
    season[sign] = Math.max(lowestSeason, clamp01(middleOf(levels) ?? 1));
  }
  return season;
}

/**
 * Whether a group fell quiet: the last seven whole days against the median of its own four stretches
 * of seven days before. level = now ÷ (usual × season); the best evidence of life counts, so the
 * state follows the highest level of the signs. A sign whose usual is below `minUsual` is not read.
 * Seven whole days hold every weekday once, so a weekend cannot look like sleep, and a group that
 * stops today is `asleep` at most seven days later.
 */
export function quietnessOf(
  stretches: SevenDays,
  settings: GroupLifeSettings['quiet'],
  season: Record<Sign, number> = { active: 1, messages: 1, speakers: 1 },
): Quietness {
  const signs: SignReading[] = [];
  let isAnyKnown = false;
  for (const sign of SIGNS) {
    const now = stretches[0] && signValue(stretches[0], sign);
    const usual = usualOf(stretches, sign);
    if (now === undefined) continue;
    isAnyKnown = true;
    if (usual === undefined || usual < settings.minUsual) continue;
    const expected = usual * season[sign];
    signs.push({ sign, now, usual, expected, level: now / expected });
  }
  if (signs.length === 0) {
    if (isStillForLong(stretches, settings)) return { state: 'asleep', signs, why: 'stillForLong' };
    return { state: 'noData', signs, why: isAnyKnown ? 'tooFew' : 'nothingKnown' };
  }
  const level = Math.max(...signs.map((it) => it.level));
  const state =
    level < settings.asleepBelow ? 'asleep' : level < settings.drowsyBelow ? 'drowsy' : 'awake';
  const why = state === 'awake' ? 'asUsual' : level === 0 ? 'silent' : 'belowUsual';
  return { state, level, signs, why };
}

/** Of so many people for each that makes a sign readable, some must be seen in a group that lives. */
const PEOPLE_PER_SIGN = 10;

/**
 * A group that slept for weeks has no usual life left to fall from: with at least ten times
 * `minUsual` people inside, and every known sign of the last seven days and the stretch before below
 * `minUsual`, it is asleep still.
 */
function isStillForLong(stretches: SevenDays, { minUsual }: GroupLifeSettings['quiet']): boolean {
  const [now, before] = stretches;
  if (!now || !before) return false;
  const people = now.present ?? now.members ?? 0;
  if (people < PEOPLE_PER_SIGN * minUsual) return false;
  const known = SIGNS.filter((sign) => signValue(now, sign) !== undefined);
  const isLow = (figures: GroupFigures, sign: Sign) => (signValue(figures, sign) ?? 0) < minUsual;
  const isSeenBefore = known.some((sign) => signValue(before, sign) !== undefined);
  return (
    known.length > 0 && isSeenBefore && known.every((it) => isLow(now, it) && isLow(before, it))
  );
}
