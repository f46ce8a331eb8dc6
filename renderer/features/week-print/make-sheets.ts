import type { PosterJob, PrintJob } from '@shared/contracts/ipc';
import { dayFacts } from '@shared/domain/calendar/facts/day-facts';
import { renderDaySheet } from '@shared/domain/calendar/sheet/day-sheet';
import { renderMonthSheet } from '@shared/domain/calendar/sheet/month-sheet';
import type { Paper } from '@shared/domain/calendar/sheet/paper';
import { renderPoster } from '@shared/domain/calendar/sheet/poster';
import type { SheetLook, SheetPages, SheetWords } from '@shared/domain/calendar/sheet/sheet.types';
import { sheetDocument } from '@shared/domain/calendar/sheet/sheet-document';
import { StyleBook } from '@shared/domain/calendar/sheet/style-book';
import { renderWeekSheet } from '@shared/domain/calendar/sheet/week-sheet';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { assertNever } from '@shared/lib/errors';
import { translator } from '@/app/i18n/messages';
import { fileName, type PrintOrder, type PrintPart, printParts } from './print-parts';
import { sheetMessages } from './sheet.messages';
import { sheetWords } from './sheet-words';

const paperOf = ({ choices, span }: PrintOrder): Paper => ({
  size: choices.size,
  isLandscape: choices.isLandscape[span],
});

export const lookOf = (order: PrintOrder): SheetLook => ({
  paper: paperOf(order),
  isMono: order.choices.isMono,
  language: order.language,
  edition: order.choices.edition,
  hasFacts: order.choices.hasFacts,
});

function renderPart(
  order: PrintOrder,
  part: PrintPart,
  words: SheetWords,
  book: StyleBook,
): SheetPages {
  const { span, day, plan } = order;
  const input = { look: lookOf(order), words, ...part };
  switch (span) {
    case 'week':
      return renderWeekSheet({ ...input, week: weekOf(day), facts: plan.days.map(dayFacts) }, book);
    case 'day':
      return renderDaySheet({ ...input, facts: dayFacts(day) }, book);
    case 'month':
      return renderMonthSheet({ ...input, facts: plan.days.map(dayFacts) }, book);
    default:
      return assertNever(span, 'print span');
  }
}

/** The pages of an order, those of several groups one after the other. */
export function paperPages(order: PrintOrder): SheetPages {
  const words = sheetWords(order.plan.slots, order.language);
  const book = new StyleBook();
  const sheets = printParts(order).map((part) => renderPart(order, part, words, book));
  return {
    // The book grows with every sheet: the last style holds the rules of all.
    style: sheets.at(-1)?.style ?? '',
    pages: sheets.flatMap(({ pages }) => pages),
  };
}

/** The name of a file that holds all parts of an order. */
export function orderName(order: PrintOrder): string {
  const [first, ...more] = printParts(order);
  const title = first?.head.title ?? '';
  const t = translator(sheetMessages, order.language);
  return fileName(order, more.length > 0 ? `${title} ${t('eachGroup')}` : title);
}

/** The order as a job for paper or PDF. */
export function paperJob(order: PrintOrder): PrintJob {
  const name = orderName(order);
  const { size, isLandscape } = paperOf(order);
  return {
    html: sheetDocument(paperPages(order), order.language, name),
    pageSize: size,
    landscape: isLandscape,
    suggestedName: `${name}.pdf`,
  };
}

/** The posters of an order, one for each part. */
export function posters(order: PrintOrder): (SheetPages & { name: string })[] {
  const words = sheetWords(order.plan.slots, order.language);
  const facts = order.plan.days.map(dayFacts);
  return printParts(order).map((part) => {
    const { head, items, note } = part;
    const poster = renderPoster({
      look: lookOf(order),
      head,
      facts,
      items,
      ...(note !== undefined && { note }),
      words,
      leavesOutEmpty: order.span === 'month',
    });
    return { ...poster, name: fileName(order, head.title) };
  });
}

export function posterJobs(order: PrintOrder): PosterJob[] {
  return posters(order).map(({ name, ...pages }) => ({
    html: sheetDocument(pages, order.language, name),
    suggestedName: `${name}.png`,
  }));
}
