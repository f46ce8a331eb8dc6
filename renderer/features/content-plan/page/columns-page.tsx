import { columnUses } from '@shared/domain/calendar/column.rules';
import { monthSpan } from '@shared/domain/calendar/plan-place.rules';
import type { ComponentType } from 'react';
import { Link, useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useColumns } from '@/features/content-items';
import { Page } from '@/ui/page';
import type { ColumnsData } from './columns-data';
import { ColumnsPart } from './columns-part';
import { GreetingsPart } from './greetings-part';
import { HolidaysPart } from './holidays-part';
import { pageMessages } from './page.messages';
import classes from './page.module.css';
import { RepeatsPart } from './repeats-part';
import { SlotsPart } from './slots-part';
import { TemplatesPart } from './templates-part';

const PARTS = ['columns', 'slots', 'templates', 'repeats', 'greetings', 'holidays'] as const;
type PartKey = (typeof PARTS)[number];

const parts: Record<PartKey, ComponentType<{ data: ColumnsData }>> = {
  columns: ColumnsPart,
  slots: SlotsPart,
  templates: TemplatesPart,
  repeats: RepeatsPart,
  greetings: GreetingsPart,
  holidays: HolidaysPart,
};

const NONE: never[] = [];

/** What plans are made of: columns, slots and limits, template weeks, repeats, greetings, holidays. */
export function ColumnsPage() {
  const t = useMessages(pageMessages);
  const format = useFormat();
  const today = useToday();
  const [location] = useLocation();
  const open = PARTS.find((part) => part === location.split('/')[3]) ?? 'columns';
  const { first, last } = monthSpan(today.slice(0, 7));
  const stored = useLive(() => readDb.rows('contentColumns').all(), []);
  const items = useLive(
    () => readDb.rows('contentItems').between('date', first, last),
    [first, last],
  );
  const columns = useColumns(stored ?? NONE);
  const uses = columnUses(columns, items ?? NONE, first, last);
  const used = columns.filter(({ isArchived }) => !isArchived).length;
  const Part = parts[open];
  return (
    <Page
      testId="page-calendar-columns"
      ready={stored !== undefined && items !== undefined}
      title={t('title')}
      subtitle={t('stateUse', {
        text: t('state', { count: used, n: used }),
        planned: format.count(items?.length ?? 0),
      })}
      filters={
        <nav className={classes.parts} aria-label={t('label')}>
          {PARTS.map((part) => (
            <Link
              key={part}
              href={part === 'columns' ? '/calendar/columns' : `/calendar/columns/${part}`}
              className={classes.part}
              data-testid={`columns-part-${part}`}
              {...(part === open ? { 'aria-current': 'page' } : {})}
            >
              {t(`part.${part}`)}
            </Link>
          ))}
        </nav>
      }
    >
      <div className={classes.stack}>
        {stored && items && <Part data={{ columns, stored, uses, today }} />}
      </div>
    </Page>
  );
}
