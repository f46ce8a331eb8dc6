import { useMessages } from '@/app/i18n/messages';
import { sendMessages } from './send.messages';

const MINUTE_MS = 60_000;

/** A span (ms) in words: `12 分钟`, `3 小时 5 分`, `2 天`; anything under a minute is one. */
export function useDuration(): (ms: number) => string {
  const t = useMessages(sendMessages);
  return (ms) => {
    const minutes = Math.max(1, Math.round(Math.abs(ms) / MINUTE_MS));
    if (minutes < 60) return t('minutes', { n: minutes });
    const h = Math.floor(minutes / 60);
    const m = minutes % 60;
    if (h >= 48) return t('days', { n: Math.round(h / 24) });
    return m === 0 ? t('hours', { h }) : t('hoursMinutes', { h, m });
  };
}
