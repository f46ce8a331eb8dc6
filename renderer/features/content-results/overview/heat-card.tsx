import { SLOTS } from '@shared/domain/calendar/slots';
import { SLOT_CASES } from '@shared/domain/content-results/case-references';
import {
  type HeatMapCell,
  heatMapOf,
  WEEKDAYS,
} from '@shared/domain/content-results/heat-map.rules';
import type { Entry, Measure } from '@shared/domain/content-results/measures.rules';
import { addDays } from '@shared/lib/time';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { HeatGrid } from '@/ui/charts/heat-grid';
import { Why } from '@/ui/why';
import { contentResultsMessages } from '../content-results.messages';
import { useMeasureWords } from '../use-measure-words';
import { CaseLine } from './case-line';
import { overviewMessages } from './overview.messages';

/** A Monday: its week lends the weekdays their names. */
const SOME_MONDAY = '2026-01-05';

type HeatCardProps = {
  entries: readonly Entry[];
  measure: Measure;
  chosen: string | undefined;
  onChoose: (cell: HeatMapCell, where: string) => void;
};

export const cellKey = ({ slot, weekday }: Pick<HeatMapCell, 'slot' | 'weekday'>): string =>
  `${slot}-${weekday}`;

/** Where in the week it works: slots down, weekdays across, n in every cell. */
export function HeatCard({ entries, measure, chosen, onChoose }: HeatCardProps) {
  const t = useMessages(overviewMessages);
  const base = useMessages(contentResultsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const say = useMeasureWords();
  const cells = useMemo(() => heatMapOf(entries, measure), [entries, measure]);
  const solid = cells.flatMap(({ reading }) => (reading && !reading.isThin ? reading.value : []));
  const most = Math.max(...solid, 0);
  const least = Math.min(...solid, most);
  const dayName = (weekday: number) => format.weekday(addDays(SOME_MONDAY, weekday - 1));
  const where = ({ slot, weekday }: HeatMapCell) => `${dayName(weekday)} ${words(`slot.${slot}`)}`;
  const labelOf = (cell: HeatMapCell) => {
    const place = { slot: words(`slot.${cell.slot}`), weekday: dayName(cell.weekday) };
    return cell.reading
      ? t('cellLabel', {
          ...place,
          value: say.reading(measure, cell.reading),
          n: say.nItems(measure, cell.reading),
          interval: say.interval(measure, cell.reading) || '—',
        })
      : t('cellNone', { ...place, n: cell.entries.length, measure: say.name(measure) });
  };
  const heatOf = ({ reading }: HeatMapCell) => {
    if (!reading || reading.isThin || most <= 0) return 0;
    // From a quarter up: also the lowest of the cells that can be read is a value, not nothing.
    return most === least ? 1 : 0.2 + (0.8 * (reading.value - least)) / (most - least);
  };
  const grid = (
    <HeatGrid
      testId="results-heat"
      label={t('heat')}
      corner={t('corner')}
      columns={WEEKDAYS.map((weekday) => ({ key: String(weekday), label: dayName(weekday) }))}
      rows={SLOTS.map((slot) => ({
        key: slot,
        label: words(`slot.${slot}`),
        cells: cells
          .filter((cell) => cell.slot === slot)
          .map((cell) => {
            const { reading } = cell;
            if (cell.entries.length === 0) return undefined;
            return {
              key: cellKey(cell),
              heat: heatOf(cell),
              value: reading ? say.reading(measure, reading) : '—',
              note: reading
                ? `n ${format.count(reading.n)}`
                : base('items', { n: cell.entries.length }),
              label: labelOf(cell),
              isThin: reading?.isThin ?? true,
              isMarked: chosen === cellKey(cell),
              onOpen: () => onChoose(cell, where(cell)),
            };
          }),
      }))}
    />
  );
  const table = (
    <DataTable
      testId="results-heat-table"
      label={t('heat')}
      columns={[
        { key: 'where', label: `${t('weekday')} · ${t('slot')}` },
        { key: 'value', label: say.name(measure), isNumber: true },
        { key: 'n', label: 'n', isNumber: true },
        { key: 'interval', label: t('interval'), isNumber: true },
        { key: 'count', label: t('count'), isNumber: true },
      ]}
      rows={cells
        .filter((cell) => cell.entries.length > 0)
        .map((cell) => ({
          key: cellKey(cell),
          cells: [
            where(cell),
            cell.reading ? say.reading(measure, cell.reading) : '—',
            format.count(cell.reading?.n ?? 0),
            cell.reading ? say.interval(measure, cell.reading) || '—' : '—',
            format.count(cell.entries.length),
          ],
          onOpen: () => onChoose(cell, where(cell)),
          openLabel: labelOf(cell),
        }))}
    />
  );
  return (
    <ChartCard
      testId="results-heat-card"
      title={t('heat')}
      why={<Why word={base('why')}>{t('heatWhy', { formula: base(`formula.${measure}`) })}</Why>}
      lead={t('heatLead', { measure: say.name(measure) })}
      words={{ chart: base('chart'), table: base('table'), label: base('face') }}
      chart={
        <>
          {grid}
          <CaseLine cases={SLOT_CASES} measure={measure} />
        </>
      }
      table={table}
    />
  );
}
