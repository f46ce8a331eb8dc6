import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { flushJournal, undoBatch } from '@/db/client';
import { relayMessages } from './relay.messages';
import classes from './relay.module.css';
import type { RelayDone, RelayState } from './use-relay';

type DonePartProps = { state: RelayState; done: RelayDone; onClose: () => void };

/** Said once everything is durable; the list can be taken back from here as a whole. */
export function DonePart({ state, done, onClose }: DonePartProps) {
  const t = useMessages(relayMessages);
  const format = useFormat();
  const [isUndoing, setUndoing] = useState(false);
  const { counts, title, batchId } = done;

  async function undo(): Promise<void> {
    setUndoing(true);
    try {
      await undoBatch(batchId);
      await flushJournal();
      onClose();
      showDone(t('undone', { title }));
    } catch (error) {
      setUndoing(false);
      showProblem(error);
    }
  }

  return (
    <section className={classes.done} data-testid="relay-done" data-batch-id={batchId}>
      <IconCircleCheck className={classes.mark} size={32} stroke={1.5} aria-hidden />
      <b>{t('done', { title })}</b>
      <span className={classes.doneLine}>
        {t('doneCounts', {
          create: format.count(counts.create),
          update: format.count(counts.update),
          unchanged: format.count(counts.unchanged),
          members: format.count(counts.newMembers),
        })}
      </span>
      {counts.confirm > 0 && (
        <span className={classes.doneLine}>
          {t('doneLeft', { n: format.count(counts.confirm) })}
        </span>
      )}
      <Group gap={8} mt={12}>
        <Button
          variant="default"
          data-testid="relay-undo"
          loading={isUndoing}
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => void undo()}
        >
          {t('undo')}
        </Button>
        <Button variant="default" onClick={state.restart}>
          {t('again')}
        </Button>
        <Button onClick={onClose}>{t('finish')}</Button>
      </Group>
    </section>
  );
}
