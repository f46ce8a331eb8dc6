import { TRUST_AREAS } from '@shared/domain/group-life/life-settings.schema';
import { indexTenths, type TrustWeek } from '@shared/domain/group-life/trust-lines.rules';
import { useMessages } from '@/app/i18n/messages';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { WeekLine } from '@/ui/charts/week-line';
import { trustMessages } from './trust.messages';
import { pointsText, useTrustWords } from './use-trust-words';

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
      chart={
        <WeekLine
          label={t('trendLabel')}
          chosen={chosen}
          points={weeks.map(({ period, trust }) => {
            const tenths = indexTenths(trust);
            const index = tenths === undefined ? t('noData') : pointsText(tenths);
            return {
              key: period.from,
              value: tenths === undefined ? undefined : tenths / 10,
              words: `${say.week(period)}: ${index}`,
              label: say.day(period.from),
            };
          })}
        />
      }
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
