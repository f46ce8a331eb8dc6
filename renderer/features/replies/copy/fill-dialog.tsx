import { Button, Group, Modal } from '@mantine/core';
import type { Reply } from '@shared/domain/replies/reply.schema';
import { IconCopy } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useReturnFocus } from '@/ui/use-return-focus';
import { repliesMessages } from '../replies.messages';
import { AnswerText } from './answer-text';
import classes from './copy.module.css';
import { type CopyFor, copyAnswer } from './copy-answer';
import { FillFields } from './fill-fields';
import type { FilledAnswer } from './use-filled-answer';

type FillDialogProps = {
  reply: Pick<Reply, 'id' | 'keyword' | 'answer'>;
  filled: FilledAnswer;
  copyFor: CopyFor;
  onClose: () => void;
};

/** Asks for what the answer leaves open, shows it as it will be pasted, and copies it. */
export function FillDialog({ reply, filled, copyFor, onClose }: FillDialogProps) {
  useReturnFocus();
  const t = useMessages(repliesMessages);
  const copy = async () => {
    if (filled.open.length > 0) return;
    if (await copyAnswer(reply, filled.text, filled.typed, copyFor)) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('fillTitle', { keyword: reply.keyword })}
      size={620}
      closeButtonProps={{ 'aria-label': t('close') }}
      data-testid="reply-fill"
    >
      <div className={classes.dialog}>
        <FillFields filled={filled} onDone={() => void copy()} isFirstFocused />
        <div className={classes.preview}>
          <AnswerText text={filled.text} />
        </div>
        <p className={classes.quiet}>{t('fillHint')}</p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            data-testid="reply-fill-copy"
            leftSection={<IconCopy size={16} stroke={1.75} />}
            disabled={filled.open.length > 0}
            onClick={() => void copy()}
          >
            {t('copy')}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
