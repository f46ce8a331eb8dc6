import { useMessages } from '@/app/i18n/messages';
import { showPeople } from '@/features/segments';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { Legend } from '@/ui/charts/legend';
import { PairedBars } from '@/ui/charts/paired-bars';
import { Why } from '@/ui/why';
import type { LtvFit } from '@/workers/insights/insights-types';
import { useFigures } from '../figures/use-figures';
import { valueMessages } from './value.messages';

/** How many people came back how often, beside what the model expects. */
export function FitChart({ fit }: { fit: LtvFit }) {
  const t = useMessages(valueMessages);
  const { format, t: words, n } = useFigures();
  const last = fit.frequencies.length - 1;
  const expected = (value: number) => (fit.by === 'bgnbd' ? format.count(Math.round(value)) : '—');
  const rows = fit.frequencies.map((row, index) => {
    const times = row.repeats;
    const name = t(index === last ? 'repeatsMore' : 'repeatsN', { n: times });
    // Repeats are further days with an order: one more day than repeats in all.
    const days = index === last ? { min: times + 1 } : { min: times + 1, max: times + 1 };
    return {
      ...row,
      name,
      hint: t('barHint', {
        repeats: name,
        actual: format.count(row.actual),
        expected: expected(row.expected),
      }),
      onOpen:
        row.actual > 0
          ? () =>
              showPeople({
                title: `${t('repeats')} ${name}`,
                rule: { kind: 'days', event: { of: 'order' }, days },
              })
          : undefined,
    };
  });
  return (
    <ChartCard
      testId="value-fit-chart"
      title={t('fit')}
      why={<Why word={words('why')}>{t('fitWhy')}</Why>}
      lead={`${fit.by === 'bgnbd' ? t('fitLead') : t('noFit')} ${n(fit.customers)}`}
      words={{ chart: words('chart'), table: words('table'), label: words('faceLabel') }}
      chart={
        <>
          <Legend
            items={[
              { key: 'a', label: t('actual'), shape: 'square', colour: 'var(--q-chart-1)' },
              ...(fit.by === 'bgnbd'
                ? ([
                    { key: 'e', label: t('expected'), shape: 'frame', colour: 'var(--q-chart-6)' },
                  ] as const)
                : []),
            ]}
          />
          <PairedBars
            label={t('fit')}
            columns={rows.map((row) => ({
              key: String(row.repeats),
              label: row.name,
              first: row.actual,
              second: fit.by === 'bgnbd' ? row.expected : 0,
              hint: row.hint,
              onOpen: row.onOpen,
            }))}
            colours={['var(--q-chart-1)', 'var(--q-chart-6)']}
            tick={format.count}
            axisTitle={t('axis')}
          />
        </>
      }
      table={
        <DataTable
          label={t('fit')}
          columns={[
            { key: 'repeats', label: t('repeats') },
            { key: 'actual', label: t('actual'), isNumber: true },
            { key: 'expected', label: t('expected'), isNumber: true },
          ]}
          rows={rows.map((row) => ({
            key: String(row.repeats),
            cells: [row.name, format.count(row.actual), expected(row.expected)],
            onOpen: row.onOpen,
            openLabel: row.hint,
          }))}
        />
      }
    />
  );
}
