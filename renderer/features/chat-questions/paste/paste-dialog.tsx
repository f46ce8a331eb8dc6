import { Modal } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useReturnFocus } from '@/ui/use-return-focus';
import { chatQuestionsMessages } from '../chat-questions.messages';
import type { GroupChoice } from '../use-questions';
import classes from './paste.module.css';
import { PastePart } from './paste-part';
import { PlanPart } from './plan-part';
import { useChatPaste } from './use-chat-paste';

type PasteDialogProps = {
  groups: readonly GroupChoice[];
  /** Chosen at first. */
  groupId: string | undefined;
  today: string;
  onClose: () => void;
};

/** Paste or drop, look at what was read, take in. */
export function PasteDialog({ groups, groupId, today, onClose }: PasteDialogProps) {
  useReturnFocus();
  const t = useMessages(chatQuestionsMessages);
  const state = useChatPaste({ groupId, today }, onClose);
  const { plan, problem } = state;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('paste.title')}
      size={plan ? 'min(1000px, 96vw)' : 680}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
      data-testid="chat-dialog"
    >
      {plan ? (
        <PlanPart state={state} plan={plan} groups={groups} />
      ) : (
        <PastePart state={state} groups={groups} />
      )}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </Modal>
  );
}
