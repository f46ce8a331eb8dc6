import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import { type CSSProperties, useCallback, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { Card } from '@/ui/card';
import { WindowTable } from '@/ui/table/window-table';
import { BatchPanel } from './batch-panel';
import { historyMessages } from './history.messages';
import classes from './history-card.module.css';
import { useHistoryColumns } from './use-history-columns';

const batchData = (batch: ImportBatch) => ({
  'data-batch-id': batch.id,
  'data-undone': String(batch.undoneAt !== undefined),
});
const ignore = () => undefined;

/** Every import so far, each to be looked into and taken back as a whole. */
export function HistoryCard({ batches }: { batches: ImportBatch[] | undefined }) {
  const t = useMessages(historyMessages);
  const columns = useHistoryColumns();
  const [openId, setOpenId] = useState<string>();
  const close = useCallback(() => setOpenId(undefined), []);
  const open = batches?.find((batch) => batch.id === openId);
  return (
    <Card title={t('history')}>
      {batches?.length === 0 ? (
        <p className={classes.empty}>{t('empty')}</p>
      ) : (
        <div className={classes.table} style={{ '--rows': batches?.length ?? 3 } as CSSProperties}>
          <WindowTable
            label={t('history')}
            columns={columns}
            minWidthPx={720}
            total={batches?.length}
            rowAt={(index) => batches?.[index]}
            idOf={(batch) => batch.id}
            rowTestId="import-batch"
            rowData={batchData}
            onRange={ignore}
            {...(open ? { openId: open.id } : {})}
            onOpen={(batch) => setOpenId(batch.id)}
            cutNote={t('cut')}
            scrollKey="history"
          />
        </div>
      )}
      {open && <BatchPanel batch={open} batches={batches ?? []} onClose={close} />}
    </Card>
  );
}
