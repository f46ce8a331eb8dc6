import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { WeekHints } from '@shared/domain/calendar/quota.rules';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from './calendar.messages';
import classes from './plan-page.module.css';
import type { PlanView } from './views/plan-address';

type PlanStateProps = {
  view: PlanView;
  items: readonly ContentItem[];
  hints: WeekHints;
  /** The week's own note. */
  note: string | undefined;
  isLoaded: boolean;
};

/** The plan in one sentence: how much, how much of it ready, where it is empty or too much. */
export function PlanState({ view, items, hints, note, isLoaded }: PlanStateProps) {
  const t = useMessages(calendarMessages);
  if (!isLoaded) return <> </>;
  const count = (status: ContentItem['status']) =>
    items.filter((item) => item.status === status).length;
  const parts = [t('stateCount', { count: items.length })];
  if (count('review') > 0) parts.push(t('stateReview', { n: count('review') }));
  if (count('ready') > 0) parts.push(t('stateReady', { n: count('ready') }));
  if (hints.gaps.length > 0) parts.push(t('stateGaps', { count: hints.gaps.length }));
  if (hints.crowded.length > 0) parts.push(t('stateCrowded', { count: hints.crowded.length }));
  const said = items.length === 0 ? t(`stateEmpty.${view}`) : parts.join(t('separator'));
  return (
    <span className={classes.state} title={said}>
      {said}
      {note !== undefined && (
        <span className={classes.note} title={note}>
          {t('stateNote', { note: note.replaceAll('\n', ' ') })}
        </span>
      )}
    </span>
  );
}
