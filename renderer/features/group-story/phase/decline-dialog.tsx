import { Button, Modal, Group as Row, Textarea } from '@mantine/core';
import type { GroupEvent } from '@shared/domain/group-life/group-event.schema';
import type { LivingPhase } from '@shared/domain/group-life/phase.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { useState } from 'react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { declinePhase } from '../group-story.commands';
import { groupStoryMessages } from '../group-story.messages';
import { useAct } from '../use-act';
import classes from './phase.module.css';

type DeclineDialogProps = {
  group: Group;
  to: LivingPhase;
  evidence: GroupEvent['evidence'];
  onClose: () => void;
};

/** Not now, and why. */
export function DeclineDialog({ group, to, evidence, onClose }: DeclineDialogProps) {
  useReturnFocus();
  const t = useMessages(groupStoryMessages);
  const words = useMessages(wordsMessages);
  const [note, setNote] = useState('');
  const { act, isBusy } = useAct();
  const decline = async () => {
    const isDone = await act(async () => {
      await execute(declinePhase, { groupId: group.id, to, evidence, ...(note && { note }) });
      const phase = words(`groupPhase.${group.phase}`);
      showDone(t('declined', { name: group.name, phase }), { undo: true });
    });
    if (isDone) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('declineTitle', { phase: words(`groupPhase.${to}`) })}
      size={460}
    >
      <p className={classes.quiet}>{t('declineText')}</p>
      <Textarea
        data-autofocus
        autosize
        minRows={2}
        label={t('reason')}
        placeholder={t('reasonHint')}
        maxLength={1000}
        value={note}
        data-testid="phase-decline-reason"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Row justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          disabled={isBusy}
          data-testid="phase-decline-confirm"
          onClick={() => void decline()}
        >
          {t('notNow')}
        </Button>
      </Row>
    </Modal>
  );
}
