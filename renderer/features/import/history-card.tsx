import { Button } from '@mantine/core';
import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import classes from './history-card.module.css';
import { importMessages } from './import.messages';
import { undoImport } from './undo-import';

/** Every import so far, each to be taken back as a whole. */
export function HistoryCard({ batches }: { batches: ImportBatch[] | undefined }) {
  const t = useMessages(importMessages);
  return (
    <Card title={t('history')}>
      {batches?.length === 0 && <p className={classes.empty}>{t('historyEmpty')}</p>}
      <ul className={classes.list}>
        {batches?.map((batch) => (
          <HistoryRow key={batch.id} batch={batch} />
        ))}
      </ul>
    </Card>
  );
}

function HistoryRow({ batch }: { batch: ImportBatch }) {
  const t = useMessages(importMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const [isUndoing, setIsUndoing] = useState(false);
  const { counts } = batch;
  const isUndone = batch.undoneAt !== undefined;

  async function undo(): Promise<void> {
    setIsUndoing(true);
    await undoImport(batch.id, batch.fileName);
    setIsUndoing(false);
  }

  return (
    <li className={classes.row} data-testid="import-batch" data-batch-id={batch.id}>
      <b title={batch.fileName}>{batch.fileName}</b>
      <span>
        {words(`importKind.${batch.kind}`)} · {format.relativeTime(batch.at)}
      </span>
      <span>
        {t('historyCounts', {
          create: format.count(counts.create),
          update: format.count(counts.update),
          unchanged: format.count(counts.unchanged),
        })}
      </span>
      {isUndone ? (
        <span className={classes.undone}>{t('historyUndone')}</span>
      ) : (
        <Button
          className={classes.undo}
          size="compact-xs"
          variant="subtle"
          loading={isUndoing}
          data-testid="import-batch-undo"
          onClick={() => void undo()}
        >
          {t('historyUndo')}
        </Button>
      )}
    </li>
  );
}
