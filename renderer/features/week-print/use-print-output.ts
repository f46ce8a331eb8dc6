import { useCallback, useRef, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { useToday } from '@/app/use-today';
import { bridge } from '@/platform/bridge';
import { orderName, paperJob, posterJobs } from './make-sheets';
import { readQrPictures } from './pictures';
import { type PrintSpan, readPrintChoices } from './print-choices';
import { daysOfSpan } from './print-days';
import type { PrintOrder } from './print-parts';
import { weekPrintMessages } from './week-print.messages';
import { readPrintedPlan } from './week-print.queries';

export type PrintWay = 'paper' | 'pdf' | 'png' | 'copy' | 'xlsx';

/** What is stored at this moment: a note left by clicking on the button is not yet on screen. */
async function readOrder(
  span: PrintSpan,
  day: string,
  rest: Pick<PrintOrder, 'language' | 'today'>,
): Promise<PrintOrder> {
  const plan = await readPrintedPlan(daysOfSpan(span, day));
  const qrPictures = await readQrPictures(plan.groups);
  return { span, day, plan, qrPictures, choices: readPrintChoices(), ...rest };
}

async function copyPicture(order: PrintOrder): Promise<void> {
  const [job] = posterJobs(order);
  if (!job) return;
  const picture = bridge
    .drawPoster(job.html)
    .then((bytes) => new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
  // Given as a promise, so that the click still counts as the user's when the picture is drawn.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
}

/** Paper, PDF, picture, clipboard or workbook of a span with the choices of last time; one at a time. */
export function usePrintOutput(span: PrintSpan, day: string) {
  const t = useMessages(weekPrintMessages);
  const language = useLanguage();
  const today = useToday();
  const [busy, setBusy] = useState<PrintWay>();
  const latest = useRef({ span, day, language, today, t, busy });
  latest.current = { span, day, language, today, t, busy };

  const send = useCallback(async (way: PrintWay): Promise<string> => {
    const { span, day, language, today, t } = latest.current;
    const order = await readOrder(span, day, { language, today });
    const said = ({ saved, name = '' }: { saved: boolean; name?: string | undefined }) =>
      saved ? t('saved', { name }) : '';
    if (way === 'pdf') return said(await bridge.printToPdf(paperJob(order)));
    if (way === 'paper') {
      const { printed } = await bridge.printOnPaper(paperJob(order));
      return printed ? t('printed') : '';
    }
    if (way === 'copy') {
      await copyPicture(order);
      return t('copied');
    }
    if (way === 'png') {
      const jobs = posterJobs(order);
      const { saved, name = '' } = await bridge.savePosters(jobs);
      if (!saved) return '';
      return jobs.length > 1 ? t('savedSeveral', { n: jobs.length, name }) : t('saved', { name });
    }
    const { makeWorkbook } = await import('./workbook/make-workbook');
    return said(await bridge.saveFile(`${orderName(order)}.xlsx`, makeWorkbook(order)));
  }, []);

  const run = useCallback(
    async (way: PrintWay): Promise<void> => {
      if (latest.current.busy !== undefined) return;
      setBusy(way);
      try {
        const said = await send(way);
        if (said !== '') showDone(said);
      } catch (error) {
        showProblem(error);
      } finally {
        setBusy(undefined);
      }
    },
    [send],
  );
  return { busy, run };
}
