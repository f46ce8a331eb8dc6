import { Button, Group, Table } from '@mantine/core';
import { BACKUP_REASONS, type BackupInfo } from '@shared/contracts/ipc';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { bridge } from '@/platform/bridge';
import { backupsMessages } from './backups.messages';
import { useCountsText } from './use-counts-text';

/** One backup with what it holds and what can be done with it. */
export function BackupRow({ info, onRestore }: { info: BackupInfo; onRestore: () => void }) {
  const t = useMessages(backupsMessages);
  const format = useFormat();
  const countsText = useCountsText();
  const reason = BACKUP_REASONS.find((known) => known === info.reason);

  async function exportIt(): Promise<void> {
    try {
      const { saved, name } = await bridge.exportBackup(info.name);
      if (saved) showDone(t('exported', { name: name ?? info.name }));
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <Table.Tr data-testid="backup-row" data-name={info.name}>
      <Table.Td>{format.relativeTime(info.createdAt)}</Table.Td>
      <Table.Td>{reason ? t(`reason.${reason}`) : info.reason}</Table.Td>
      <Table.Td>{countsText(info.counts)}</Table.Td>
      <Table.Td ta="right">{format.bytes(info.bytes)}</Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button size="compact-sm" variant="subtle" onClick={() => void exportIt()}>
            {t('export')}
          </Button>
          <Button
            size="compact-sm"
            variant="light"
            data-testid="backup-restore"
            onClick={onRestore}
          >
            {t('restore')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
