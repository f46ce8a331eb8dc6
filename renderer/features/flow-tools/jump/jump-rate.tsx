import {
  type Share,
  SMALL_SAMPLE_SIZE,
  wilsonInterval,
} from '@shared/domain/statistics/proportion.rules';
import type { JumpProblem } from '@shared/domain/step-tools/jump.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import classes from '../flow-tools.module.css';
import { jumpMessages } from './jump.messages';

/** The rate of one way over with its n and interval; the counts alone where they are few. */
export function JumpRate({ share }: { share: Share | JumpProblem }) {
  const t = useMessages(jumpMessages);
  const format = useFormat();
  if (share === 'unfilled') return <span className={classes.quiet}>—</span>;
  if (typeof share === 'string') {
    return <span className={classes.wrong}>{t(`problem.${share}`)}</span>;
  }
  const { count, total } = share;
  if (total < SMALL_SAMPLE_SIZE) {
    return (
      <span className={classes.quiet}>
        {t('few', { count: format.count(count), total: format.count(total) })}
      </span>
    );
  }
  const interval = wilsonInterval(share);
  return (
    <span className={classes.number} data-rate={count / total}>
      {format.percent(count / total)}{' '}
      {interval.kind === 'interval' && (
        <span className={classes.quiet}>
          {t('interval', {
            low: format.percent(interval.low),
            high: format.percent(interval.high),
            n: format.count(total),
          })}
        </span>
      )}
    </span>
  );
}
