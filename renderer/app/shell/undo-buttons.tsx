import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, type TablerIcon } from '@tabler/icons-react';
import { useUndoState } from '@/db/use-undo';
import { redoAndSay, undoAndSay, useIsUndoInToast } from '../feedback';
import { currentLanguage } from '../i18n/i18n';
import { useMessages } from '../i18n/messages';
import { shellMessages } from './shell.messages';

/** Undo and redo, each saying what it would take back or bring back. */
export function UndoButtons() {
  const t = useMessages(shellMessages);
  const { undoLabel, redoLabel } = useUndoState();
  const isUndoInToast = useIsUndoInToast();
  const language = currentLanguage() === 'en' ? 'en' : 'zh';
  return (
    <>
      <StepButton
        icon={IconArrowBackUp}
        testId={isUndoInToast ? 'undo-bar' : 'undo'}
        label={undoLabel ? t('undo', { label: undoLabel[language] }) : t('nothingToUndo')}
        isEnabled={undoLabel !== undefined}
        onClick={undoAndSay}
      />
      <StepButton
        icon={IconArrowForwardUp}
        testId="redo"
        label={redoLabel ? t('redo', { label: redoLabel[language] }) : t('nothingToRedo')}
        isEnabled={redoLabel !== undefined}
        onClick={redoAndSay}
      />
    </>
  );
}

type StepButtonProps = {
  icon: TablerIcon;
  testId: string;
  label: string;
  isEnabled: boolean;
  onClick: () => Promise<void>;
};

function StepButton({ icon: Icon, testId, label, isEnabled, onClick }: StepButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={label}
        data-testid={testId}
        disabled={!isEnabled}
        onClick={() => void onClick()}
      >
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
