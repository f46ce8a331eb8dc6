import type { DayWork, WorkItem } from '@shared/domain/calendar/send-day.rules';
import { useMessages } from '@/app/i18n/messages';
import { todaySendsMessages } from './today-sends.messages';

const MOST_NAMED = 2;
const LONGEST_NAME = 24;

/** By characters as people see them: half of a pair would be no letter. */
function shortened(title: string): string {
  const letters = [...title];
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : title;
}

/** What of today and of the days before waits past its time, as sentences with the way there. */
export function useOverdueLines(
  work: DayWork | undefined,
): { key: string; text: string; action: string }[] {
  const t = useMessages(todaySendsMessages);
  if (!work) return [];
  const late = work.slots.flatMap(({ items }) => items.filter(({ counts }) => counts.overdue > 0));
  const titles = (pieces: readonly WorkItem[]) =>
    pieces
      .slice(0, MOST_NAMED)
      .map(({ item }) => shortened(item.title))
      .join(t('listSeparator')) + (pieces.length > MOST_NAMED ? t('more') : '');
  const line = (key: 'lateLine' | 'missedLine', pieces: readonly WorkItem[], action: string) =>
    pieces.length === 0
      ? []
      : [{ key, action, text: t(key, { count: pieces.length, titles: titles(pieces) }) }];
  return [...line('lateLine', late, t('sendNow')), ...line('missedLine', work.missed, t('goSee'))];
}
