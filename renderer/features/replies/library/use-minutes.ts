import { useCallback } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { waitMessages } from './wait.messages';

const MINUTE_MS = 60_000;
const HOUR_MIN = 60;
const DAY_MIN = 24 * HOUR_MIN;

/** How long somebody waited, in the unit in which one says it. */
export function useMinutes(): (ms: number) => string {
  const t = useMessages(waitMessages);
  const format = useFormat();
  return useCallback(
    (ms) => {
      const minutes = ms / MINUTE_MS;
      const say = (value: number) => format.count(Math.round(value * 10) / 10);
      if (minutes < 1) return t('underOne');
      if (minutes < HOUR_MIN) return t('minutes', { n: say(minutes) });
      if (minutes < DAY_MIN) return t('hours', { n: say(minutes / HOUR_MIN) });
      return t('days', { n: say(minutes / DAY_MIN) });
    },
    [t, format],
  );
}
