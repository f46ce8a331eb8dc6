import { Button, Group, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import type { StartupState } from '@/db/open';
import { sayAfterReload, showProblem } from '../feedback';
import { useMessages } from '../i18n/messages';
import { useFormat } from '../use-format';
import { startupMessages } from './startup.messages';
import { StartupSheet } from './startup-sheet';
import classes from './startup-sheet.module.css';

type RecoverState = Extract<StartupState, { kind: 'recover' }>;

const TITLES = {
  empty: 'recoverEmpty',
  behind: 'recoverBehind',
  damaged: 'recoverDamaged',
} as const;

/** The database is less than the journal knows: nothing is rebuilt before a word from the user. */
export function RecoverScreen({ state }: { state: RecoverState }) {
  const t = useMessages(startupMessages);
  const format = useFormat();
  const { reason, journal, databaseLastSeq, newestBackup } = state;
  const [operations, setOperations] = useState<number>();
  const [isLeaving, setIsLeaving] = useState(false);
  const isBusy = operations !== undefined;
  const lost =
    journal.damagedSeq - Math.max(journal.lastSeq, databaseLastSeq, newestBackup?.lastSeq ?? 0);

  async function recover(): Promise<void> {
    setOperations(0);
    try {
      const { recoverNow } = await import('@/db/backup');
      const { operations: done, missing } = await recoverNow(reason, journal, setOperations);
      const words = { done: format.count(done), missing: format.count(missing) };
      sayAfterReload(t(missing === 0 ? 'recovered' : 'recoveredPartly', words));
      window.location.reload();
    } catch (error) {
      setOperations(undefined);
      showProblem(error);
    }
  }

  async function beginEmpty(): Promise<void> {
    try {
      const { startEmpty } = await import('@/db/backup');
      await startEmpty();
      window.location.reload();
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <StartupSheet
      testId="startup-recover"
      title={t(TITLES[reason])}
      text={lost > 0 ? t('recoverTextLost', { lost: format.count(lost) }) : t('recoverText')}
    >
      <ul className={classes.found}>
        <li>{t('foundJournal', { seq: format.count(journal.lastSeq) })}</li>
        {reason === 'behind' && (
          <li>{t('foundDatabase', { seq: format.count(databaseLastSeq) })}</li>
        )}
        <li>
          {newestBackup
            ? t('foundBackup', {
                time: format.relativeTime(newestBackup.createdAt),
                size: format.bytes(newestBackup.bytes),
              })
            : t('noBackup')}
        </li>
      </ul>
      {isBusy ? (
        <RecoverProgress
          done={operations}
          total={
            journal.lastSeq - (reason === 'behind' ? databaseLastSeq : (newestBackup?.lastSeq ?? 0))
          }
        />
      ) : (
        <>
          <Button data-testid="recover-now" onClick={() => void recover()} data-autofocus>
            {t('recoverNow')}
          </Button>
          <hr className={classes.rule} />
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              data-testid="start-empty"
              onClick={() => (isLeaving ? void beginEmpty() : setIsLeaving(true))}
              color="red"
            >
              {t(isLeaving ? 'startEmptyConfirm' : 'startEmpty')}
            </Button>
            {isLeaving && (
              <Button variant="subtle" color="gray" size="xs" onClick={() => setIsLeaving(false)}>
                {t('cancel')}
              </Button>
            )}
          </Group>
          <p className={classes.hint}>{t('startEmptyHint')}</p>
        </>
      )}
    </StartupSheet>
  );
}

function RecoverProgress({ done, total }: { done: number; total: number }) {
  const t = useMessages(startupMessages);
  const format = useFormat();
  const share = total > 0 ? Math.min(100, (100 * done) / total) : 0;
  return (
    <div role="status">
      <Text size="sm" mb={6}>
        {done === 0
          ? t('recoveringStart')
          : t('recovering', { done: format.count(done), total: format.count(total) })}
      </Text>
      <Progress value={done === 0 ? 100 : share} animated={done === 0} />
    </div>
  );
}
