import type { GroupWorth } from '../use-worth';

/** The figures that a decision is taken on, by name; those not on record are left out. */
export function figuresNow({ worth, settings }: GroupWorth): Record<string, number> {
  const { economy, activity, activityWeeks, activePeople } = worth;
  const { roi, inputFen, hours, gmvFen, earnedFen, marginRate } = economy;
  const { hourRateFen, keepRoi, keepActivity, reviveActivity, transferActive } = settings.economy;
  const figures = {
    roi,
    inputFen,
    hours,
    gmvFen,
    earnedFen,
    marginRate,
    hourRateFen,
    activity,
    activityWeeks,
    activePeople,
    keepRoi,
    keepActivity,
    reviveActivity,
    transferActive,
  };
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
