import { useMessages } from '@/app/i18n/messages';
import { showPeople } from '@/features/segments';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { HeatGrid } from '@/ui/charts/heat-grid';
import { Why } from '@/ui/why';
import type { CohortAnswer } from '@/workers/insights/insights-types';
import { SMALLEST, useFigures } from '../figures/use-figures';
import { cohortsMessages } from './cohorts.messages';

type Cohort = CohortAnswer['cohorts'][number];

const DRAWN_MONTHS = 18;

/** Months of first orders down, months after across. */
export function CohortTriangle({ answer }: { answer: CohortAnswer }) {
  const t = useMessages(cohortsMessages);
  const { format, t: words, share, n } = useFigures();
  const drawn = answer.cohorts.slice(-DRAWN_MONTHS);
  const longest = Math.max(0, ...drawn.map((it) => it.active.length));
  const ks = Array.from({ length: Math.min(longest, DRAWN_MONTHS) }, (_, k) => k);
  const labelOf = (cohort: Cohort, k: number) =>
    t('cellLabel', {
      month: cohort.month,
      size: format.count(cohort.size),
      k,
      n: format.count(cohort.active[k] ?? 0),
      share: share(cohort.active[k] ?? 0, cohort.size),
    });
  const open = (cohort: Cohort, k: number) => {
    const rule = k === 0 ? cohort.rule : cohort.cellRules[k];
    if (!rule || (cohort.active[k] ?? 0) === 0) return undefined;
    const { month } = cohort;
    const title = k === 0 ? t('pointName', { month }) : t('cellName', { month, k });
    return () => showPeople({ title, rule });
  };
  // Month 0 is always everybody; the shades are for what comes after.
  const most = Math.max(
    0.01,
    ...drawn.flatMap((it) => it.active.slice(1).map((active) => active / Math.max(1, it.size))),
  );
  const people = answer.cohorts.reduce((sum, it) => sum + it.size, 0);
  const isCut = answer.cohorts.length > DRAWN_MONTHS || longest > DRAWN_MONTHS;
  return (
    <ChartCard
      testId="cohorts-triangle-card"
      title={t('triangle')}
      why={<Why word={words('why')}>{t('triangleWhy')}</Why>}
      lead={`${t('triangleLead')} ${n(people)}${isCut ? ` · ${t('older', { n: DRAWN_MONTHS })}` : ''}`}
      words={{ chart: words('chart'), table: words('table'), label: words('faceLabel') }}
      chart={
        <HeatGrid
          isDense
          testId="cohorts-triangle"
          label={t('triangle')}
          corner={t('triangleCorner')}
          columns={ks.map((k) => ({ key: String(k), label: t('monthK', { k }) }))}
          rows={drawn.map((cohort) => ({
            key: cohort.month,
            label: cohort.month,
            note: t('size', { n: format.count(cohort.size) }),
            cells: ks.map((k) => {
              const active = cohort.active[k];
              if (active === undefined) return undefined;
              return {
                key: String(k),
                heat: k === 0 ? 0 : active / Math.max(1, cohort.size) / most,
                value:
                  k === 0 || cohort.size < SMALLEST
                    ? format.count(active)
                    : share(active, cohort.size),
                label: labelOf(cohort, k),
                onOpen: open(cohort, k),
                isMarked: k === 0,
              };
            }),
          }))}
        />
      }
      table={
        <DataTable
          label={t('triangle')}
          columns={[
            { key: 'month', label: t('columnMonth') },
            { key: 'size', label: t('columnSize'), isNumber: true },
            ...Array.from({ length: Math.max(0, widest(answer) - 1) }, (_, index) => ({
              key: String(index + 1),
              label: t('monthK', { k: index + 1 }),
              isNumber: true,
            })),
          ]}
          rows={answer.cohorts.map((cohort) => ({
            key: cohort.month,
            cells: [
              cohort.month,
              format.count(cohort.size),
              ...cohort.active.slice(1).map((active) => format.count(active)),
            ],
            onOpen: open(cohort, 0),
            openLabel: labelOf(cohort, 0),
          }))}
        />
      }
    />
  );
}

const widest = (answer: CohortAnswer) =>
  Math.max(1, ...answer.cohorts.map((cohort) => cohort.active.length));
