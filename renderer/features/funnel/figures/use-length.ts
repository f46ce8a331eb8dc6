import { useCallback } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { figureMessages } from './figures.messages';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

const short = (value: number) => String(Number(value.toFixed(value < 10 ? 1 : 0)));

/** A length of time in the unit that one would say: minutes, hours from 90 minutes, days from 48 hours. */
export function useLength(): (ms: number) => string {
  const t = useMessages(figureMessages);
  return useCallback(
    (ms: number) => {
      if (ms < 1.5 * HOUR_MS) return t('time.minutes', { n: short(ms / MINUTE_MS) });
      if (ms < 2 * DAY_MS) return t('time.hours', { n: short(ms / HOUR_MS) });
      return t('time.days', { n: short(ms / DAY_MS) });
    },
    [t],
  );
}
