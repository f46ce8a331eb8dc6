import type { BatchConversion } from '@shared/domain/import/batch-conversion.rules';
import { SMALL_SAMPLE_SIZE, wilsonInterval } from '@shared/domain/statistics/proportion.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import classes from './batch-panel.module.css';
import { historyMessages } from './history.messages';
import { useBatchConversion } from './use-batch-conversion';

const STEPS = ['ordered', 'repurchased', 'inGroup', 'approved'] as const;

/** How far the people of one import have come by now. */
export function BatchConversionPart({ batchId }: { batchId: string }) {
  const t = useMessages(historyMessages);
  const format = useFormat();
  const conversion = useBatchConversion(batchId);
  if (!conversion) return null;
  const { members } = conversion;
  return (
    <section className={classes.part}>
      <h3>{t('converted')}</h3>
      {members === 0 ? (
        <p>{t('convertedNobody')}</p>
      ) : (
        <>
          <p>{t('convertedHint', { n: format.count(members) })}</p>
          <dl className={classes.counts}>
            {STEPS.map((step) => (
              <Share key={step} step={step} conversion={conversion} />
            ))}
          </dl>
          {members < SMALL_SAMPLE_SIZE && <p>{t('small')}</p>}
        </>
      )}
    </section>
  );
}

type ShareProps = { step: (typeof STEPS)[number]; conversion: BatchConversion };

/** n of n; with enough people also the share and how certain it is. */
function Share({ step, conversion }: ShareProps) {
  const t = useMessages(historyMessages);
  const format = useFormat();
  const count = conversion[step];
  const total = conversion.members;
  const interval = wilsonInterval({ count, total });
  const isTold = total >= SMALL_SAMPLE_SIZE && interval.kind === 'interval';
  return (
    <div data-testid="import-conversion" data-of={step} data-count={count} data-total={total}>
      <dt>{t(`step.${step}`)}</dt>
      <dd>
        {t('share', { n: format.count(count), of: format.count(total) })}
        {isTold && (
          <small>
            {format.percent(count / total, total)} ·{' '}
            {t('interval', {
              low: format.percent(interval.low),
              high: format.percent(interval.high),
            })}
          </small>
        )}
      </dd>
    </div>
  );
}
