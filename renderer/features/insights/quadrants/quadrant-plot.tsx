import { Link, useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { Legend } from '@/ui/charts/legend';
import { ScatterPlot } from '@/ui/charts/scatter-plot';
import { Why } from '@/ui/why';
import type { QuadrantAnswer } from '@/workers/insights/insights-types';
import { useFigures } from '../figures/use-figures';
import { quadrantsMessages } from './quadrants.messages';
import { QUADRANT_LOOKS, useQuadrantName } from './use-quadrant-name';

const FEN_PER_YUAN = 100;
/** What lies below has no place on an axis of factors. */
const ONE_YUAN = FEN_PER_YUAN;

/** People drawn by lot, by what they spent and what they may bring. */
export function QuadrantPlot({ answer }: { answer: QuadrantAnswer }) {
  const t = useMessages(quadrantsMessages);
  const { format, t: words, n } = useFigures();
  const { nameOf } = useQuadrantName();
  const [, navigate] = useLocation();
  const { arpuDays, horizonDays, points } = answer;
  const open = (memberId: string) => () => navigate(`/members/${memberId}`);
  const labelOf = (point: QuadrantAnswer['points'][number]) =>
    t('pointLabel', {
      quadrant: nameOf(point.quadrant),
      arpu: format.money(point.arpuFen),
      ltv: format.money(point.ltvFen),
    });
  // Axes are scales, not somebody's money: the privacy mask leaves them, as it leaves positions.
  const tick = (fen: number) => format.count(fen / FEN_PER_YUAN);
  return (
    <ChartCard
      testId="quadrants-plot"
      title={t('plot')}
      why={<Why word={words('why')}>{t('plotWhy', { arpuDays, horizonDays })}</Why>}
      lead={
        <>
          {t('plotLead', { drawn: format.count(points.length) })} {n(points.length)}
          {' · '}
          <span data-testid="quadrants-ltv-by" data-by={answer.ltvBy}>
            {t(`ltvBy.${answer.ltvBy}`)}
          </span>{' '}
          <Link href="/members/insights/value">{t('ltvLink')}</Link>
        </>
      }
      words={{ chart: words('chart'), table: words('table'), label: words('faceLabel') }}
      chart={
        <>
          <Legend items={QUADRANT_LOOKS.map((look) => ({ ...look, label: nameOf(look.key) }))} />
          <ScatterPlot
            label={t('plot')}
            floor={ONE_YUAN}
            belowFloor="0"
            x={{
              title: t('xAxis', { days: arpuDays }),
              tick,
              guide: { at: answer.medianArpuFen, label: t('medianX') },
            }}
            y={{
              title: t('yAxis', { days: horizonDays }),
              tick,
              guide: { at: answer.medianLtvFen, label: t('medianY') },
            }}
            series={QUADRANT_LOOKS}
            points={points.map((point) => ({
              key: point.memberId,
              x: point.arpuFen,
              y: point.ltvFen,
              series: QUADRANT_LOOKS.findIndex((look) => look.key === point.quadrant),
              label: labelOf(point),
              onOpen: open(point.memberId),
            }))}
          />
        </>
      }
      table={
        <DataTable
          label={t('plot')}
          columns={[
            { key: 'quadrant', label: t('columnQuadrant') },
            { key: 'arpu', label: 'ARPU', isNumber: true },
            { key: 'ltv', label: 'LTV', isNumber: true },
          ]}
          rows={points.map((point) => ({
            key: point.memberId,
            cells: [
              nameOf(point.quadrant),
              format.money(point.arpuFen),
              format.money(point.ltvFen),
            ],
            onOpen: open(point.memberId),
            openLabel: labelOf(point),
          }))}
        />
      }
    />
  );
}
