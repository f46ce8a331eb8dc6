import { Button, Group } from '@mantine/core';
import type { SyncStatus } from '@shared/sync/sync-status';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { ProgressLine } from '../round-progress';
import { syncMessages } from '../sync.messages';
import classes from '../sync.module.css';
import { syncNow } from '../sync-now';
import { useStateWords } from '../use-state-words';

type SyncPanelProps = { status: SyncStatus; onLeave: () => void };

/** Since when, how much waits, why it stands still, and what to do about it. */
export function SyncPanel({ status, onLeave }: SyncPanelProps) {
  const t = useMessages(syncMessages);
  const format = useFormat();
  const [, navigate] = useLocation();
  const words = useStateWords(status);
  const { state, workspace, progress, overwritten, aside } = status;

  function go(to: string): void {
    onLeave();
    navigate(to);
  }

  return (
    <div className={classes.panel} data-testid="sync-panel">
      {workspace && <h2>{workspace.name}</h2>}
      <p role={state === 'error' ? 'alert' : 'status'}>{words.sentence}</p>
      <p className={classes.quiet}>{words.agreed}</p>
      <p className={classes.quiet}>{words.pending}</p>
      {words.retry !== undefined && <p className={classes.quiet}>{words.retry}</p>}
      {progress && <ProgressLine progress={progress} />}
      <div className={classes.links}>
        {overwritten > 0 && (
          <button
            type="button"
            className={classes.link}
            data-testid="sync-to-overwritten"
            onClick={() => go('/settings/sync/overwritten')}
          >
            {t('overwritten', { count: overwritten, n: format.count(overwritten) })}
          </button>
        )}
        {aside > 0 && (
          <button
            type="button"
            className={classes.link}
            data-testid="sync-to-aside"
            onClick={() => go('/settings/sync/aside')}
          >
            {t('aside', { count: aside, n: format.count(aside) })}
          </button>
        )}
      </div>
      <Group gap="xs" mt={4}>
        <Button size="compact-sm" data-testid="sync-now" onClick={syncNow}>
          {t('now')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          data-testid="sync-open"
          onClick={() => go('/settings/sync')}
        >
          {t('openPage')}
        </Button>
      </Group>
    </div>
  );
}
