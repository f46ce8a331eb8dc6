import type { Accuracy } from '@shared/domain/tags/spot-check.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { tagsMessages } from './tags.messages';

/** `93.3%（80–98%，n 45）`; below thirty verdicts the counts alone. */
export function AccuracyWords({ accuracy }: { accuracy: Accuracy | undefined }) {
  const t = useMessages(tagsMessages);
  const format = useFormat();
  if (!accuracy || accuracy.n === 0) return <>{t('notChecked')}</>;
  const { rate, right, n, low = 0, high = 1 } = accuracy;
  const counts = t('right', { right, n });
  if (rate === undefined) return <>{counts}</>;
  const interval = t('interval', { low: format.percent(low), high: format.percent(high) });
  return (
    <span title={counts}>
      {format.percent(rate)} <small>{`${interval} · n ${n}`}</small>
    </span>
  );
}
