import { useMessages } from '@/app/i18n/messages';
import { showPeople } from '@/features/segments';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { IntervalLines } from '@/ui/charts/interval-lines';
import { Legend } from '@/ui/charts/legend';
import { Why } from '@/ui/why';
import type { CohortAnswer, RateFigure } from '@/workers/insights/insights-types';
import { SMALLEST, useFigures } from '../figures/use-figures';
import { cohortsMessages } from './cohorts.messages';
import { CASE_RATES } from './rate-card';

const SERIES = [
  { key: 'retention7', shape: 'circle', colour: 'var(--q-chart-1)' },
  { key: 'repurchase30', shape: 'square', colour: 'var(--q-chart-2)' },
] as const;
const DRAWN_MONTHS = 18;

/** Both rates by month of the first order. */
export function RatesByMonth({ answer }: { answer: CohortAnswer }) {
  const t = useMessages(cohortsMessages);
  const { format, t: words, share, interval, plainPercent, n } = useFigures();
  const drawn = answer.byMonth.slice(-DRAWN_MONTHS);
  const open = (month: string, figure: RateFigure) => () =>
    showPeople({ title: t('pointName', { month }), rule: figure.rule });
  const labelOf = (month: string, what: 'retention7' | 'repurchase30', figure: RateFigure) =>
    t('pointLabel', {
      month,
      what: t(what),
      share: share(figure.k, figure.n),
      k: format.count(figure.k),
      n: format.count(figure.n),
      interval: interval(figure.k, figure.n) ?? '',
    });
  const top = {
    retention7: CASE_RATES.retention7[1] ?? 0,
    repurchase30: CASE_RATES.repurchase30[0] ?? 0,
  };
  const all = answer.byMonth.reduce((sum, it) => sum + it.retention7.n, 0);
  return (
    <ChartCard
      testId="cohorts-by-month"
      title={t('byMonth')}
      why={<Why word={words('why')}>{t('byMonthWhy')}</Why>}
      lead={`${t('byMonthLead')} ${n(all)}`}
      words={{ chart: words('chart'), table: words('table'), label: words('faceLabel') }}
      chart={
        <>
          <Legend
            items={SERIES.map((series) => ({ ...series, label: t(series.key) }))}
            reference={words('caseMark')}
          />
          <IntervalLines
            label={t('byMonth')}
            columns={drawn.map((it) => it.month)}
            tick={plainPercent}
            references={[
              { at: top.retention7, label: t('reference7') },
              { at: top.repurchase30, label: t('reference30') },
            ]}
            series={SERIES.map((series) => ({
              ...series,
              points: drawn.map((it) => {
                const figure = it[series.key];
                if (figure.n === 0) return undefined;
                const isShown = figure.n >= SMALLEST;
                return {
                  value: isShown ? figure.k / figure.n : undefined,
                  low: isShown ? figure.low : undefined,
                  high: isShown ? figure.high : undefined,
                  label: labelOf(it.month, series.key, figure),
                  onOpen: open(it.month, figure),
                };
              }),
            }))}
          />
        </>
      }
      table={
        <DataTable
          label={t('byMonth')}
          columns={[
            { key: 'month', label: t('columnMonth') },
            { key: 'r', label: t('retention7'), isNumber: true },
            { key: 'rn', label: t('columnSize'), isNumber: true },
            { key: 'ri', label: words('columnInterval'), isNumber: true },
            { key: 'p', label: t('repurchase30'), isNumber: true },
            { key: 'pn', label: t('columnSize'), isNumber: true },
            { key: 'pi', label: words('columnInterval'), isNumber: true },
          ]}
          rows={[...answer.byMonth].reverse().map(({ month, retention7, repurchase30 }) => ({
            key: month,
            cells: [
              month,
              ...[retention7, repurchase30].flatMap((figure) => [
                figure.n > 0 ? share(figure.k, figure.n) : '—',
                format.count(figure.n),
                interval(figure.k, figure.n) ?? '—',
              ]),
            ],
            onOpen: retention7.n > 0 ? open(month, retention7) : undefined,
            openLabel: labelOf(month, 'retention7', retention7),
          }))}
        />
      }
    />
  );
}
