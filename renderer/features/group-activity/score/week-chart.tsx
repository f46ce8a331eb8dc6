import { SegmentedControl } from '@mantine/core';
import type { LifePeriod } from '@shared/domain/group-life/figure-table';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { WeekLine } from '@/ui/charts/week-line';
import { activityMessages } from '../activity.messages';
import { type ActivityWeek, CHART_WEEKS, type ChartWeeks } from '../use-activity';

type WeekChartProps = {
  weeks: readonly ActivityWeek[];
  span: ChartWeeks;
  onSpan: (span: ChartWeeks) => void;
};

/** The score week by week: weeks without data are grey stripes, never zero. */
export function WeekChart({ weeks, span, onSpan }: WeekChartProps) {
  const t = useMessages(activityMessages);
  const format = useFormat();
  const known = weeks.filter(({ score }) => score !== undefined).length;
  const weekText = ({ from, to }: LifePeriod) => `${format.day(from)} – ${format.day(to)}`;
  const scoreText = (score: number | undefined) =>
    score === undefined ? t('noData') : score.toFixed(1);
  return (
    <ChartCard
      testId="activity-weeks"
      title={t('chartTitle')}
      lead={t('chartLead', { weeks: weeks.length, n: known })}
      words={{ chart: t('chart'), table: t('table'), label: t('face') }}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('chartSpan')}
          value={String(span)}
          data={CHART_WEEKS.map((n) => ({ value: String(n), label: t('weeks', { n }) }))}
          onChange={(value) => onSpan(CHART_WEEKS.find((n) => String(n) === value) ?? span)}
        />
      }
      chart={
        <WeekLine
          label={t('chartLabel')}
          pointTestId="activity-week"
          points={weeks.map(({ period, score }) => ({
            key: period.from,
            value: score,
            words: t('pointText', { week: weekText(period), score: scoreText(score) }),
            label: format.day(period.from),
          }))}
        />
      }
      table={
        <DataTable
          label={t('chartLabel')}
          columns={[
            { key: 'week', label: t('columnWeek') },
            { key: 'score', label: t('score'), isNumber: true },
          ]}
          rows={[...weeks].reverse().map(({ period, score }) => ({
            key: period.from,
            isQuiet: score === undefined,
            cells: [weekText(period), scoreText(score)],
          }))}
        />
      }
    />
  );
}
