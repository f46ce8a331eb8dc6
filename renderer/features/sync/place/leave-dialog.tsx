import { Button, Group, Modal } from '@mantine/core';
import type { SyncPlace } from '@shared/sync/local-port';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useSyncStatus } from '@/sync/use-sync-status';
import { useReturnFocus } from '@/ui/use-return-focus';
import { syncMessages } from '../sync.messages';
import classes from '../sync.module.css';
import { syncFace } from '../sync-face';

/** Out of the workspace: what stays here, and what the others will miss. */
export function LeaveDialog({ place, onClose }: { place: SyncPlace; onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(syncMessages);
  const format = useFormat();
  const pending = useSyncStatus()?.pending ?? 0;
  const [isBusy, setIsBusy] = useState(false);

  async function leave(): Promise<void> {
    setIsBusy(true);
    try {
      await syncFace().leave();
      onClose();
      showDone(t('left'));
    } catch (error) {
      setIsBusy(false);
      onClose();
      showProblem(error);
    }
  }

  return (
    <Modal
      opened
      onClose={isBusy ? () => undefined : onClose}
      title={t('leaveTitle', { name: place.workspaceName })}
    >
      <p>{t('leaveText')}</p>
      {pending > 0 && (
        <div className={classes.notice}>
          <p>{t('leavePending', { count: pending, n: format.count(pending) })}</p>
        </div>
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" disabled={isBusy} onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          color="red"
          data-testid="sync-leave-confirm"
          loading={isBusy}
          onClick={() => void leave()}
        >
          {t('leaveConfirm')}
        </Button>
      </Group>
    </Modal>
  );
}
