import { Button } from '@mantine/core';
import type { DayWork } from '@shared/domain/calendar/send-day.rules';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useOverdueLines } from '@/features/sending';
import { useBackups } from '@/platform/backups';
import { useFreeBytes } from '@/platform/free-space';
import { launch } from '@/platform/launch';
import classes from './attention-lines.module.css';
import { todayMessages } from './today.messages';
import type { TodayData } from './today.queries';

const OLD_BACKUP_MS = 3 * 86_400_000;
/** Less than this, and a large import with its backup may no longer fit. */
const SCARCE_BYTES = 1_000_000_000;

type AttentionLinesProps = { data: TodayData; nowMs: number; work: DayWork | undefined };

/** What needs a person before anything else; nothing at all on an ordinary day. */
export function AttentionLines({ data, nowMs, work }: AttentionLinesProps) {
  const t = useMessages(todayMessages);
  const format = useFormat();
  const overdue = useOverdueLines(work);
  const newest = useBackups()?.[0];
  const freeBytes = useFreeBytes();
  const isBackupOld =
    newest !== undefined && !data.isFresh && nowMs - newest.createdAt > OLD_BACKUP_MS;
  return (
    <>
      {launch.previousCrash !== undefined && (
        <Line to="/settings/backups" action={t('crashDetails')}>
          {t('crash')}
        </Line>
      )}
      {freeBytes !== undefined && freeBytes < SCARCE_BYTES && (
        <Line to="/settings/about" action={t('seeFolder')}>
          {t('diskScarce', { free: format.bytes(freeBytes) })}
        </Line>
      )}
      {isBackupOld && (
        <Line to="/settings/backups" action={t('backUp')}>
          {t('oldBackup', { when: format.relativeDay(newest.createdAt, nowMs) })}
        </Line>
      )}
      {overdue.map(({ key, text, action }) => (
        <Line key={key} to="/calendar/send" action={action} testId={`today-${key}`}>
          {text}
        </Line>
      ))}
    </>
  );
}

type LineProps = { to: string; action: string; testId?: string; children: ReactNode };

function Line({ to, action, testId, children }: LineProps) {
  return (
    <div className={classes.line} role="status" data-testid={testId}>
      <IconAlertTriangle size={18} aria-hidden />
      <span>{children}</span>
      <Button component={Link} href={to} size="xs" variant="white" color="orange">
        {action}
      </Button>
    </div>
  );
}
