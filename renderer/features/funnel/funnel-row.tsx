import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import { useMessages } from '@/app/i18n/messages';
import { type Bilingual, useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { funnelMessages } from './funnel.messages';
import classes from './funnel-panel.module.css';

const plain = (value: number | undefined) => (value === undefined ? '' : String(value));

/** One step's figures, in words and as plain attributes. */
export function FunnelRow({ bar, title }: { bar: FunnelBar; title: Bilingual }) {
  const t = useMessages(funnelMessages);
  const format = useFormat();
  const say = useBilingual();
  const interval = bar.interval?.kind === 'interval' ? bar.interval : undefined;
  const overall =
    bar.rateFromTop !== undefined && bar.base !== undefined && !bar.isSmall
      ? t('overall', { rate: format.percent(bar.rateFromTop) })
      : undefined;
  return (
    <li
      className={classes.row}
      data-testid={`funnel-step-${bar.position}`}
      data-status={bar.status}
      data-count={plain(bar.count)}
      data-rate={plain(bar.rate)}
      data-ci-low={plain(interval?.low)}
      data-ci-high={plain(interval?.high)}
      title={
        bar.isSmall && bar.base !== undefined
          ? t('smallWhy', { n: format.count(bar.base) })
          : overall
      }
    >
      <span className={classes.position}>{bar.position}</span>
      <span className={classes.name} title={say(title)}>
        {say(title)}
      </span>
      <span className={classes.words} data-problem={bar.problem}>
        <RowWords bar={bar} />
      </span>
      <span className={classes.count}>
        {bar.count === undefined ? '—' : format.count(bar.count)}
      </span>
    </li>
  );
}

function RowWords({ bar }: { bar: FunnelBar }) {
  const t = useMessages(funnelMessages);
  const format = useFormat();
  if (bar.status === 'skipped') return <>{t('skipped')}</>;
  if (bar.status === 'waiting') return <>{t('waiting')}</>;
  if (bar.problem) {
    const extra = format.count((bar.count ?? 0) - (bar.base ?? 0));
    return <>{t(bar.problem, { extra })}</>;
  }
  if (bar.base === undefined) return <>{t('from')}</>;
  if (bar.isSmall) return <>{t('small')}</>;
  if (bar.rate === undefined || bar.interval?.kind !== 'interval') return null;
  const { low, high } = bar.interval;
  return (
    <>
      <strong className={classes.rate}>{format.percent(bar.rate)}</strong>{' '}
      {t('interval', { low: format.percent(low).replace('%', ''), high: format.percent(high) })}
    </>
  );
}
