import { Button, Loader, Modal } from '@mantine/core';
import {
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconPrinter,
  IconTruckDelivery,
} from '@tabler/icons-react';
import { useCallback, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { EmptyState } from '@/ui/empty-state';
import { usePrintCommand } from '@/ui/print-command';
import { useEscape } from '@/ui/use-escape';
import { useReturnFocus } from '@/ui/use-return-focus';
import type { DeliverySource } from '@/workers/delivery/delivery-types';
import { deliveryMessages } from './delivery.messages';
import classes from './delivery.module.css';
import { DeliverySettings } from './delivery-settings';
import { SheetPreview } from './sheet-preview';
import { useDelivery } from './use-delivery';
import { useDeliveryOutput } from './use-delivery-output';

/** Options on the left, the pages on the right, three ways out. */
export function DeliveryDialog({
  source,
  onClose,
}: {
  source: DeliverySource;
  onClose: () => void;
}) {
  useReturnFocus();
  useEscape(true, onClose);
  const t = useMessages(deliveryMessages);
  const format = useFormat();
  const delivery = useDelivery(source);
  const { scope, view, options, preview } = delivery;
  const output = useDeliveryOutput(view, options);
  const isEmpty = preview?.orderCount === 0;
  const latest = useRef(output);
  latest.current = output;
  usePrintCommand(useCallback(() => void latest.current.print(), []));
  const isBlocked = !preview || isEmpty || output.busy !== undefined;

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="min(1280px, 97vw)"
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.columns}>
        <div className={classes.side}>
          {scope && view && (
            <DeliverySettings delivery={delivery} scope={scope} view={view} source={source} />
          )}
          <div className={classes.actions}>
            <Button
              data-testid="delivery-print"
              disabled={isBlocked}
              loading={output.busy === 'print'}
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => void output.print()}
            >
              {t('print')}
            </Button>
            <Button
              variant="default"
              data-testid="delivery-export-pdf"
              disabled={isBlocked}
              loading={output.busy === 'pdf'}
              leftSection={<IconFileTypePdf size={16} aria-hidden />}
              onClick={() => void output.toPdf()}
            >
              {t('pdf')}
            </Button>
            <Button
              variant="default"
              data-testid="delivery-export-xlsx"
              disabled={isBlocked}
              loading={output.busy === 'xlsx'}
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              onClick={() => void output.toXlsx()}
            >
              {t('xlsx')}
            </Button>
          </div>
        </div>
        <div className={classes.paper}>
          {!preview && <Loader size="sm" m="auto" />}
          {isEmpty && (
            <EmptyState icon={IconTruckDelivery} title={t('noOrders')} text={t('noOrdersText')} />
          )}
          {preview && !isEmpty && (
            <>
              <p
                className={classes.counts}
                data-testid="delivery-counts"
                data-pages={preview.pageCount}
                data-orders={preview.orderCount}
              >
                <b>
                  {t('counts', {
                    orders: format.count(preview.orderCount),
                    pieces: format.count(preview.pieceCount),
                    pages: format.count(preview.pageCount),
                  })}
                </b>
                {preview.unclearCount > 0 && view?.kind === 'delivery' && (
                  <span className={classes.unclear}>
                    {t('unclear', { n: preview.unclearCount })}
                  </span>
                )}
                {preview.pageCount > preview.pages.length && (
                  <span>{t('more', { n: preview.pages.length, total: preview.pageCount })}</span>
                )}
              </p>
              <SheetPreview
                pages={preview.pages}
                label={t('previewLabel')}
                testId="delivery-preview"
              />
            </>
          )}
        </div>
      </div>
    </Modal>
  );
}
