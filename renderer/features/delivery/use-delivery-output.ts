import type { DeliveryOptions } from '@shared/domain/delivery/delivery.types';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import { bridge } from '@/platform/bridge';
import { deliveryMessages } from './delivery.messages';
import type { DeliveryView } from './use-delivery';

/** The sheet on paper, as PDF, or as a workbook; one at a time. */
export function useDeliveryOutput(
  view: DeliveryView | undefined,
  options: DeliveryOptions | undefined,
) {
  const t = useMessages(deliveryMessages);
  const [busy, setBusy] = useState<'print' | 'pdf' | 'xlsx'>();

  async function run(
    how: 'print' | 'pdf' | 'xlsx',
    send: (view: DeliveryView, options: DeliveryOptions, name: string) => Promise<string>,
  ): Promise<void> {
    if (!view || !options || busy) return;
    setBusy(how);
    try {
      const kind = options.words[view.kind];
      const name = t('fileName', { title: view.title, kind, day: view.day });
      const said = await send(view, options, name);
      if (said !== '') showDone(said);
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(undefined);
    }
  }

  const jobOf = async (of: DeliveryView, options: DeliveryOptions, name: string) => ({
    html: await dataWorker().deliveries.document(choiceOf(of), options),
    pageSize: 'A4' as const,
    landscape: false,
    suggestedName: `${name}.pdf`,
  });
  const print = () =>
    run('print', async (...job) => {
      const { printed } = await bridge.printOnPaper(await jobOf(...job));
      return printed ? t('printed') : '';
    });
  const toPdf = () =>
    run('pdf', async (...job) => {
      const { saved, name = '' } = await bridge.printToPdf(await jobOf(...job));
      return saved ? t('saved', { name }) : '';
    });
  const toXlsx = () =>
    run('xlsx', async (of, options, fileName) => {
      const bytes = await dataWorker().deliveries.workbook(choiceOf(of), options);
      const { saved, name = '' } = await bridge.saveFile(`${fileName}.xlsx`, bytes);
      return saved ? t('saved', { name }) : '';
    });
  return { busy, print, toPdf, toXlsx };
}

const choiceOf = ({ campaigns, statuses }: DeliveryView) => ({ campaigns, statuses });
