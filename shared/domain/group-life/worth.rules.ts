import { addDays } from '@shared/lib/time';
import { activityOf } from './activity.rules';
import { type Economy, economyOf } from './economy.rules';
import { type FigureTable, figuresAt, periodsOfKind, sumFigures } from './figure-table';
import type { GroupFigures } from './figures.types';
import type { GroupLifeSettings } from './life-settings.schema';

/** Times over which inputs are held against outputs, in weeks, the running one included. */
export const WORTH_WEEKS = [4, 8, 13, 26, 52] as const;
export type WorthWeeks = (typeof WORTH_WEEKS)[number];

export type Worth = {
  /** First and last day. */
  from: string;
  to: string;
  figures: GroupFigures;
  economy: Economy;
  /** Mean of the whole weeks with a score, and how many these are. */
  activity?: number;
  activityWeeks: number;
  /** Different people active in the last seven whole days. */
  activePeople?: number | undefined;
  /** Weeks of the time on which no orders, or no inputs, are on record. */
  weeksWithoutOrders: number;
  weeksWithoutInputs: number;
};

/**
 * What one group (its place in the table) put in and brought over the last `weeks` weeks of the
 * table, the running one included so that what was typed today counts; activity only over whole
 * weeks.
 */
export function worthOf(
  table: FigureTable,
  group: number,
  weeks: number,
  settings: GroupLifeSettings,
  classId?: string | undefined,
): Worth {
  const places = periodsOfKind(table, 'week').slice(-weeks);
  const stretches = places.map((place) => figuresAt(table, group, place));
  const scores = places.flatMap((place, at) => {
    const whole = (table.periods[place]?.days ?? 0) === 7;
    return whole ? (activityOf(stretches[at] ?? {}, settings.activity).score ?? []) : [];
  });
  const figures = sumFigures(stretches);
  const seven = periodsOfKind(table, 'seven')[0];
  return {
    from: table.periods[places[0] ?? -1]?.from ?? '',
    to: table.periods[places.at(-1) ?? -1]?.to ?? '',
    figures,
    economy: economyOf(figures, settings.economy, classId),
    ...(scores.length > 0 && { activity: scores.reduce((a, b) => a + b, 0) / scores.length }),
    activityWeeks: scores.length,
    activePeople: seven === undefined ? undefined : figuresAt(table, group, seven).active,
    weeksWithoutOrders: stretches.filter(({ orders }) => orders === undefined).length,
    weeksWithoutInputs: stretches.filter(({ hours }) => hours === undefined).length,
  };
}

/** The same day of each week from `firstDay` up to `lastDay`, at most `most` of them. */
export function weeklyDays(firstDay: string, lastDay: string, most: number): string[] {
  const days: string[] = [];
  for (let day = firstDay; day <= lastDay && days.length < most; day = addDays(day, 7)) {
    days.push(day);
  }
  return days;
}

/** `figures` with so much more (or less) put in and sold: what a "what if" asks. Never below zero. */
export function whatIf(
  figures: GroupFigures,
  more: { hours: number; gmvFen: number },
): GroupFigures {
  const add = (value: number | undefined, by: number) =>
    value === undefined && by === 0 ? undefined : Math.max(0, (value ?? 0) + by);
  return {
    ...figures,
    hours: add(figures.hours, more.hours),
    unpricedHours: add(figures.unpricedHours, more.hours),
    gmvFen: add(figures.gmvFen, more.gmvFen),
  };
}
