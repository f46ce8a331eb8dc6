import { Button, Group } from '@mantine/core';
import { describeError } from '@shared/contracts/error-text';
import type { BackupInfo } from '@shared/contracts/ipc';
import { useState } from 'react';
import { useBackups } from '@/platform/backups';
import { bridge } from '@/platform/bridge';
import { launch } from '@/platform/launch';
import { ErrorDetails } from '@/ui/error-details';
import { showProblem } from '../feedback';
import { currentLanguage } from '../i18n/i18n';
import { useMessages } from '../i18n/messages';
import { useFormat } from '../use-format';
import classes from './failed-screen.module.css';
import { startupMessages } from './startup.messages';
import { StartupSheet } from './startup-sheet';

const MOST_SHOWN = 5;

type FailedScreenProps = { message: string; isDiskFull: boolean };

/** The data could not be opened: what is safe, another try, and the way to the backups. */
export function FailedScreen({ message, isDiskFull }: FailedScreenProps) {
  const t = useMessages(startupMessages);
  const text = isDiskFull
    ? describeError('disk-full', { folder: launch.dataFolder }, currentLanguage())
    : t('failedText');
  const [isBusy, setIsBusy] = useState(false);

  async function restore(choose: () => Promise<{ name: string } | { token: string } | undefined>) {
    setIsBusy(true);
    try {
      const choice = await choose();
      if (!choice) return;
      const { restoreBackup } = await import('@/db/backup');
      await restoreBackup(choice);
      window.location.reload();
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  async function pick(): Promise<{ token: string } | undefined> {
    const [file] = await bridge.pickFiles('backup', false);
    return file && { token: file.token };
  }

  return (
    <StartupSheet testId="startup-failed" title={t('failedTitle')} text={text}>
      <Group gap="xs">
        <Button onClick={() => void bridge.relaunch()}>{t('restart')}</Button>
        <Button variant="subtle" color="gray" onClick={() => void bridge.confirmQuit()}>
          {t('quit')}
        </Button>
      </Group>
      <hr className={classes.rule} />
      <h2 className={classes.heading}>{t('backupsTitle')}</h2>
      <BackupChoices isBusy={isBusy} onChoose={(name) => void restore(async () => ({ name }))} />
      <Button variant="default" size="xs" loading={isBusy} onClick={() => void restore(pick)}>
        {t('pickBackup')}
      </Button>
      <ErrorDetails
        details={`Qunduo ${launch.appVersion} · ${launch.runtime}\n${message}`}
        labels={{ show: t('showDetails'), copy: t('copyDetails'), copied: t('copied') }}
      />
    </StartupSheet>
  );
}

type BackupChoicesProps = { isBusy: boolean; onChoose: (name: string) => void };

function BackupChoices({ isBusy, onChoose }: BackupChoicesProps) {
  const t = useMessages(startupMessages);
  const format = useFormat();
  const backups: readonly BackupInfo[] = useBackups() ?? [];
  return (
    <ul className={classes.backups}>
      {backups.slice(0, MOST_SHOWN).map((backup) => (
        <li key={backup.name}>
          <span>
            {format.relativeTime(backup.createdAt)} · {format.bytes(backup.bytes)}
          </span>
          <Button
            size="compact-sm"
            variant="light"
            disabled={isBusy}
            onClick={() => onChoose(backup.name)}
          >
            {t('restoreThis')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
