import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { SendTarget } from '@shared/domain/calendar/send-state.rules';
import { sendWindow } from '@shared/domain/calendar/send-window.rules';
import { useMessages } from '@/app/i18n/messages';
import { useSlots } from '@/app/use-slots';
import { useZone } from '@/app/use-today';
import { sendMessages } from '../send.messages';
import { useDuration } from '../use-duration';

/** How a sending stands to the slot it was planned for: within, so long before, so long after. */
export function useLateness(): (item: ContentItem, target: SendTarget) => string | false {
  const t = useMessages(sendMessages);
  const duration = useDuration();
  const settings = useSlots();
  const zone = useZone();
  return (item, { state, at, send }) => {
    if (!settings || at === undefined) return false;
    const place = send
      ? { date: send.day, slot: send.slot, time: send.plannedTime }
      : { date: item.date, slot: item.slot, time: item.time };
    const { fromMs, toMs } = sendWindow(place, { settings, zone });
    if (state === 'sentLate') return t('log.late', { time: duration(at - toMs) });
    if (state === 'sentEarly') return t('log.early', { time: duration(fromMs - at) });
    return state === 'sentInSlot' && t('log.inSlot');
  };
}
