import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { LiveCount } from '../count/use-segment-count';
import { builderMessages } from './builder.messages';
import classes from './rule-builder.module.css';

/** How many the whole rule takes, with n; the bare number for whoever reads by machine. */
export function WholeCount({ live }: { live: LiveCount }) {
  const t = useMessages(builderMessages);
  const format = useFormat();
  const { count, isFresh, problem } = live;
  if (problem !== undefined && count === undefined) {
    return <p className={classes.whole}>{t('uncounted')}</p>;
  }
  if (count === undefined) return <p className={classes.whole}>{t('counting')}</p>;
  const share = format.percent(count.n / count.of, count.of);
  return (
    <p
      className={classes.whole}
      data-testid="rule-count"
      data-count={count.n}
      data-of={count.of}
      data-fresh={isFresh}
      aria-live="polite"
    >
      {t('peopleBefore')}
      <strong className={classes.number}>{format.count(count.n)}</strong>
      {t('peopleAfter')}
      <span className={classes.quiet}>
        {count.of < SHARE_FROM
          ? t('ofAll', { of: format.count(count.of) })
          : t('shareOf', { of: format.count(count.of), share })}
      </span>
    </p>
  );
}

/** Below, a share says more than is known. */
const SHARE_FROM = 30;
