import { weekOf } from '@shared/domain/calendar/week.rules';
import { translator } from '@/app/i18n/messages';
import { lookOf } from '../make-sheets';
import { ALL_TOGETHER } from '../print-choices';
import { spanRange } from '../print-days';
import { type PrintOrder, printParts } from '../print-parts';
import { sheetMessages } from '../sheet.messages';
import { sheetWords } from '../sheet-words';
import { type BookSheet, writeBook } from './book-writer';
import { gridSheet } from './grid-sheet';
import { listSheet } from './list-sheet';

/** Days by the weeks that they lie in. */
function byWeek(days: readonly string[]): string[][] {
  const weeks = new Map<string, string[]>();
  for (const day of days) {
    const { monday } = weekOf(day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), day]);
  }
  return [...weeks.values()];
}

/**
 * The order as a workbook: a grid for each group (for a month one a week), and behind them every
 * item once in a list.
 */
export function makeWorkbook(order: PrintOrder): Uint8Array<ArrayBuffer> {
  const { span, day, language, plan, choices } = order;
  const t = translator(sheetMessages, language);
  const words = sheetWords(plan.slots, language);
  const look = lookOf(order);
  const parts = printParts(order);
  const grids = parts.flatMap((part): BookSheet[] => {
    const name = parts.length > 1 ? part.head.title : t('gridSheet');
    if (span !== 'month') {
      const range = spanRange(span, day, language);
      return [gridSheet({ name, days: plan.days, range, part, look, words })];
    }
    return byWeek(plan.days).map((days) => {
      const [first = day, last = first] = [days[0], days.at(-1)];
      const range = `${words.date(first)}–${words.date(last)}`;
      const weekName = parts.length > 1 ? `${part.head.title} ${range}` : range;
      return gridSheet({ name: weekName, days, range, part, look, words });
    });
  });
  const [together] = printParts({ ...order, choices: { ...choices, groups: ALL_TOGETHER } });
  const list = listSheet({
    name: t('listSheet'),
    items: together?.items ?? [],
    words,
    language,
    isInternal: choices.edition === 'internal',
    paper: { isA3: look.paper.size === 'A3', isLandscape: true },
  });
  return writeBook([...grids, list]);
}
