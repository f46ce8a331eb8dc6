import { useMessages } from '@/app/i18n/messages';
import { experimentsMessages } from './experiments.messages';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** `还有 2 天`, `还有 5 小时`, `已到时间`. */
export function useTimeLeft(): (leftMs: number) => string {
  const t = useMessages(experimentsMessages);
  return (leftMs) => {
    if (leftMs <= 0) return t('ended');
    const hours = Math.ceil(leftMs / HOUR_MS);
    const left =
      hours > 2 * DAY_HOURS
        ? t('days', { n: Math.round(hours / DAY_HOURS) })
        : t('hours', { n: hours });
    return t('endsIn', { left });
  };
}
