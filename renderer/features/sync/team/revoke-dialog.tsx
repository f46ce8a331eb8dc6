import { Button, Group, Modal } from '@mantine/core';
import type { SeatLine } from '@shared/contracts/hub-http';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useReturnFocus } from '@/ui/use-return-focus';
import classes from '../sync.module.css';
import { syncFace } from '../sync-face';
import { teamMessages } from './team.messages';

type RevokeDialogProps = { seat: SeatLine; onClose: () => void; onRevoked: () => void };

/** Takes a laptop's access away; says what that does not reach. */
export function RevokeDialog({ seat, onClose, onRevoked }: RevokeDialogProps) {
  useReturnFocus();
  const t = useMessages(teamMessages);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function revoke(): Promise<void> {
    setIsBusy(true);
    try {
      await syncFace().revokeSeat(seat.id);
      onRevoked();
      onClose();
      showDone(t('revoked', { name: seat.name }));
    } catch (error) {
      setProblem(problemText(error));
      setIsBusy(false);
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('revokeTitle', { name: seat.name })}>
      <p>{t('revokeText')}</p>
      <p>{t('revokeNoUndo')}</p>
      {problem !== undefined && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          color="red"
          data-testid="seat-revoke-confirm"
          loading={isBusy}
          onClick={() => void revoke()}
        >
          {t('revokeConfirm')}
        </Button>
      </Group>
    </Modal>
  );
}
