import { SegmentedControl } from '@mantine/core';
import type { LifePeriod } from '@shared/domain/group-life/figure-table';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { useWidth } from '@/ui/charts/use-width';
import { activityMessages } from '../activity.messages';
import classes from '../activity.module.css';
import { type ActivityWeek, CHART_WEEKS, type ChartWeeks } from '../use-activity';

const HEIGHT = 190;
const LEFT = 34;
const TOP = 10;
const BOTTOM = 24;
const LABEL_WIDTH = 96;

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
        <Drawing
          weeks={weeks}
          labelOf={({ period, score }) =>
            t('pointText', { week: weekText(period), score: scoreText(score) })
          }
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

type DrawingProps = { weeks: readonly ActivityWeek[]; labelOf: (week: ActivityWeek) => string };

function Drawing({ weeks, labelOf }: DrawingProps) {
  const t = useMessages(activityMessages);
  const format = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const slot = (width - LEFT) / Math.max(1, weeks.length);
  const x = (at: number) => LEFT + slot * (at + 0.5);
  const y = (score: number) => HEIGHT - BOTTOM - (score / 100) * (HEIGHT - BOTTOM - TOP);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / slot));
  let path = '';
  let isOn = false;
  for (const [at, { score }] of weeks.entries()) {
    if (score !== undefined) path += `${isOn ? 'L' : 'M'}${x(at)} ${y(score)}`;
    isOn = score !== undefined;
  }
  return (
    <div ref={ref} className={classes.trend}>
      <svg width={width} height={HEIGHT} role="img" aria-label={t('chartLabel')}>
        {[0, 50, 100].map((value) => (
          <g key={value}>
            <line className={classes.ground} x1={LEFT} x2={width} y1={y(value)} y2={y(value)} />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {weeks.map((week, at) => (
          <g
            key={week.period.from}
            data-testid="activity-week"
            data-score={week.score === undefined ? '' : week.score.toFixed(1)}
          >
            <title>{labelOf(week)}</title>
            {week.score === undefined ? (
              <rect
                className={classes.unknownWeek}
                x={x(at) - slot / 2 + 1}
                width={Math.max(1, slot - 2)}
                y={TOP}
                height={HEIGHT - BOTTOM - TOP}
              />
            ) : (
              <circle className={classes.dot} cx={x(at)} cy={y(week.score)} r={3.5} />
            )}
            {(weeks.length - 1 - at) % every === 0 && (
              <text x={x(at)} y={HEIGHT - 6} textAnchor="middle">
                {format.day(week.period.from)}
              </text>
            )}
          </g>
        ))}
        <path className={classes.line} d={path} />
      </svg>
    </div>
  );
}
