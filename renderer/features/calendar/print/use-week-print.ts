import type { ColumnChoice } from '@shared/domain/calendar/column.schema';
import type { SheetEdition } from '@shared/domain/calendar/sheet/sheet.types';
import type { Week } from '@shared/domain/calendar/week.rules';
import { useCallback, useRef, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { bridge } from '@/platform/bridge';
import { usePrintCommand } from '@/ui/print-command';
import { calendarMessages } from '../calendar.messages';
import { readWeek } from '../calendar.queries';
import { itemMessages } from '../item.messages';
import { sheetTitle } from './sheet-title';
import { weekDocument } from './week-document';

type WeekPrintInput = {
  week: Week;
  columns: readonly ColumnChoice[];
  edition: SheetEdition;
};

/** The week on screen as paper or PDF; one at a time. */
export function useWeekPrint(input: WeekPrintInput) {
  const t = useMessages(calendarMessages);
  const item = useMessages(itemMessages);
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const latest = useRef({ ...input, language, t, item });
  latest.current = { ...input, language, t, item };

  const run = useCallback(
    async (send: (job: ReturnType<typeof weekDocument>) => Promise<string>) => {
      const { week, columns, edition, language, item } = latest.current;
      setBusy(true);
      try {
        // Read anew: a note left by clicking on this button is stored, but not yet on screen.
        const data = await readWeek(week);
        const title = sheetTitle(data, item('defaultTitle'));
        const { items, plan } = data;
        const note = plan?.note;
        const said = await send(
          weekDocument({ week, items, columns, language, title, note, edition }),
        );
        if (said !== '') showDone(said);
      } catch (error) {
        showProblem(error);
      } finally {
        setBusy(false);
      }
    },
    [],
  );

  const toPdf = useCallback(
    () =>
      run(async (job) => {
        const { saved, name = '' } = await bridge.printToPdf(job);
        return saved ? latest.current.t('pdfSaved', { name }) : '';
      }),
    [run],
  );
  const toPaper = useCallback(
    () =>
      run(async (job) => {
        const { printed } = await bridge.printOnPaper(job);
        return printed ? latest.current.t('printed') : '';
      }),
    [run],
  );
  usePrintCommand(useCallback(() => void toPaper(), [toPaper]));
  return { isBusy, toPdf, toPaper };
}
export type WeekPrint = ReturnType<typeof useWeekPrint>;
