import { Modal } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useReturnFocus } from '@/ui/use-return-focus';
import { feelingsMessages } from '../feelings.messages';
import { PastePart } from './paste-part';
import { PreviewPart } from './preview-part';
import { useTakeIn } from './use-take-in';

/** Paste or choose, look at what was read, take in. */
export function TakeInDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(feelingsMessages);
  const state = useTakeIn(onClose);
  const { shown } = state;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('dialogTitle')}
      size={shown ? 'min(1100px, 96vw)' : 680}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {shown && shown.lines.length > 0 ? (
        <PreviewPart state={state} preview={shown} />
      ) : (
        <PastePart state={state} isEmpty={shown !== undefined} />
      )}
    </Modal>
  );
}
