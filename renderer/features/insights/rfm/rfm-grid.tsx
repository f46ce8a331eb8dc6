import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { showPeople } from '@/features/segments';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { HeatGrid } from '@/ui/charts/heat-grid';
import { Why } from '@/ui/why';
import type { RfmAnswer } from '@/workers/insights/insights-types';
import { useFigures } from '../figures/use-figures';
import { rfmMessages } from './rfm.messages';

const SCORES = [1, 2, 3, 4, 5];
const RECENT_FIRST = [5, 4, 3, 2, 1];

/** Recency down, frequency across, 25 cells. */
export function RfmGrid({ answer }: { answer: RfmAnswer }) {
  const t = useMessages(rfmMessages);
  const { format, t: words, share, n } = useFigures();
  const [by, setBy] = useState<'people' | 'money'>('people');
  const amountOf = (cell: { n: number; netFen: number }) =>
    by === 'people' ? cell.n : cell.netFen;
  const most = Math.max(1, ...answer.grid.map(amountOf));
  const cellOf = (r: number, f: number) => answer.grid.find((it) => it.r === r && it.f === f);
  const open = (cell: RfmAnswer['grid'][number]) => () =>
    showPeople({ title: t('cellName', { r: cell.r, f: cell.f }), rule: cell.rule });
  const labelOf = (cell: RfmAnswer['grid'][number]) =>
    t('cellLabel', {
      r: cell.r,
      f: cell.f,
      n: format.count(cell.n),
      share: share(cell.n, answer.buyers),
      money: format.moneySummary(cell.netFen),
      average: format.money(cell.averageM),
    });

  const grid = (
    <HeatGrid
      testId="rfm-grid"
      label={t('grid')}
      corner={t('corner')}
      columns={SCORES.map((f) => ({
        key: String(f),
        label: t('column', { f }),
        note: timesWords(answer.cuts.f, f, t),
      }))}
      rows={RECENT_FIRST.map((r) => ({
        key: String(r),
        label: t('row', { r }),
        note: recencyWords(answer.cuts.r, r, t),
        cells: SCORES.map((f) => {
          const cell = cellOf(r, f);
          if (!cell) return undefined;
          return {
            key: String(f),
            heat: Math.sqrt(Math.max(0, amountOf(cell)) / most),
            value: by === 'people' ? format.count(cell.n) : format.moneySummary(cell.netFen),
            note:
              by === 'people' && answer.buyers >= 30 && cell.n > 0
                ? share(cell.n, answer.buyers)
                : undefined,
            label: labelOf(cell),
            onOpen: cell.n > 0 ? open(cell) : undefined,
          };
        }),
      }))}
    />
  );
  const table = (
    <DataTable
      label={t('grid')}
      columns={[
        { key: 'cell', label: 'R × F' },
        { key: 'n', label: words('columnPeople'), isNumber: true },
        { key: 'share', label: words('columnShare'), isNumber: true },
        { key: 'money', label: words('columnMoney'), isNumber: true },
        { key: 'average', label: t('columnAverage'), isNumber: true },
      ]}
      rows={answer.grid.map((cell) => ({
        key: `${cell.r}${cell.f}`,
        cells: [
          `${t('row', { r: cell.r })} ${t('column', { f: cell.f })}`,
          format.count(cell.n),
          share(cell.n, answer.buyers),
          format.money(cell.netFen),
          cell.n > 0 ? format.money(cell.averageM) : '—',
        ],
        onOpen: cell.n > 0 ? open(cell) : undefined,
        openLabel: labelOf(cell),
        isQuiet: cell.n === 0,
      }))}
    />
  );
  return (
    <ChartCard
      testId="rfm-grid-card"
      title={t('grid')}
      why={<Why word={words('why')}>{t('whyGrid')}</Why>}
      lead={`${t('gridLead')} ${n(answer.buyers)}`}
      words={{ chart: words('chart'), table: words('table'), label: words('faceLabel') }}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('by')}
          value={by}
          data={[
            { value: 'people', label: t('byPeople') },
            { value: 'money', label: t('byMoney') },
          ]}
          onChange={(value) => setBy(value === 'money' ? 'money' : 'people')}
        />
      }
      chart={grid}
      table={table}
    />
  );
}

type Words = ReturnType<typeof useMessages<keyof typeof rfmMessages.zh & string>>;

/** Days that a recency score stands for; `cuts` fall. */
function recencyWords(cuts: readonly number[], r: number, t: Words): string {
  const to = r === 1 ? undefined : cuts[r - 2];
  const from = r === 5 ? undefined : cuts[r - 1];
  if (from === undefined) return t('recencyTo', { to: to ?? 0 });
  return to === undefined ? t('recencyFrom', { from }) : t('recency', { from: from + 1, to });
}

/** How often a frequency score stands for; `cuts` are upper ends. */
function timesWords(cuts: readonly number[], f: number, t: Words): string {
  const below = f === 1 ? undefined : cuts[f - 2];
  const to = f === 5 ? undefined : cuts[f - 1];
  if (to === undefined) return t('timesFrom', { from: below ?? 0 });
  if (below === undefined) return t(to === 1 ? 'timesOne' : 'timesUpTo', { to });
  return below + 1 >= to ? t('timesOne', { to }) : t('times', { from: below + 1, to });
}
