import type { Cell } from '@shared/domain/calendar/cell.rules';
import { columnChoices } from '@shared/domain/calendar/column.schema';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { planWarnings, warningsForCell } from '@shared/domain/calendar/guard.rules';
import type { PlanWarning } from '@shared/domain/calendar/guard.types';
import { addDays } from '@shared/lib/time';
import { useMemo } from 'react';
import { currentLanguage } from '@/app/i18n/i18n';
import { useLanguage } from '@/app/i18n/use-language';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { columnTemplates, readSlots } from '@/features/content-items';

async function readGuarded(first: string, last: string) {
  const settings = await readSlots();
  const [items, columns, groups] = await Promise.all([
    readDb.rows('contentItems').between('date', addDays(first, -settings.repetitionDays), last),
    readDb.rows('contentColumns').all(),
    readDb.rows('groups').all(),
  ]);
  return { settings, items, columns, groups: groups.filter(({ phase }) => phase !== 'dissolved') };
}

/**
 * What should be looked at in the plan of these days (ascending; whole weeks for columns' cadences),
 * the gravest first; `undefined` while loading.
 */
export function usePlanWarnings(days: readonly string[], today: string): PlanWarning[] | undefined {
  const language = useLanguage();
  const first = days[0] ?? today;
  const last = days.at(-1) ?? today;
  const guarded = useLive(() => readGuarded(first, last), [first, last]);
  return useMemo(
    () =>
      guarded &&
      planWarnings({
        ...guarded,
        columns: columnChoices(columnTemplates, guarded.columns, language),
        days,
        today,
      }),
    [guarded, days, today, language],
  );
}

/** What dropping or pasting these items into a cell brings about; asked at that moment. */
export async function readDropWarnings(
  moved: readonly ContentItem[],
  cell: Cell,
  today: string,
): Promise<PlanWarning[]> {
  const guarded = await readGuarded(cell.date, cell.date);
  const columns = columnChoices(columnTemplates, guarded.columns, currentLanguage());
  return warningsForCell(moved, cell, { ...guarded, columns, today });
}
