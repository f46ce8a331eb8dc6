import { Button, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import classes from '../experiments.module.css';
import { stopExperiment } from '../verdict.commands';
import { say } from '../words';
import { runMessages } from './run.messages';

/** Stopping early needs a reason and gives no winner. */
export function StopDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(runMessages);
  const [note, setNote] = useState('');
  const stop = async () => {
    const isDone = await say(async () => {
      await execute(stopExperiment, { id, note: note.trim() });
      return t('stopped');
    });
    if (isDone) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('stopTitle')} size={480}>
      <div className={classes.stack}>
        <Text size="sm">{t('stopText')}</Text>
        <Textarea
          label={t('stopWhy')}
          placeholder={t('stopPlaceholder')}
          data-autofocus
          data-testid="experiment-stop-why"
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={classes.row} style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            color="red"
            data-testid="experiment-stop-go"
            disabled={note.trim() === ''}
            onClick={() => void stop()}
          >
            {t('stop')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
