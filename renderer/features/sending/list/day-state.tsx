import type { DayWork } from '@shared/domain/calendar/send-day.rules';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import type { DayList } from '../day-list.queries';
import { sendMessages } from '../send.messages';
import { useDuration } from '../use-duration';
import { overdueOf } from './work-order';

/** The day in one sentence: what is sent, what is late, how long the slot is open. */
export function DayState({ list }: { list: DayList }) {
  const t = useMessages(sendMessages);
  const format = useFormat();
  const clock = useClockSentence(list);
  const { counts } = list.work;
  const overdue = overdueOf(list.work).reduce((sum, it) => sum + it.counts.overdue, 0);
  const { sent, total, givenUp } = counts;
  const parts = [
    total === 0
      ? t('stateNothing')
      : t('stateSent', { sent: format.count(sent), total: format.count(total) }),
  ];
  if (overdue > 0) parts.push(t('stateOverdue', { n: format.count(overdue) }));
  if (givenUp > 0) parts.push(t('stateGivenUp', { n: format.count(givenUp) }));
  if (clock !== undefined) parts.push(clock);
  return <>{parts.join(t('separator'))}</>;
}

/** How long the present slot is open, or until the next one opens; only on the present day. */
function useClockSentence({ work, nowMs, today }: DayList): string | undefined {
  const t = useMessages(sendMessages);
  const words = useMessages(wordsMessages);
  const duration = useDuration();
  if (work.day !== today) return undefined;
  const slotOf = (phase: DayWork['slots'][number]['phase']) =>
    work.slots.find((slot) => slot.phase === phase);
  const now = slotOf('now');
  if (now) {
    return t('slotEndsIn', {
      slot: words(`slot.${now.slot}`),
      time: duration(now.toMs - nowMs),
    });
  }
  const next = slotOf('ahead');
  if (!next) return t('dayDone');
  return t('slotStartsIn', {
    slot: words(`slot.${next.slot}`),
    time: duration(next.fromMs - nowMs),
  });
}
