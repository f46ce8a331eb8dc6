import {
  type Entry,
  MEASURE_KIND,
  type Measure,
} from '@shared/domain/content-results/measures.rules';
import { readingOf } from '@shared/domain/content-results/ratio.rules';
import { weekStart } from '@shared/lib/time';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { IntervalLines } from '@/ui/charts/interval-lines';
import { Why } from '@/ui/why';
import { contentResultsMessages } from '../content-results.messages';
import { useMeasureWords } from '../use-measure-words';
import { overviewMessages } from './overview.messages';

/** The chosen measure week by week. */
export function TrendCard({ entries, measure }: { entries: readonly Entry[]; measure: Measure }) {
  const t = useMessages(overviewMessages);
  const base = useMessages(contentResultsMessages);
  const format = useFormat();
  const say = useMeasureWords();
  const weeks = useMemo(() => weeksOf(entries, measure), [entries, measure]);
  const labelOf = ({ monday, reading }: (typeof weeks)[number]) =>
    t('trendPoint', {
      week: format.day(monday),
      value: reading ? say.reading(measure, reading) : '—',
      n: reading ? say.nItems(measure, reading) : 'n 0',
      interval: (reading && say.interval(measure, reading)) || '—',
    });
  const tick = (value: number) =>
    MEASURE_KIND[measure] === 'share' ? `${Math.round(value * 100)}%` : say.value(measure, value);
  return (
    <ChartCard
      testId="results-trend"
      title={t('trend')}
      why={<Why word={base('why')}>{base(`formula.${measure}`)}</Why>}
      lead={t('trendLead', { measure: say.name(measure) })}
      words={{ chart: base('chart'), table: base('table'), label: base('face') }}
      chart={
        <IntervalLines
          label={t('trend')}
          columns={weeks.map(({ monday }) => format.day(monday))}
          series={[
            {
              key: measure,
              shape: 'circle',
              colour: 'var(--q-chart-1)',
              points: weeks.map((week) => ({
                value: week.reading && !week.reading.isThin ? week.reading.value : undefined,
                low: week.reading?.isThin ? undefined : atLeastZero(week.reading?.low),
                high: week.reading?.isThin ? undefined : week.reading?.high,
                label: labelOf(week),
              })),
            },
          ]}
          references={[]}
          tick={tick}
          height={220}
        />
      }
      table={
        <DataTable
          label={t('trend')}
          columns={[
            { key: 'week', label: t('week') },
            { key: 'value', label: say.name(measure), isNumber: true },
            { key: 'n', label: 'n', isNumber: true },
            { key: 'interval', label: t('interval'), isNumber: true },
          ]}
          rows={weeks.map(({ monday, reading }) => ({
            key: monday,
            cells: [
              format.fullDay(monday),
              reading ? say.reading(measure, reading) : '—',
              format.count(reading?.n ?? 0),
              (reading && say.interval(measure, reading)) || '—',
            ],
          }))}
        />
      }
    />
  );
}

const atLeastZero = (value: number | undefined) => value && Math.max(0, value);

function weeksOf(entries: readonly Entry[], measure: Measure) {
  const mondays = [...new Set(entries.map(({ item }) => weekStart(item.date)))].sort();
  return mondays.map((monday) => ({
    monday,
    reading: readingOf(
      entries.filter(({ item }) => weekStart(item.date) === monday),
      measure,
    ),
  }));
}
