import { Button, Modal, Group as Row, Textarea } from '@mantine/core';
import type { Group } from '@shared/domain/groups/group.schema';
import { useState } from 'react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { addGroupNote } from '../group-story.commands';
import { groupStoryMessages } from '../group-story.messages';
import { useAct } from '../use-act';

type NoteDialogProps = { group: Pick<Group, 'id' | 'name'>; onClose: () => void };

/** One more line for the story of a group. */
export function NoteDialog({ group, onClose }: NoteDialogProps) {
  useReturnFocus();
  const t = useMessages(groupStoryMessages);
  const [note, setNote] = useState('');
  const { act, isBusy } = useAct();
  const save = async () => {
    const isDone = await act(async () => {
      await execute(addGroupNote, { groupId: group.id, note });
      showDone(t('noteDone'), { undo: true });
    });
    if (isDone) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('noteTitle', { name: group.name })} size={460}>
      <Textarea
        data-autofocus
        autosize
        minRows={3}
        maxLength={1000}
        aria-label={t('note')}
        placeholder={t('noteHint')}
        data-testid="story-note-text"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Row justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          disabled={isBusy || note.trim() === ''}
          data-testid="story-note-save"
          onClick={() => void save()}
        >
          {t('save')}
        </Button>
      </Row>
    </Modal>
  );
}
