import { Progress } from '@mantine/core';
import { assertNever } from '@shared/lib/errors';
import type { SyncStatus } from '@shared/sync/sync-status';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useSyncStatus } from '@/sync/use-sync-status';
import { syncMessages } from './sync.messages';
import classes from './sync.module.css';

/** How far the present round is, in bytes or steps; `waiting` as long as nobody can say. */
export function RoundProgress({ waiting }: { waiting: string }) {
  const status = useSyncStatus();
  if (!status?.progress) {
    return (
      <p className={classes.quiet} role="status">
        {waiting}
      </p>
    );
  }
  return <ProgressLine progress={status.progress} />;
}

type ProgressValue = NonNullable<SyncStatus['progress']>;

export function ProgressLine({ progress }: { progress: ProgressValue }) {
  const t = useMessages(syncMessages);
  const format = useFormat();
  const { kind, done, total } = progress;
  const amount = (value: number) =>
    isCounted(kind) ? t('progressOps', { n: format.count(value) }) : format.bytes(value);
  const said =
    total === undefined
      ? amount(done)
      : t('progressOf', { done: amount(done), total: amount(total) });
  const share = total === undefined || total === 0 ? 0 : Math.min(100, (done / total) * 100);
  const label = t(`progress.${kind}`);
  return (
    <div role="status">
      <p className={classes.quiet}>
        {label} · {said}
      </p>
      {total !== undefined && (
        <Progress size="sm" mt={4} value={share} aria-label={label} color="teal" />
      )}
    </div>
  );
}

/** Changes of others are counted in operations, everything else in bytes. */
function isCounted(kind: ProgressValue['kind']): boolean {
  switch (kind) {
    case 'pull':
      return true;
    case 'push':
    case 'fetchState':
    case 'sendState':
      return false;
    default:
      return assertNever(kind, 'isCounted');
  }
}
