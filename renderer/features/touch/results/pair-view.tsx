import { SMALL_SAMPLE_SIZE } from '@shared/domain/statistics/proportion.rules';
import type { ResultPair, ResultSide } from '@shared/domain/touch/results.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { touchMessages } from '../touch.messages';
import classes from '../touch.module.css';

type PairViewProps = { pair: ResultPair; labels: [string, string]; testId: string };

/** Two groups with their counts, and how far they lie apart. */
export function PairView({ pair, labels, testId }: PairViewProps) {
  const t = useMessages(touchMessages);
  const { a, b, test } = pair;
  const isTold = Math.min(a.n, b.n) >= SMALL_SAMPLE_SIZE && test.kind === 'test';
  const points = (share: number) => (share * 100).toFixed(1);
  return (
    <div data-testid={testId} data-counts={`${a.k}/${a.n} ${b.k}/${b.n}`}>
      <div className={classes.pair}>
        <Side side={a} label={labels[0]} />
        <Side side={b} label={labels[1]} />
      </div>
      <p>
        {isTold
          ? t('result.diff', {
              diff: points(test.diff),
              low: points(test.low),
              high: points(test.high),
              p: test.pValue < 0.001 ? '< 0.001' : test.pValue.toFixed(3),
            })
          : t('result.noTest')}
      </p>
    </div>
  );
}

function Side({ side, label }: { side: ResultSide; label: string }) {
  const t = useMessages(touchMessages);
  const format = useFormat();
  const { k, n, interval } = side;
  const counts = t('result.of', { k: format.count(k), n: format.count(n) });
  const isShown = n >= SMALL_SAMPLE_SIZE && interval.kind === 'interval';
  return (
    <div>
      <p className={classes.quiet}>{label}</p>
      <div className={classes.value}>{isShown ? format.percent(k / n, n) : counts}</div>
      <p className={classes.quiet}>
        {isShown
          ? `${counts} · ${t('result.interval', {
              low: format.percent(interval.low, n),
              high: format.percent(interval.high, n),
            })}`
          : t('result.few')}
      </p>
    </div>
  );
}
