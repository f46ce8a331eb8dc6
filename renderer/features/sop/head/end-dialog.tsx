import { Button, Group, Modal, Textarea } from '@mantine/core';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { endRun } from '../sop.commands';
import { sopMessages } from '../sop.messages';
import { headMessages } from './head.messages';

/** Ending a run early asks for the reason in the same breath. */
export function EndDialog({ run, onClose }: { run: SopRun; onClose: () => void }) {
  const t = useMessages(headMessages);
  const sop = useMessages(sopMessages);
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const end = async () => {
    setBusy(true);
    try {
      await execute(endRun, { runId: run.id, reason });
      onClose();
      showDone(sop('endedToast', { title: run.title }), { undo: true });
    } catch (error) {
      showProblem(error);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('endTitle', { title: run.title })} size={460}>
      <p style={{ marginTop: 0 }}>{t('endText')}</p>
      <Textarea
        data-autofocus
        autosize
        minRows={2}
        label={t('endReason')}
        placeholder={t('endReasonHint')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button disabled={isBusy || reason.trim() === ''} onClick={() => void end()}>
          {t('end')}
        </Button>
      </Group>
    </Modal>
  );
}
