import { Button } from '@mantine/core';
import { isBuiltInYear } from '@shared/domain/calendar/facts/official';
import type { HolidayTable } from '@shared/domain/calendar/holiday-table.schema';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { removeHolidays } from '../holiday.commands';
import type { ColumnsData } from './columns-data';
import { HolidaysDialog } from './holidays-dialog';
import { pageMessages } from './page.messages';
import classes from './page.module.css';

const FIRST_BUILT_IN = 2004;

/** The years around now, and which of them is known from where. */
export function HolidaysPart({ data }: { data: ColumnsData }) {
  const t = useMessages(pageMessages);
  const tables = useLive(() => readDb.rows('holidayTables').all(), []) ?? [];
  const [isImporting, setImporting] = useState(false);
  const thisYear = Number(data.today.slice(0, 4));
  const around = [-1, 0, 1, 2].map((years) => String(thisYear + years));
  const years = [...new Set([...around, ...tables.map(({ id }) => id)])].sort();
  let last = thisYear;
  while (isBuiltInYear(String(last + 1))) last += 1;
  while (last > FIRST_BUILT_IN && !isBuiltInYear(String(last))) last -= 1;
  return (
    <>
      <p className={classes.quiet}>{t('holidaysText', { first: FIRST_BUILT_IN, last })}</p>
      <div>
        <Button
          data-testid="holidays-import"
          leftSection={<IconFileImport size={16} aria-hidden />}
          onClick={() => setImporting(true)}
        >
          {t('holidayImport')}
        </Button>
      </div>
      <Card>
        <ul className={classes.list}>
          {years.map((year) => (
            <YearRow key={year} year={year} table={tables.find(({ id }) => id === year)} />
          ))}
        </ul>
      </Card>
      {isImporting && <HolidaysDialog tables={tables} onClose={() => setImporting(false)} />}
    </>
  );
}

function YearRow({ year, table }: { year: string; table: HolidayTable | undefined }) {
  const t = useMessages(pageMessages);
  const format = useFormat();
  const remove = () =>
    execute(removeHolidays, { year }).then(
      () => showDone(t('holidayRemoved', { year }), { undo: true }),
      showProblem,
    );
  const isBuiltIn = isBuiltInYear(year);
  const off = table?.days.filter(({ isOff }) => isOff).length ?? 0;
  return (
    <li className={classes.row} data-testid={`holidays-${year}`}>
      <span className={classes.main}>
        <span className={classes.name}>
          {t('holidayYear', { year })}
          {isBuiltIn && <Chip tone="green">{t('holidayBuiltIn')}</Chip>}
          {!isBuiltIn && !table && <Chip tone="yellow">{t('holidayNone')}</Chip>}
        </span>
        {table && (
          <span className={classes.quiet}>
            {t('holidayImported', {
              off,
              makeUp: table.days.length - off,
              date: format.date(table.importedAt),
            })}
            {table.source !== undefined && ` · ${t('holidaySource', { source: table.source })}`}
          </span>
        )}
      </span>
      {table && (
        <Button
          variant="subtle"
          size="compact-sm"
          c="var(--q-red-text)"
          data-testid={`holidays-remove-${year}`}
          onClick={() => void remove()}
        >
          {t('remove')}
        </Button>
      )}
    </li>
  );
}
