import { compareFunnels, type StepComparison } from '@shared/domain/funnel/compare-funnels.rules';
import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import { useMessages } from '@/app/i18n/messages';
import { type Bilingual, useBilingual } from '@/app/i18n/use-bilingual';
import { Chip } from '@/ui/chip';
import { Why } from '@/ui/why';
import { RateBar } from '../figures/rate-bar';
import { useShares } from '../figures/use-shares';
import { compareMessages } from './compare.messages';
import classes from './compare.module.css';

type Side = { name: string; bars: readonly FunnelBar[] };

type ComparisonTableProps = {
  /** What `b` is held against. */
  a: Side;
  b: Side;
  steps: readonly { position: number; title: Bilingual }[];
  /** Beside other cards: the bars go below the step's name. */
  isNarrow?: boolean;
};

/** Two funnels step by step: both bars, the difference with its interval, the verdict after Holm. */
export function ComparisonTable({ a, b, steps, isNarrow = false }: ComparisonTableProps) {
  const t = useMessages(compareMessages);
  const rows = compareFunnels(a.bars, b.bars);
  const tests = rows.filter(({ pValue }) => pValue !== undefined).length;
  const changed = rows.filter(({ verdict }) => verdict === 'likelyReal').length;
  return (
    <div data-testid="funnel-comparison" data-changed={changed} data-narrow={isNarrow}>
      <p className={classes.note}>
        {changed === 0 ? t('summaryNone') : t('summary', { count: changed })}
      </p>
      <div className={classes.head} aria-hidden>
        <span />
        <span>{t('column_step')}</span>
        <span>{t('column_bars', { a: a.name, b: b.name })}</span>
        <span>{t('column_diff')}</span>
        <span>{t('column_verdict')}</span>
      </div>
      <ol className={classes.rows}>
        {rows.map((row) => (
          <ComparisonRow
            key={row.position}
            row={row}
            names={[a.name, b.name]}
            title={steps.find(({ position }) => position === row.position)?.title}
            tests={tests}
          />
        ))}
      </ol>
    </div>
  );
}

type ComparisonRowProps = {
  row: StepComparison;
  names: readonly [string, string];
  title: Bilingual | undefined;
  tests: number;
};

function ComparisonRow({ row, names, title, tests }: ComparisonRowProps) {
  const t = useMessages(compareMessages);
  const say = useBilingual();
  const { t: words, points, share, n } = useShares();
  const { a, b, diff, low, high, verdict } = row;
  const isTested = diff !== undefined && low !== undefined && high !== undefined;
  // A first step has no rate on either side: there is nothing to say of it.
  const isStart = a?.base === undefined && b?.base === undefined;
  const sideShare = (bar: FunnelBar | undefined) =>
    bar?.base === undefined ? '—' : `${share(bar.count ?? 0, bar.base)} ${n(bar.base)}`;
  return (
    <li
      className={classes.row}
      data-testid={`funnel-compare-${row.position}`}
      data-verdict={verdict}
      data-p={row.adjustedP}
    >
      <span className={classes.position}>{row.position}</span>
      <span className={classes.name}>{title && say(title)}</span>
      <span className={classes.pair}>
        <SideBar bar={a} name={names[0]} isOther />
        <SideBar bar={b} name={names[1]} />
      </span>
      <span className={classes.diff}>
        {isTested && verdict !== 'tooFew' && (
          <>
            {t('diff', { diff: points(diff) })}
            <small>{t('diffInterval', { low: points(low), high: points(high) })}</small>
          </>
        )}
      </span>
      <span className={classes.verdict}>
        {!isStart && (
          <>
            <Chip tone={toneOf(verdict, diff)}>
              {words(`verdict.${verdict}`)}
              {verdict === 'likelyReal' && diff !== undefined && (
                <> {t(diff > 0 ? 'better' : 'worse')}</>
              )}
            </Chip>{' '}
            {isTested && (
              <Why word={t('why')}>
                {t('whyTest', {
                  a: names[0],
                  b: names[1],
                  aShare: sideShare(a),
                  bShare: sideShare(b),
                  diff: points(diff),
                  low: points(low),
                  high: points(high),
                  p: pText(row.pValue),
                  adjusted: pText(row.adjustedP),
                  tests,
                })}
              </Why>
            )}
            {row.reason && <small>{t(`reason.${row.reason}`)}</small>}
          </>
        )}
      </span>
    </li>
  );
}

const pText = (p = 1) => (p < 0.001 ? '<0.001' : p.toFixed(3));

function toneOf(verdict: StepComparison['verdict'], diff = 0) {
  if (verdict !== 'likelyReal') return 'plain';
  return diff > 0 ? 'green' : 'red';
}

type SideBarProps = { bar: FunnelBar | undefined; name: string; isOther?: boolean };

function SideBar({ bar, name, isOther = false }: SideBarProps) {
  const t = useMessages(compareMessages);
  const { barWords, format, n } = useShares();
  const words = bar ? barWords(bar) : { value: '—', more: '' };
  const interval = bar?.interval?.kind === 'interval' ? bar.interval : undefined;
  const text =
    bar?.base === undefined
      ? `${words.more} ${bar?.count === undefined ? '' : format.count(bar.count)}`
      : `${words.value} ${bar.isSmall ? '' : words.more} ${bar.isSmall ? '' : n(bar.base)}`;
  return (
    <>
      <RateBar
        label={t('barLabel', { who: name, words: text })}
        rate={bar?.base === undefined ? undefined : Math.min(1, bar.rate ?? 0)}
        low={interval?.low}
        high={interval?.high}
        tone={bar?.isSmall ? 'quiet' : isOther ? 'other' : 'plain'}
      />
      <span>{text}</span>
    </>
  );
}
