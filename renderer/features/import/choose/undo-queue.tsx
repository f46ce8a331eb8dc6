import { Button } from '@mantine/core';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { flushJournal, undoBatch } from '@/db/client';
import { startOver } from '../session/import-session';
import { chooseMessages } from './choose.messages';

/** Takes all imports of a queue back, the last one first. */
export function UndoQueue({ batches }: { batches: readonly { batchId: string }[] }) {
  const t = useMessages(chooseMessages);
  const format = useFormat();
  const [isUndoing, setIsUndoing] = useState(false);

  async function undoAll(): Promise<void> {
    setIsUndoing(true);
    try {
      let keptCount = 0;
      for (const { batchId } of batches) keptCount += (await undoBatch(batchId)).kept.length;
      await flushJournal();
      await startOver();
      const n = format.count(batches.length);
      const kept = format.count(keptCount);
      showDone(keptCount > 0 ? t('queueAllUndoneKept', { n, kept }) : t('queueAllUndone', { n }));
    } catch (error) {
      showProblem(error);
    } finally {
      setIsUndoing(false);
    }
  }

  return (
    <Button
      size="compact-sm"
      variant="default"
      data-testid="import-queue-undo"
      loading={isUndoing}
      onClick={() => void undoAll()}
    >
      {t('queueUndo')}
    </Button>
  );
}
