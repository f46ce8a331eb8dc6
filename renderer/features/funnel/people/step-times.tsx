import { SMALL_SAMPLE_SIZE } from '@shared/domain/statistics/proportion.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import type { StepTime } from '@/workers/funnel/funnel-types';
import detailClasses from '../detail/detail.module.css';
import { useLength } from '../figures/use-length';
import { peopleMessages } from './people.messages';
import classes from './people.module.css';

/** Median and ninth decile of the way between two steps, each with how many it rests on. */
export function StepTimes({ times }: { times: readonly StepTime[] }) {
  const t = useMessages(peopleMessages);
  const format = useFormat();
  const length = useLength();
  const known = times.filter(({ n }) => n > 0);
  return (
    <Card title={t('timesTitle')} actions={<Why word={t('why')}>{t('timesWhy')}</Why>}>
      {known.length === 0 ? (
        <p className={detailClasses.quiet}>{t('noTimes')}</p>
      ) : (
        <ul className={classes.times} data-testid="funnel-times">
          {known.map(({ position, from, n, medianMs = 0, p90Ms = 0 }) => (
            <li
              key={position}
              className={classes.time}
              data-few={n < SMALL_SAMPLE_SIZE}
              data-median-ms={medianMs}
            >
              {t('from', { from, position })}
              <b>{t('median', { value: length(medianMs) })}</b>
              {t('p90', { value: length(p90Ms) })}{' '}
              <small>
                {t('n', { n: format.count(n) })}
                {n < SMALL_SAMPLE_SIZE && ` · ${t('few')}`}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
