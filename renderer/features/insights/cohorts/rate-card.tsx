import { Button } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import type { RateFigure } from '@/workers/insights/insights-types';
import { CaseMark } from '../figures/case-mark';
import { openIds } from '../figures/open-ids';
import { SMALLEST, useFigures } from '../figures/use-figures';
import { cohortsMessages } from './cohorts.messages';
import classes from './cohorts-page.module.css';

type Within = 'retention7' | 'repurchase30';
const DAYS: Record<Within, number> = { retention7: 7, repurchase30: 30 };
/** What the case reached. */
export const CASE_RATES: Record<Within, readonly number[]> = {
  retention7: [0.34, 0.61],
  repurchase30: [0.38],
};

const at = (rate: number) => `${(rate * 100).toFixed(2)}%`;

/** One rate: its size, its n, its interval on a scale, the case beside it, its people. */
export function RateCard({ within, figure }: { within: Within; figure: RateFigure }) {
  const t = useMessages(cohortsMessages);
  const { format, t: words, share, plainPercent } = useFigures();
  const { k, n, low, high } = figure;
  const isShown = n >= SMALLEST && low !== undefined && high !== undefined;
  const open = (cameBack: boolean) =>
    void openIds(
      `${t(within)} · ${t(cameBack ? 'cameBack' : 'stayedAway')}`,
      dataWorker().insights.idsOf({ of: 'return', within, cameBack }),
    );
  return (
    <Card title={t(within)} actions={<Why word={words('why')}>{t(`why.${within}`)}</Why>}>
      <div data-testid={`cohorts-${within}`} data-k={k} data-n={n}>
        <div className={classes.figure}>
          <span className={classes.value}>
            {n === 0 ? '—' : isShown ? share(k, n) : t('ofDue', { k, n })}
          </span>
          <span className={classes.quiet}>
            {n === 0
              ? t('nobodyDue', { days: DAYS[within] })
              : t('ofDue', { k: format.count(k), n: format.count(n) })}
          </span>
          {isShown && (
            <span className={classes.quiet}>
              {words('interval', { low: plainPercent(low), high: plainPercent(high) })}
            </span>
          )}
          <CaseMark text={t(`case.${within}`)} />
        </div>
        <div className={classes.track} aria-hidden>
          {CASE_RATES[within].map((rate) => (
            <span key={rate} className={classes.case} style={{ left: at(rate) }} />
          ))}
          {isShown && (
            <>
              <span className={classes.span} style={{ left: at(low), width: at(high - low) }} />
              <span className={classes.dot} style={{ left: at(k / n) }} />
            </>
          )}
        </div>
        <div className={classes.foot}>
          <span className={classes.quiet}>
            {t(`about.${within}`)} {n > 0 && n < SMALLEST ? words('tooFew') : null}
          </span>
          {n > 0 && (
            <span className={classes.buttons}>
              <Button
                size="compact-xs"
                variant="light"
                disabled={k === 0}
                onClick={() => open(true)}
              >
                {t('cameBack')}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                disabled={k === n}
                onClick={() => open(false)}
              >
                {t('stayedAway')}
              </Button>
            </span>
          )}
        </div>
      </div>
    </Card>
  );
}
