import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useNow, useToday } from '@/app/use-today';
import { RescueToday } from '@/features/rescue';
import { useDayList } from '@/features/sending';
import { TodayTouches, useDueTouches } from '@/features/touch';
import { deferred } from '@/ui/deferred';
import { Page } from '@/ui/page';
import { AllQuiet } from './all-quiet';
import { isAllQuiet } from './all-quiet.rules';
import { AttentionLines } from './attention-lines';
import { DataCard } from './data-card';
import { FirstRun } from './first-run';
import { NextStepsCard } from './next-steps-card';
import { SampleLine } from './sample-line';
import { SlotCards } from './slot-cards';
import { todayMessages } from './today.messages';
import { isOverdue, type TodayData } from './today.queries';
import { useTodayData } from './today-ahead';
import classes from './today-page.module.css';

const AFTER_START_MS = 3000;

/** The start does without it: groups are judged from everybody's orders. */
const GroupsNeedYou = deferred(async () => {
  await new Promise((resolve) => setTimeout(resolve, AFTER_START_MS));
  return (await import('@/features/group-board')).GroupsNeedYou;
}).Part;

/** What to do now, from top to bottom in order of consequence. */
export function TodayPage() {
  const t = useMessages(todayMessages);
  const format = useFormat();
  const nowMs = useNow();
  const day = useToday();
  const data = useTodayData(day, nowMs);
  const work = useDayList(day, nowMs)?.work;
  const touches = useDueTouches();
  const dueTouches = touches?.reduce((sum, { n }) => sum + n, 0);
  return (
    <Page
      testId="page-today"
      title={
        <>
          {t('title')} <span className={classes.date}>{format.dayWithWeekday(day)}</span>
        </>
      }
      subtitle={data ? <StateSentence data={data} nowMs={nowMs} /> : ' '}
      ready={data !== undefined}
    >
      {data && (
        <div className={classes.sections}>
          <AttentionLines data={data} nowMs={nowMs} work={work} />
          {data.isSample && <SampleLine />}
          {data.isFresh && <FirstRun />}
          {isAllQuiet(data, dueTouches, work) && <AllQuiet hasPeople={data.memberCount > 0} />}
          <RescueToday day={day} />
          <SlotCards items={data.items} slots={data.slots} nowMs={nowMs} day={day} work={work} />
          <div className={classes.columns}>
            <NextStepsCard nextSteps={data.nextSteps} nowMs={nowMs} />
            <div className={classes.side}>
              <GroupsNeedYou />
              <TodayTouches due={touches} />
              <DataCard data={data} />
            </div>
          </div>
        </div>
      )}
    </Page>
  );
}

function StateSentence({ data, nowMs }: { data: TodayData; nowMs: number }) {
  const t = useMessages(todayMessages);
  const planned = new Set(data.items.map((item) => item.slot)).size;
  const overdue = data.nextSteps.filter(({ next }) => next && isOverdue(next, nowMs)).length;
  const parts = [planned === 0 ? t('stateEmpty') : t('statePlanned', { planned })];
  if (overdue > 0) parts.push(t('stateOverdue', { count: overdue }));
  return <>{parts.join(t('separator'))}</>;
}
