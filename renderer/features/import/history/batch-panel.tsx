import { Button } from '@mantine/core';
import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { SidePanel } from '@/ui/side-panel';
import { redoImport, undoImport } from '../done/undo-import';
import { importMessages } from '../import.messages';
import { readRedoableBatch } from '../import.queries';
import { BatchConversionPart } from './batch-conversion';
import { BatchCounts } from './batch-counts';
import classes from './batch-panel.module.css';
import { historyMessages } from './history.messages';

type Props = { batch: ImportBatch; batches: readonly ImportBatch[]; onClose: () => void };

/** One import in full: its numbers, what came of it, and the way back. */
export function BatchPanel({ batch, batches, onClose }: Props) {
  const t = useMessages(historyMessages);
  const common = useMessages(importMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const isUndone = batch.undoneAt !== undefined;
  const same = batches.filter((it) => it.fileHash === batch.fileHash && it.id !== batch.id);
  return (
    <SidePanel
      testId="import-batch-panel"
      label={batch.fileName}
      closeLabel={common('close')}
      title={batch.fileName}
      onClose={onClose}
    >
      <p className={classes.facts}>
        {words(`importKind.${batch.kind}`)} · {format.dateTime(batch.at)} ·{' '}
        {batch.undoneAt === undefined
          ? t('inEffect')
          : t('undoneAt', { when: format.dateTime(batch.undoneAt) })}
      </p>
      <BatchCounts batch={batch} />
      {!isUndone && (batch.kind === 'members' || batch.kind === 'orders') && (
        <BatchConversionPart batchId={batch.id} />
      )}
      {same.length > 0 && (
        <section className={classes.part}>
          <h3>{t('sameFile')}</h3>
          <ul className={classes.list}>
            {same.map((other) => (
              <li key={other.id}>
                {other.undoneAt === undefined
                  ? format.dateTime(other.at)
                  : t('sameFileUndone', { when: format.dateTime(other.at) })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={classes.actions}>
        <WayBack batch={batch} isUndone={isUndone} onDone={onClose} />
      </div>
    </SidePanel>
  );
}

type WayBackProps = { batch: ImportBatch; isUndone: boolean; onDone: () => void };

function WayBack({ batch, isUndone, onDone }: WayBackProps) {
  const t = useMessages(historyMessages);
  const redoable = useLive(readRedoableBatch, []);
  const [isBusy, setIsBusy] = useState(false);

  async function go(): Promise<void> {
    setIsBusy(true);
    if (isUndone) await redoImport(batch);
    else if (await undoImport(batch)) onDone();
    setIsBusy(false);
  }

  if (isUndone && redoable !== batch.id) return null;
  return (
    <Button
      variant="default"
      loading={isBusy}
      leftSection={isUndone ? <IconArrowForwardUp size={16} /> : <IconArrowBackUp size={16} />}
      data-testid={isUndone ? 'import-panel-redo' : 'import-panel-undo'}
      onClick={() => void go()}
    >
      {t(isUndone ? 'redoThis' : 'undoThis')}
    </Button>
  );
}
