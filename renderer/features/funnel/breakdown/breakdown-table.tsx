import { wilsonInterval } from '@shared/domain/statistics/proportion.rules';
import { useMessages } from '@/app/i18n/messages';
import { Chip } from '@/ui/chip';
import { Why } from '@/ui/why';
import type { FunnelAnswer, FunnelDimension } from '@/workers/funnel/funnel-types';
import { RateBar } from '../figures/rate-bar';
import { useShares } from '../figures/use-shares';
import type { FunnelRun } from '../funnel.queries';
import { breakdownMessages } from './breakdown.messages';
import classes from './breakdown.module.css';
import type { BreakdownRow } from './breakdown-rows';
import { useValueWords } from './use-value-words';

type BreakdownTableProps = {
  open: FunnelRun;
  answer: FunnelAnswer;
  by: FunnelDimension;
  rows: readonly BreakdownRow[];
  /** The step whose people the last column counts. */
  last: number;
};

const LEAST_SHOWN = 30;

/** A value a row: its rate with interval and n, how many came into the group, and whether it differs. */
export function BreakdownTable({ open, answer, by, rows, last }: BreakdownTableProps) {
  const t = useMessages(breakdownMessages);
  const valueWords = useValueWords(open, answer.runs);
  const tests = rows.filter(({ adjustedP }) => adjustedP !== undefined).length;
  const highs = rows.flatMap(({ share }) => {
    const interval = share && share.total >= LEAST_SHOWN ? wilsonInterval(share) : undefined;
    return interval?.kind === 'interval' ? [interval.high] : [];
  });
  const top = Math.min(1, Math.max(0.05, ...highs) * 1.05);
  const nameOf = (row: BreakdownRow) => {
    if (row.kind === 'unknown') return t('unknown');
    if (row.kind === 'rest') return t('rest', { count: row.values });
    return valueWords(by, row.value ?? '');
  };
  const mean = averageOf(rows);
  return (
    <div data-testid="funnel-breakdown" data-by={by}>
      <div className={classes.head} aria-hidden>
        <span>{t('column_value', { by: t(`by.${by}`) })}</span>
        <span>{t('column_rate')}</span>
        <span />
        <span className={classes.number}>{t('column_end', { position: last })}</span>
        <span>
          {t('column_verdict')} <Why word={t('why')}>{t('whyText', { tests })}</Why>
        </span>
      </div>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <Row
            key={`${row.kind}.${row.value ?? ''}`}
            row={row}
            name={nameOf(row)}
            top={top}
            mean={mean}
          />
        ))}
      </ul>
    </div>
  );
}

function averageOf(rows: readonly BreakdownRow[]): number {
  const shares = rows.flatMap(({ share }) => (share ? [share] : []));
  const total = shares.reduce((sum, share) => sum + share.total, 0);
  return total === 0 ? 0 : shares.reduce((sum, { count }) => sum + count, 0) / total;
}

type RowProps = { row: BreakdownRow; name: string; top: number; mean: number };

function Row({ row, name, top, mean }: RowProps) {
  const t = useMessages(breakdownMessages);
  const { t: words, format, n, shareWithInterval } = useShares();
  const { share, verdict, adjustedP, end } = row;
  const interval = share && wilsonInterval(share);
  const isSmall = share !== undefined && share.total < LEAST_SHOWN;
  const text = share
    ? `${shareWithInterval(share.count, share.total)} ${isSmall ? '' : n(share.total)}`
    : t('noShare');
  const isMore = share !== undefined && share.count / Math.max(1, share.total) > mean;
  return (
    <li
      className={classes.row}
      data-verdict={verdict}
      data-count={share?.count}
      data-n={share?.total}
    >
      <span className={classes.name} title={name}>
        {name}
      </span>
      <RateBar
        label={t('barLabel', { value: name, words: text })}
        rate={share && share.total > 0 ? Math.min(1, share.count / share.total) : undefined}
        low={interval?.kind === 'interval' ? interval.low : undefined}
        high={interval?.kind === 'interval' ? Math.min(top, interval.high) : undefined}
        top={top}
        tone={isSmall ? 'quiet' : 'plain'}
      />
      <span className={classes.words}>{text}</span>
      <b className={classes.number}>{format.count(end)}</b>
      <span className={classes.verdict}>
        {verdict && (
          <Chip tone={verdict === 'likelyReal' ? (isMore ? 'green' : 'red') : 'plain'}>
            {words(`verdict.${verdict}`)}
            {verdict === 'likelyReal' && <> {t(isMore ? 'better' : 'worse')}</>}
          </Chip>
        )}{' '}
        {adjustedP !== undefined && !isSmall && (
          <small>{t('p', { p: adjustedP < 0.001 ? '<0.001' : adjustedP.toFixed(3) })}</small>
        )}
      </span>
    </li>
  );
}
