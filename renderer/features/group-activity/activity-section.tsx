import { figuresAt, periodsOfKind, sumFigures } from '@shared/domain/group-life/figure-table';
import { useMemo, useState } from 'react';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useGroupWeeks, useLifeSettings } from '@/features/group-life';
import classes from './activity.module.css';
import { DaysCard } from './days/days-card';
import { ReviveCard } from './revive/revive-card';
import { ScoreCard } from './score/score-card';
import { WeekChart } from './score/week-chart';
import { activityIn, CHART_WEEKS, type ChartWeeks, useQuietWhy, useStanding } from './use-activity';
import { WakeCard } from './wake/wake-card';
import { WhyCard } from './wake/why-card';

/** All weeks that a chart may show, the running one aside. */
const MOST_WEEKS = 53;

/** How lively the group is, whether it went quiet and why, and what is done about it. */
export function ActivitySection({ groupId }: { groupId: string }) {
  const settings = useLifeSettings();
  const table = useGroupWeeks(groupId, MOST_WEEKS);
  const group = useLive(() => readDb.rows('groups').get(groupId), [groupId]);
  const standing = useStanding(groupId);
  const why = useQuietWhy(groupId);
  const [span, setSpan] = useState<ChartWeeks>(CHART_WEEKS[0]);
  const whole = useMemo(() => table && settings && seen(table, settings), [table, settings]);
  if (!whole || !settings || !group || !standing) {
    return <div data-testid="group-section-activity" data-ready="false" />;
  }
  const { activity, lastDay, fortnight } = whole(span);
  // What can be done about it stands beside the finding, and further down where nothing is wrong.
  const isQuiet = standing.quiet.state === 'asleep' || standing.quiet.state === 'drowsy';
  const revive = <ReviveCard group={group} weeks={activity.weeks} />;
  return (
    <div
      className={classes.stack}
      data-testid="group-section-activity"
      data-ready={why !== undefined}
    >
      <div className={classes.pair}>
        <ScoreCard activity={activity} settings={settings.activity} />
        <div className={classes.stack}>
          <WakeCard standing={standing} settings={settings.quiet} lastDay={lastDay} />
          {isQuiet && revive}
        </div>
      </div>
      <WeekChart weeks={activity.weeks.slice(-span)} span={span} onSpan={setSpan} />
      {why && <WhyCard why={why} figures={fortnight} />}
      {!isQuiet && revive}
      <DaysCard groupId={groupId} />
    </div>
  );
}

/** Everything that is read from the table, the trend over as many weeks as are shown. */
function seen(
  table: NonNullable<ReturnType<typeof useGroupWeeks>>,
  settings: NonNullable<ReturnType<typeof useLifeSettings>>,
) {
  const at = (kind: 'day' | 'seven') =>
    periodsOfKind(table, kind).map((place) => ({
      day: table.periods[place]?.from ?? '',
      figures: figuresAt(table, 0, place),
    }));
  const lively = at('day').filter(
    ({ figures: { messages = 0, active = 0 } }) => messages > 0 || active > 0,
  );
  const fortnight = sumFigures(
    at('seven')
      .slice(0, 2)
      .map(({ figures }) => figures),
  );
  return (span: ChartWeeks) => ({
    activity: activityIn(table, settings.activity, span),
    lastDay: lively.at(-1)?.day,
    fortnight,
  });
}
