import { Modal } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useReturnFocus } from '@/ui/use-return-focus';
import { DonePart } from './done-part';
import { PastePart } from './paste-part';
import { relayMessages } from './relay.messages';
import { ReviewPart } from './review-part';
import { useRelay } from './use-relay';

/** Paste, mend, write: a 接龙 on its way into the console. */
export function RelayDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(relayMessages);
  const state = useRelay();
  const isAtWork = state.work !== undefined && state.done === undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size={isAtWork ? 'min(1240px, 96vw)' : 640}
      closeOnEscape={!isAtWork}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {state.done ? (
        <DonePart state={state} done={state.done} onClose={onClose} />
      ) : state.work && state.plan ? (
        <ReviewPart state={state} work={state.work} plan={state.plan} />
      ) : (
        <PastePart state={state} />
      )}
    </Modal>
  );
}
