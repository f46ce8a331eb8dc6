import type { PrintJob } from '@shared/contracts/ipc';
import type { ColumnChoice } from '@shared/domain/calendar/column.schema';
import {
  CONTENT_FORMS,
  CONTENT_STATUSES,
  type ContentItem,
  SLOTS,
} from '@shared/domain/calendar/content.schema';
import { dayFacts } from '@shared/domain/calendar/facts/day-facts';
import type { SheetEdition, WeekSheetWords } from '@shared/domain/calendar/sheet/sheet.types';
import { renderWeekSheet } from '@shared/domain/calendar/sheet/week-sheet';
import type { Week } from '@shared/domain/calendar/week.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/workspace.schema';
import type { Language } from '@/app/i18n/i18n';
import { translator } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { createFormat } from '@/ui/format';
import { sheetMessages } from './sheet.messages';
import { weekRange } from './week-range';

type WeekDocument = {
  week: Week;
  items: readonly ContentItem[];
  columns: readonly ColumnChoice[];
  language: Language;
  title: string;
  note?: string | undefined;
  edition: SheetEdition;
};

const byKey = <K extends string>(keys: readonly K[], word: (key: K) => string) =>
  Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;

function sheetWords(week: Week, language: Language): WeekSheetWords {
  const t = translator(sheetMessages, language);
  const word = translator(wordsMessages, language);
  const format = createFormat({ language, timeZone: DEFAULT_TIME_ZONE, isMasked: false });
  return {
    subtitle: t('subtitle'),
    range: weekRange(week, language),
    weekdays: week.days.map(format.weekday),
    dates: week.days.map(format.day),
    slots: byKey(SLOTS, (slot) => word(`slot.${slot}`)),
    forms: byKey(CONTENT_FORMS, (form) => word(`form.${form}`)),
    statuses: byKey(CONTENT_STATUSES, (status) => word(`contentStatus.${status}`)),
    off: t('off'),
    makeUp: t('makeUp'),
    notAnnounced: t('notAnnounced'),
    continued: t('continued'),
    note: t('note'),
    internalMark: t('internalMark'),
    page: (n, total) => t('page', { n, total }),
  };
}

/** The week as a job for paper or PDF, in the given language. */
export function weekDocument(input: WeekDocument): PrintJob {
  const { week, language, title, edition, note } = input;
  const names = new Map(input.columns.map((column) => [column.id, column.name]));
  const html = renderWeekSheet({
    week,
    items: input.items.map(({ columnId, ...item }) => {
      const columnName = columnId === undefined ? undefined : names.get(columnId);
      return columnName === undefined ? item : { ...item, columnName };
    }),
    facts: week.days.map(dayFacts),
    language,
    title,
    ...(note !== undefined && { note }),
    edition,
    words: sheetWords(week, language),
  });
  const t = translator(sheetMessages, language);
  const name = edition === 'internal' ? 'fileNameInternal' : 'fileName';
  return {
    html,
    pageSize: 'A4',
    landscape: true,
    suggestedName: `${t(name, { title, monday: week.monday })}.pdf`,
  };
}
