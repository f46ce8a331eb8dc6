import { Button, Group, Modal, Text } from '@mantine/core';
import type { BackupInfo } from '@shared/contracts/ipc';
import { useState } from 'react';
import { sayAfterReload, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { restoreBackup } from '@/db/backup';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { refreshBackups } from '@/platform/backups';
import { backupsMessages } from './backups.messages';
import classes from './restore-dialog.module.css';
import { useCountsText } from './use-counts-text';

/** A kept backup, or a file that the user picked elsewhere. */
export type RestoreTarget =
  | { choice: { name: string }; info: BackupInfo }
  | { choice: { token: string }; fileName: string };

type RestoreDialogProps = { target: RestoreTarget | undefined; onClose: () => void };

async function readCounts(): Promise<Record<string, number>> {
  const [members, orders] = await Promise.all([
    readDb.counter('members'),
    readDb.counter('orders'),
  ]);
  return { members, orders };
}

/** Says what will be replaced, and that a copy is taken first, before anything happens. */
export function RestoreDialog({ target, onClose }: RestoreDialogProps) {
  const t = useMessages(backupsMessages);
  const format = useFormat();
  const countsText = useCountsText();
  const now = useLive(readCounts, []);
  const [isBusy, setIsBusy] = useState(false);

  async function restore(chosen: RestoreTarget): Promise<void> {
    setIsBusy(true);
    try {
      await restoreBackup(chosen.choice);
      sayAfterReload(t('restored'));
      window.location.reload();
    } catch (error) {
      setIsBusy(false);
      onClose();
      showProblem(error);
      // A copy that proved damaged is set aside and no longer offered.
      await refreshBackups().catch(() => undefined);
    }
  }

  return (
    <Modal
      opened={target !== undefined}
      onClose={isBusy ? () => undefined : onClose}
      withCloseButton={!isBusy}
      title={
        target &&
        ('info' in target
          ? t('confirmTitle', { time: format.dateTime(target.info.createdAt) })
          : t('confirmFile', { name: target.fileName }))
      }
    >
      {target && (
        <>
          <Text>{t('confirmText')}</Text>
          <dl className={classes.facts}>
            <dt>{t('nowHas')}</dt>
            <dd>{now && countsText(now)}</dd>
            {'info' in target && (
              <>
                <dt>{t('backupHas')}</dt>
                <dd>{countsText(target.info.counts)}</dd>
              </>
            )}
          </dl>
          {isBusy && <Text c="dimmed">{t('restoring')}</Text>}
          <Group justify="flex-end" mt="lg" gap="xs">
            <Button variant="default" disabled={isBusy} onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              loading={isBusy}
              data-testid="backup-restore-confirm"
              onClick={() => void restore(target)}
            >
              {t('confirm')}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
