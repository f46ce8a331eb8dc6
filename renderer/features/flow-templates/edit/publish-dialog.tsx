import { Button, Group, Modal, Textarea } from '@mantine/core';
import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { publishDraft } from '../flow-templates.commands';
import { FlowDifferences } from '../words/flow-differences';
import { editorMessages } from './editor.messages';

type PublishDialogProps = {
  draft: SopTemplate;
  before: SopTemplate | undefined;
  version: number;
  onClose: () => void;
};

/** What changes against the newest version, and a line on why. */
export function PublishDialog({ draft, before, version, onClose }: PublishDialogProps) {
  const t = useMessages(editorMessages);
  const [, navigate] = useLocation();
  const [note, setNote] = useState('');
  const publish = async () => {
    try {
      const done = await execute(publishDraft, { draftId: draft.id, changeNote: note });
      showDone(t('published', { version: done.version }), { undo: true });
      navigate(`/sop/templates/${encodeURIComponent(draft.key)}`);
    } catch (error) {
      showProblem(error);
      onClose();
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('publishTitle', { version })} size={760}>
      <Textarea
        label={t('changeNote')}
        data-testid="flow-change-note"
        data-autofocus
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {before && (
        <>
          <p>{t('changesSince', { version: before.version })}</p>
          <FlowDifferences before={before} after={draft} />
        </>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button data-testid="flow-publish-confirm" onClick={() => void publish()}>
          {t('publish')}
        </Button>
      </Group>
    </Modal>
  );
}
