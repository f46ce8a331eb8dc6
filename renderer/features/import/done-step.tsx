import { Button } from '@mantine/core';
import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import { IconArrowBackUp, IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import classes from './done-step.module.css';
import { importMessages } from './import.messages';
import { saveRejected } from './save-rejected';
import { type ImportSession, startOver } from './session';
import { undoImport } from './undo-import';

type Props = { session: ImportSession & { step: 'done' }; batches: ImportBatch[] | undefined };

/** Said once everything is durable; the import can be taken back from here. */
export function DoneStep({ session, batches }: Props) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const [isUndoing, setIsUndoing] = useState(false);
  const { opened, committed, summary } = session;
  const { batchId, written, choice } = committed;
  const file = opened.fileName;
  // It may have been taken back from elsewhere: the top bar, the history.
  const isUndone = batches?.some((batch) => batch.id === batchId && batch.undoneAt !== undefined);
  const { confirm, rejected } = summary.counts;

  const headline = isUndone
    ? t('undone', { file })
    : t(batchId === '' ? 'doneNothing' : 'done', { file });

  async function undo(): Promise<void> {
    setIsUndoing(true);
    const isTakenBack = await undoImport(batchId, file);
    setIsUndoing(false);
    if (isTakenBack) await startOver();
  }

  return (
    <section className={classes.card} data-testid="import-done" data-batch-id={batchId}>
      <IconCircleCheck className={classes.mark} size={28} stroke={1.5} />
      <div className={classes.words}>
        <b>{headline}</b>
        {batchId !== '' && !isUndone && (
          <span>
            {t('doneWritten', {
              members: format.count(written.members),
              orders: format.count(written.orders),
              updates: format.count(written.updates),
            })}
          </span>
        )}
        {choice === 'skip' && confirm > 0 && (
          <span>{t('doneSkipped', { n: format.count(confirm) })}</span>
        )}
      </div>
      <div className={classes.actions}>
        {rejected > 0 && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            data-testid="import-rejected-download"
            onClick={() => void saveRejected(file)}
          >
            {t('downloadRejected', { n: format.count(rejected) })}
          </Button>
        )}
        {batchId !== '' && !isUndone && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} />}
            data-testid="import-undo"
            loading={isUndoing}
            onClick={() => void undo()}
          >
            {t('undo')}
          </Button>
        )}
        <Button
          component={Link}
          href={opened.kind === 'members' ? '/members' : '/orders'}
          variant="default"
        >
          {t(opened.kind === 'members' ? 'seeMembers' : 'seeOrders')}
        </Button>
        <Button data-testid="import-again" onClick={() => void startOver()}>
          {t('again')}
        </Button>
      </div>
    </section>
  );
}
