import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import type { AuditWords } from '@shared/domain/workspace/workspace.schema';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { auditMessages } from './audit.messages';
import { editAuditWords } from './audit-words.commands';

const MOST_REASONS = 30;
const MOST_LETTERS = 200;

/** The ready-made reasons, one a line, and the text that asks for what is missing. */
export function WordsDialog({ words, onClose }: { words: AuditWords; onClose: () => void }) {
  const t = useMessages(auditMessages);
  const [reject, setReject] = useState(words.reject.join('\n'));
  const [askAgain, setAskAgain] = useState(words.askAgain.join('\n'));
  const [text, setText] = useState(words.text);
  const save = async () => {
    try {
      const changed = { reject: linesOf(reject), askAgain: linesOf(askAgain), text };
      await execute(editAuditWords, { words: changed });
      showDone(t('savedToast'), { undo: true });
      onClose();
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('reasonsTitle')}>
      <Stack gap="sm">
        <Textarea
          autosize
          minRows={3}
          label={t('reasonsReject')}
          value={reject}
          onChange={(event) => setReject(event.currentTarget.value)}
        />
        <Textarea
          autosize
          minRows={3}
          label={t('reasonsAsk')}
          value={askAgain}
          onChange={(event) => setAskAgain(event.currentTarget.value)}
        />
        <Textarea
          autosize
          minRows={2}
          maxLength={1000}
          label={t('reasonsText')}
          description={t('reasonsVariables')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button onClick={() => void save()}>{t('save')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, MOST_LETTERS))
    .filter((line) => line !== '')
    .slice(0, MOST_REASONS);
