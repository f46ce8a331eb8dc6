import { welchTest } from '@shared/domain/statistics/means.rules';

/** One day of a group, the member themselves left out. */
export type EffectDay = {
  /** Day number. */
  day: number;
  /** People inside. */
  people: number;
  orders: number;
  /** People inside who ordered or did anything in the group. */
  active: number;
  /** The member posted on this day. */
  isPost: boolean;
  /** The same two rates, averaged over groups without a core member; absent where there are none. */
  others?: { ordersPerHundred: number; activePerHundred: number };
};

export type EffectMeasure = 'orders' | 'active';

export type EffectFigure = {
  postDays: number;
  otherDays: number;
  /** What these days hold in all. */
  onPostCount: number;
  onOtherCount: number;
  /** Per 100 people inside and day; absent without such days. */
  onPostDays?: number;
  onOtherDays?: number;
  /** Of the difference (post days less other days), 95 %; absent where `reason` says why. */
  diff?: number;
  low?: number;
  high?: number;
  pValue?: number;
  /** `tooFew`: fewer than `LEAST_EFFECT_DAYS` days on a side. */
  reason?: 'tooFew' | 'noVariation';
};

/** With fewer days on a side an interval would only look like one. */
export const LEAST_EFFECT_DAYS = 5;

export type KocEffect = Record<
  EffectMeasure,
  { againstOwn: EffectFigure; againstOthers: EffectFigure }
> & {
  /** People inside on the days that count, the member themselves left out, on average. */
  meanPeople: number;
  /**
   * What no reader may forget: post days were chosen, not drawn by lot; days next to each other are
   * alike, so the intervals are too narrow rather than too wide; a single weekday makes up most of
   * the post days.
   */
  warnings: ('notByLot' | 'daysAlike' | 'sameWeekday')[];
};

/**
 * Orders and activity of the people around somebody on the days of their posts against the other
 * days of the same group: difference of the daily rates with Welch's 95 % interval (`againstOwn`);
 * and the same after each day's mean of the groups without a core member is taken off
 * (`againstOthers`), which takes weekday, weather and promotions off both sides. Days with nobody
 * inside do not count. One group; several groups are several questions.
 */
export function kocEffect(days: readonly EffectDay[]): KocEffect {
  const used = days.filter(({ people }) => people > 0);
  const posts = used.filter(({ isPost }) => isPost);
  const warnings: KocEffect['warnings'] = ['notByLot', 'daysAlike'];
  const weekdays = new Map<number, number>();
  for (const { day } of posts) weekdays.set(day % 7, (weekdays.get(day % 7) ?? 0) + 1);
  if (posts.length >= LEAST_EFFECT_DAYS && Math.max(...weekdays.values()) * 2 > posts.length) {
    warnings.push('sameWeekday');
  }
  const both = (measure: EffectMeasure) => ({
    againstOwn: compare(used, measure, (day) => rate(day, measure)),
    againstOthers: compare(
      used.filter(({ others }) => others !== undefined),
      measure,
      (day) => {
        const { ordersPerHundred = 0, activePerHundred = 0 } = day.others ?? {};
        return rate(day, measure) - (measure === 'orders' ? ordersPerHundred : activePerHundred);
      },
    ),
  });
  const meanPeople = used.length > 0 ? mean(used.map(({ people }) => people)) : 0;
  return { orders: both('orders'), active: both('active'), meanPeople, warnings };
}

const rate = (day: EffectDay, measure: EffectMeasure) => (day[measure] / day.people) * 100;

function compare(
  days: readonly EffectDay[],
  measure: EffectMeasure,
  value: (day: EffectDay) => number,
): EffectFigure {
  const side = (isPost: boolean) => days.filter((day) => day.isPost === isPost);
  const [posts, others] = [side(true), side(false)];
  const [on, off] = [posts.map(value), others.map(value)];
  const count = (of: readonly EffectDay[]) => of.reduce((sum, day) => sum + day[measure], 0);
  const figure: EffectFigure = {
    postDays: on.length,
    otherDays: off.length,
    onPostCount: count(posts),
    onOtherCount: count(others),
    ...(on.length > 0 && { onPostDays: mean(on) }),
    ...(off.length > 0 && { onOtherDays: mean(off) }),
  };
  if (on.length < LEAST_EFFECT_DAYS || off.length < LEAST_EFFECT_DAYS) {
    return { ...figure, reason: 'tooFew' };
  }
  const test = welchTest(off, on);
  if (test.kind === 'none') return { ...figure, reason: 'noVariation' };
  const { diff, low, high, pValue } = test;
  return { ...figure, diff, low, high, pValue };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
