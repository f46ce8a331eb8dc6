import { SMALL_SAMPLE_SIZE, wilsonInterval } from '@shared/domain/statistics/proportion.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { feelingsMessages } from '../feelings.messages';

/** A share with its interval; under 30 there is none to speak of. */
export function useShareText(): (count: number, n: number) => string | undefined {
  const t = useMessages(feelingsMessages);
  const format = useFormat();
  return (count, n) => {
    const interval = wilsonInterval({ count, total: n });
    if (n < SMALL_SAMPLE_SIZE || interval.kind === 'none') return undefined;
    const low = format.percent(interval.low);
    const high = format.percent(interval.high);
    return t('badShare', { share: format.percent(count / n, n), low, high });
  };
}
