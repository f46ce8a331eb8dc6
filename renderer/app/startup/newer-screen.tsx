import { Button, Group } from '@mantine/core';
import { refreshBackups, useBackups } from '@/platform/backups';
import { bridge } from '@/platform/bridge';
import { showDone, showProblem } from '../feedback';
import { useMessages } from '../i18n/messages';
import { startupMessages } from './startup.messages';
import { StartupSheet } from './startup-sheet';

/** A newer console wrote these data: stop, say so, let a copy be taken. */
export function NewerScreen({ databaseVersion }: { databaseVersion: number }) {
  const t = useMessages(startupMessages);
  const newest = useBackups()?.[0];

  async function exportNewest(): Promise<void> {
    try {
      if (!newest) return;
      const { saved, name } = await bridge.exportBackup(newest.name);
      if (saved) showDone(t('exported', { name: name ?? newest.name }));
      await refreshBackups();
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <StartupSheet
      testId="startup-newer"
      title={t('newerTitle')}
      text={t('newerText', { version: databaseVersion })}
    >
      <Group gap="xs">
        <Button disabled={!newest} onClick={() => void exportNewest()}>
          {t('exportBackup')}
        </Button>
        <Button variant="default" onClick={() => void bridge.showBackupFolder()}>
          {t('openFolder')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => void bridge.confirmQuit()}>
          {t('quit')}
        </Button>
      </Group>
    </StartupSheet>
  );
}
