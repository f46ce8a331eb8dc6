import { Button, Group, Table, Text } from '@mantine/core';
import type { BackupInfo } from '@shared/contracts/ipc';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { backupNow } from '@/db/backup';
import { refreshBackups, useBackups } from '@/platform/backups';
import { bridge } from '@/platform/bridge';
import { BackupRow } from './backup-row';
import { backupsMessages } from './backups.messages';
import { RestoreDialog, type RestoreTarget } from './restore-dialog';

/** Every copy there is: when, why, how much; make one, take one out, go back to one. */
export function BackupsTab() {
  const t = useMessages(backupsMessages);
  const backups = useBackups();
  const [isBusy, setIsBusy] = useState(false);
  const [target, setTarget] = useState<RestoreTarget>();

  async function backUp(): Promise<void> {
    setIsBusy(true);
    try {
      await backupNow('manual');
      await refreshBackups();
      showDone(t('done'));
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  async function pick(): Promise<void> {
    try {
      const [file] = await bridge.pickFiles('backup', false);
      if (file) setTarget({ choice: { token: file.token }, fileName: file.name });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <div style={{ maxWidth: 960 }}>
      <Text c="dimmed" mb="md" maw={720}>
        {t('intro')}
      </Text>
      <Group gap="xs" mb="md">
        <Button data-testid="backup-now" loading={isBusy} onClick={() => void backUp()}>
          {t('backUp')}
        </Button>
        <Button variant="default" onClick={() => void bridge.showBackupFolder()}>
          {t('openFolder')}
        </Button>
        <Button variant="default" onClick={() => void pick()}>
          {t('pick')}
        </Button>
      </Group>
      {backups?.length === 0 && <Text c="dimmed">{t('empty')}</Text>}
      {backups !== undefined && backups.length > 0 && (
        <BackupTable
          backups={backups}
          onRestore={(info) => setTarget({ choice: { name: info.name }, info })}
        />
      )}
      <RestoreDialog target={target} onClose={() => setTarget(undefined)} />
    </div>
  );
}

type BackupTableProps = {
  backups: readonly BackupInfo[];
  onRestore: (info: BackupInfo) => void;
};

function BackupTable({ backups, onRestore }: BackupTableProps) {
  const t = useMessages(backupsMessages);
  return (
    <Table verticalSpacing={6} data-testid="backup-list">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('time')}</Table.Th>
          <Table.Th>{t('reasonColumn')}</Table.Th>
          <Table.Th>{t('contents')}</Table.Th>
          <Table.Th ta="right">{t('size')}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {backups.map((info) => (
          <BackupRow key={info.name} info={info} onRestore={() => onRestore(info)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
