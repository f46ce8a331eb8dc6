import { Button, SegmentedControl } from '@mantine/core';
import {
  type Entry,
  type Measure,
  partsOf,
  salesOf,
} from '@shared/domain/content-results/measures.rules';
import { readingOf } from '@shared/domain/content-results/ratio.rules';
import { type ReactNode, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { DataTable } from '@/ui/charts/data-table';
import { useMeasureWords } from '../use-measure-words';
import { useNames } from '../use-names';
import { overviewMessages } from './overview.messages';
import classes from './overview.module.css';

const STEP = 20;

type ItemListProps = {
  title: string;
  entries: readonly Entry[];
  measure: Measure;
  actions?: ReactNode;
  testId: string;
};

/** Items with what they brought, best first; those without the measure come last. */
export function ItemList({ title, entries, measure, actions, testId }: ItemListProps) {
  const t = useMessages(overviewMessages);
  const [shown, setShown] = useState(STEP);
  const [isWorstFirst, setWorstFirst] = useState(false);
  const sorted = useMemo(
    () => sortedBy(entries, measure, isWorstFirst),
    [entries, measure, isWorstFirst],
  );
  const told = sorted.filter((entry) => partsOf(entry, measure)).length;
  const say = useMeasureWords();
  return (
    <Card
      title={title}
      actions={
        <span className={classes.filters}>
          {actions}
          <SegmentedControl
            size="xs"
            aria-label={t('order')}
            value={isWorstFirst ? 'bottom' : 'top'}
            data={(['top', 'bottom'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(value) => setWorstFirst(value === 'bottom')}
          />
        </span>
      }
    >
      <p className={classes.quiet}>{t('listLead', { measure: say.name(measure), n: told })}</p>
      <ItemTable entries={sorted.slice(0, shown)} measure={measure} testId={testId} label={title} />
      {sorted.length > shown && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + STEP)}>
          {t('moreRows', { n: Math.min(STEP, sorted.length - shown) })}
        </Button>
      )}
    </Card>
  );
}

/** By the measure; items that do not tell it come last either way. */
function sortedBy(entries: readonly Entry[], measure: Measure, isWorstFirst: boolean): Entry[] {
  const told = entries.flatMap((entry) => {
    const parts = partsOf(entry, measure);
    return parts ? [{ entry, rate: parts.num / parts.den }] : [];
  });
  told.sort(
    (a, b) =>
      (isWorstFirst ? a.rate - b.rate : b.rate - a.rate) ||
      (a.entry.item.date < b.entry.item.date ? 1 : -1),
  );
  const known = new Set(told.map(({ entry }) => entry));
  return [...told.map(({ entry }) => entry), ...entries.filter((entry) => !known.has(entry))];
}

type ItemTableProps = {
  entries: readonly Entry[];
  measure: Measure;
  testId: string;
  label: string;
};

function ItemTable({ entries, measure, testId, label }: ItemTableProps) {
  const t = useMessages(overviewMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const say = useMeasureWords();
  const names = useNames();
  const [, navigate] = useLocation();
  return (
    <DataTable
      testId={testId}
      label={label}
      columns={[
        { key: 'item', label: t('item') },
        { key: 'when', label: t('when') },
        { key: 'column', label: t('column') },
        { key: 'opens', label: t('opens'), isNumber: true },
        { key: 'orders', label: t('orders'), isNumber: true },
        { key: 'money', label: t('money'), isNumber: true },
        { key: 'measure', label: say.name(measure), isNumber: true },
      ]}
      rows={entries.map((entry) => {
        const { item, figures, credited } = entry;
        const { orders, gmvFen } = salesOf(entry);
        const reading = readingOf([entry], measure);
        const countOf = (value: number | undefined) =>
          value === undefined ? '—' : format.count(value);
        return {
          key: item.id,
          onOpen: () => navigate(`/calendar/${item.date}`),
          openLabel: item.title,
          cells: [
            <span key="title" className={classes.title}>
              {item.title}
            </span>,
            `${format.dayWithWeekday(item.date)} ${words(`slot.${item.slot}`)}`,
            names.column(item.columnId),
            `${countOf(figures.opens)}/${countOf(figures.reach)}`,
            <span key="orders">
              {countOf(orders)}
              {orders !== undefined && figures.orders === undefined && (
                <span className={classes.mark}>{t('creditMark')}</span>
              )}
              {orders === undefined && credited?.isOpen && (
                <span className={classes.mark}>{t('openMark')}</span>
              )}
            </span>,
            gmvFen === undefined ? '—' : format.money(gmvFen),
            reading ? `${say.reading(measure, reading)} · n ${format.count(reading.n)}` : '—',
          ],
        };
      })}
    />
  );
}
