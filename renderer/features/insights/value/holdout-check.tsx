import { useMessages } from '@/app/i18n/messages';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import type { LtvFit } from '@/workers/insights/insights-types';
import { useFigures } from '../figures/use-figures';
import { valueMessages } from './value.messages';
import classes from './value-page.module.css';

/** Fitted on the time before, tried on the time since. */
export function HoldoutCheck({ fit }: { fit: LtvFit }) {
  const t = useMessages(valueMessages);
  const { format, t: words, n } = useFigures();
  const { holdout } = fit;
  const error =
    holdout && holdout.actual > 0
      ? (holdout.expected - holdout.actual) / holdout.actual
      : Number.NaN;
  return (
    <Card title={t('holdout')} actions={<Why word={words('why')}>{t('holdoutWhy')}</Why>}>
      {holdout ? (
        <div
          data-testid="value-holdout"
          data-expected={holdout.expected}
          data-actual={holdout.actual}
        >
          <p className={classes.quiet}>
            {t('holdoutLead', { from: format.fullDay(holdout.from), days: holdout.days })}{' '}
            {n(holdout.customers)}
          </p>
          <div className={classes.figures}>
            <b>{t('holdoutExpected', { n: format.count(Math.round(holdout.expected)) })}</b>
            <b>{t('holdoutActual', { n: format.count(holdout.actual) })}</b>
            <span>
              {t('holdoutError', {
                error: `${error > 0 ? '+' : ''}${format.percent(error, holdout.customers)}`,
              })}
            </span>
          </div>
        </div>
      ) : (
        <p className={classes.quiet}>{t('noHoldout')}</p>
      )}
    </Card>
  );
}
