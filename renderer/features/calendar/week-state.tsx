import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { WeekHints } from '@shared/domain/calendar/quota.rules';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from './calendar.messages';

type WeekStateProps = { items: readonly ContentItem[]; hints: WeekHints; isLoaded: boolean };

/** The week in one sentence: how much, how much of it ready, where it is empty or too much. */
export function WeekState({ items, hints, isLoaded }: WeekStateProps) {
  const t = useMessages(calendarMessages);
  if (!isLoaded) return <> </>;
  if (items.length === 0) return <>{t('stateEmpty')}</>;
  const ready = items.filter((item) => item.status === 'ready').length;
  const parts = [t('stateCount', { count: items.length })];
  if (ready > 0) parts.push(t('stateReady', { n: ready }));
  if (hints.gaps.length > 0) parts.push(t('stateGaps', { count: hints.gaps.length }));
  if (hints.crowded.length > 0) parts.push(t('stateCrowded', { n: hints.crowded.length }));
  return <>{parts.join(t('separator'))}</>;
}
