import { TRUST_AREAS } from '@shared/domain/group-life/life-settings.schema';
import { indexTenths, type TrustWeek } from '@shared/domain/group-life/trust-lines.rules';
import { useMessages } from '@/app/i18n/messages';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { useWidth } from '@/ui/charts/use-width';
import { trustMessages } from './trust.messages';
import classes from './trust.module.css';
import { pointsText, useTrustWords } from './use-trust-words';

const HEIGHT = 180;
const LEFT = 34;
const TOP = 10;
const BOTTOM = 24;
const LABEL_WIDTH = 96;

type TrustTrendProps = {
  weeks: readonly TrustWeek[];
  chosen: string | undefined;
};

/** The index week by week: weeks without data are grey stripes, never zero. */
export function TrustTrend({ weeks, chosen }: TrustTrendProps) {
  const t = useMessages(trustMessages);
  const say = useTrustWords();
  const known = weeks.filter(({ trust }) => trust.index !== undefined).length;
  const columns = [
    { key: 'week', label: t('columnWeek') },
    { key: 'index', label: t('index'), isNumber: true },
    ...TRUST_AREAS.map((key) => ({ key, label: t(`area.${key}`), isNumber: true })),
  ];
  const score = (value: number | undefined) =>
    value === undefined ? t('noData') : value.toFixed(1);
  return (
    <ChartCard
      testId="trust-trend"
      title={t('trendTitle')}
      lead={t('trendLead', { weeks: weeks.length, n: known })}
      words={{ chart: t('chart'), table: t('table'), label: t('face') }}
      chart={<TrendDrawing weeks={weeks} chosen={chosen} />}
      table={
        <DataTable
          label={t('trendLabel')}
          columns={columns}
          rows={[...weeks].reverse().map(({ period, trust }) => ({
            key: period.from,
            isQuiet: trust.index === undefined,
            cells: [
              say.week(period),
              score(trust.index),
              ...trust.areas.map((it) => score(it.score.score)),
            ],
          }))}
        />
      }
    />
  );
}

function TrendDrawing({ weeks, chosen }: TrustTrendProps) {
  const t = useMessages(trustMessages);
  const say = useTrustWords();
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const slot = (width - LEFT) / Math.max(1, weeks.length);
  const x = (at: number) => LEFT + slot * (at + 0.5);
  const y = (index: number) => HEIGHT - BOTTOM - (index / 100) * (HEIGHT - BOTTOM - TOP);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / slot));
  let path = '';
  let isOn = false;
  for (const [at, { trust }] of weeks.entries()) {
    if (trust.index !== undefined) path += `${isOn ? 'L' : 'M'}${x(at)} ${y(trust.index)}`;
    isOn = trust.index !== undefined;
  }
  return (
    <div ref={ref} className={classes.trend}>
      <svg width={width} height={HEIGHT} role="img" aria-label={t('trendLabel')}>
        {[0, 50, 100].map((value) => (
          <g key={value}>
            <line className={classes.ground} x1={LEFT} x2={width} y1={y(value)} y2={y(value)} />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {weeks.map(({ period, trust }, at) => {
          const tenths = indexTenths(trust);
          const words = `${say.week(period)}: ${tenths === undefined ? t('noData') : pointsText(tenths)}`;
          return (
            <g key={period.from} data-known={tenths !== undefined}>
              <title>{words}</title>
              {tenths === undefined ? (
                <rect
                  className={classes.unknownWeek}
                  x={x(at) - slot / 2 + 1}
                  width={Math.max(1, slot - 2)}
                  y={TOP}
                  height={HEIGHT - BOTTOM - TOP}
                />
              ) : (
                <circle
                  className={classes.dot}
                  data-chosen={period.from === chosen}
                  cx={x(at)}
                  cy={y(tenths / 10)}
                  r={period.from === chosen ? 5 : 3.5}
                />
              )}
              {(weeks.length - 1 - at) % every === 0 && (
                <text x={x(at)} y={HEIGHT - 6} textAnchor="middle">
                  {say.day(period.from)}
                </text>
              )}
            </g>
          );
        })}
        <path className={classes.line} d={path} />
      </svg>
    </div>
  );
}
