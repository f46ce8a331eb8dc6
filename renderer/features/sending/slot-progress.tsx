import type { SlotWork } from '@shared/domain/calendar/send-day.rules';
import { useMessages } from '@/app/i18n/messages';
import { todaySendsMessages } from './today-sends.messages';

/** How far a slot is, in words; nothing where nothing is planned. */
export function SlotProgress({ slot }: { slot: SlotWork }) {
  const t = useMessages(todaySendsMessages);
  const { total, sent, overdue } = slot.counts;
  if (total === 0) return null;
  const parts = [t('sent', { sent, total })];
  if (overdue > 0) parts.push(t('late', { n: overdue }));
  return (
    <span data-testid="today-slot-progress" data-sent={sent} data-total={total} data-late={overdue}>
      {parts.join(' · ')}
    </span>
  );
}
