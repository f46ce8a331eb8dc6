import { addDays } from '@shared/lib/time';
import { useCallback } from 'react';
import { useFormat } from '@/app/use-format';

/** A week by its first and last day: `11月23日–11月29日`. */
export function useWeekRange(): (monday: string) => string {
  const format = useFormat();
  return useCallback(
    (monday) => `${format.day(monday)}–${format.day(addDays(monday, 6))}`,
    [format],
  );
}
