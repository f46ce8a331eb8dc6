import type { GroupFigures } from './figures.types';
import type { ActivityPart, GroupLifeSettings } from './life-settings.schema';
import { against, ratio, type Score, weightedScore } from './weighted-score.rules';

/**
 * How lively a group was over `days` days (7 for a whole week), 0–100.
 *
 * - active: people active ÷ people inside at some time (over a week)
 * - speakers: mean of speakers a day ÷ members
 * - messages: messages ÷ days on record ÷ members
 * - orders: orders ÷ members, brought to a week (× 7 ÷ days)
 *
 * Each earns value ÷ anchor of its points, at most all. The anchors are fixed and editable: against
 * the median of its own class, a class of sleeping groups would look lively, and nobody could follow
 * a score by hand from one group's figures. The class is compared in the ranking instead.
 */
export function activityOf(
  figures: GroupFigures,
  { weights, anchors }: GroupLifeSettings['activity'],
  days = 7,
): Score<ActivityPart> {
  const { members, present, active, speakers, speakerDays, messages, messageDays } = figures;
  const activeShare = ratio(active, present);
  const speakersADay = ratio(ratio(speakers, speakerDays), members);
  const messagesADay = ratio(ratio(messages, messageDays), members);
  const ordersEach = ratio(figures.orders, members);
  const ordersAWeek = ordersEach === undefined ? undefined : (ordersEach * 7) / Math.max(1, days);
  const part = (key: ActivityPart, value: number | undefined, n: number | undefined) => ({
    key,
    weight: weights[key],
    value,
    n,
    earned: against(value, anchors[key]),
  });
  return weightedScore<ActivityPart>([
    part('active', activeShare, present),
    part('speakers', speakersADay, speakerDays),
    part('messages', messagesADay, messageDays),
    part('orders', ordersAWeek, members),
  ]);
}

export type Trend = { direction: 'up' | 'down' | 'flat'; perWeek: number; n: number };

/** Less than this a week is no direction. */
const FLAT_PER_WEEK = 1;

/**
 * The slope of weekly scores (oldest first, unknown weeks absent) in points a week: Theil–Sen, the
 * median of the slopes between all pairs of weeks, which one odd week does not bend. Undefined for
 * fewer than three known weeks.
 */
export function trendOf(scores: readonly (number | undefined)[]): Trend | undefined {
  const known = scores.flatMap((score, week) => (score === undefined ? [] : [{ score, week }]));
  if (known.length < 3) return undefined;
  const slopes: number[] = [];
  for (const [i, a] of known.entries()) {
    for (const b of known.slice(i + 1)) slopes.push((b.score - a.score) / (b.week - a.week));
  }
  const perWeek = middleOf(slopes) ?? 0;
  const direction = perWeek >= FLAT_PER_WEEK ? 'up' : perWeek <= -FLAT_PER_WEEK ? 'down' : 'flat';
  return { direction, perWeek, n: known.length };
}

/** The median; undefined for none. */
export function middleOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
