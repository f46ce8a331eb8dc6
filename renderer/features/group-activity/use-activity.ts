import { activityOf, type Trend, trendOf } from '@shared/domain/group-life/activity.rules';
import {
  type FigureTable,
  figuresAt,
  type LifePeriod,
  periodsOfKind,
} from '@shared/domain/group-life/figure-table';
import type { GroupFigures } from '@shared/domain/group-life/figures.types';
import type {
  ActivityPart,
  GroupLifeSettings,
} from '@shared/domain/group-life/life-settings.schema';
import type { Score } from '@shared/domain/group-life/weighted-score.rules';
import { useAnswer } from '@/app/use-answer';
import { useToday } from '@/app/use-today';
import { dataWorker } from '@/db/client';

export const CHART_WEEKS = [13, 26, 52] as const;
export type ChartWeeks = (typeof CHART_WEEKS)[number];

export type ActivityWeek = { period: LifePeriod; score: number | undefined };

export type Activity = {
  /** The last seven whole days. */
  seven: LifePeriod | undefined;
  figures: GroupFigures;
  score: Score<ActivityPart>;
  /** Whole weeks, oldest first. */
  weeks: ActivityWeek[];
  trend: Trend | undefined;
};

/**
 * The activity of one group alone in its table: over the last seven days, week by week, and where it
 * has been going in the last `span` of the weeks.
 */
export function activityIn(
  table: FigureTable,
  settings: GroupLifeSettings['activity'],
  span: ChartWeeks,
): Activity {
  const at = periodsOfKind(table, 'seven')[0];
  const figures = at === undefined ? {} : figuresAt(table, 0, at);
  const weeks = periodsOfKind(table, 'week').flatMap((place) => {
    const period = table.periods[place];
    if (period?.days !== 7) return [];
    return [{ period, score: activityOf(figuresAt(table, 0, place), settings).score }];
  });
  return {
    seven: at === undefined ? undefined : table.periods[at],
    figures,
    score: activityOf(figures, settings),
    weeks,
    trend: trendOf(weeks.slice(-span).map(({ score }) => score)),
  };
}

/** How the group stands beside the others; `undefined` while it is counted. */
export function useStanding(groupId: string) {
  const today = useToday();
  return useAnswer(`standing ${groupId} ${today}`, () =>
    dataWorker().groupLife.standing({ groupId, nowMs: Date.now() }),
  );
}

/** Why the group may be quiet. */
export function useQuietWhy(groupId: string) {
  const today = useToday();
  return useAnswer(`quiet ${groupId} ${today}`, () =>
    dataWorker().quiet.why({ groupId, nowMs: Date.now() }),
  );
}
