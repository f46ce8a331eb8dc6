import { columnChoices } from '@shared/domain/calendar/column.schema';
import type { SheetEdition } from '@shared/domain/calendar/sheet/sheet.types';
import type { Week } from '@shared/domain/calendar/week.rules';
import { useCallback, useRef, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { columnTemplates } from '@/features/content-items';
import { bridge } from '@/platform/bridge';
import { usePrintCommand } from '@/ui/print-command';
import { sheetTitle } from './sheet-title';
import { weekDocument } from './week-document';
import { weekPrintMessages } from './week-print.messages';
import { readPrintedWeek } from './week-print.queries';

type WeekPrintInput = {
  week: Week;
  edition: SheetEdition;
};

/** The week on screen as paper or PDF; one at a time. */
export function useWeekPrint(input: WeekPrintInput) {
  const t = useMessages(weekPrintMessages);
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const latest = useRef({ ...input, language, t });
  latest.current = { ...input, language, t };

  const run = useCallback(
    async (send: (job: ReturnType<typeof weekDocument>) => Promise<string>) => {
      const { week, edition, language, t } = latest.current;
      setBusy(true);
      try {
        // Read anew: a note left by clicking on this button is stored, but not yet on screen.
        const data = await readPrintedWeek(week);
        const title = sheetTitle(data, t('defaultTitle'));
        const { items, plan } = data;
        const note = plan?.note;
        const columns = columnChoices(columnTemplates, data.columns, language);
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
