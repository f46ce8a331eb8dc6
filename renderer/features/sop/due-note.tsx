import type { SopStep } from '@shared/domain/sop/sop.schema';
import { assertNever } from '@shared/lib/errors';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import classes from './due-note.module.css';
import { sopMessages } from './sop.messages';
import { useTimeliness } from './use-run';

/** When a step is due or was done; late and overdue carry a shape and a word, not only a colour. */
export function DueNote({ step }: { step: SopStep }) {
  const t = useMessages(sopMessages);
  const format = useFormat();
  const timeliness = useTimeliness()(step);
  switch (timeliness) {
    case 'overdue':
    case 'late':
      return (
        <span className={classes.note} data-tone={timeliness}>
          <IconAlertTriangle size={14} aria-hidden />
          {t(timeliness)}
        </span>
      );
    case 'dueToday':
      return (
        <span className={classes.note} data-tone="dueToday">
          <IconClock size={14} aria-hidden />
          {t('dueToday')}
        </span>
      );
    case 'ahead':
      return <span className={classes.note}>{t('dueBy', { day: format.date(step.dueAt) })}</span>;
    case 'onTime':
      return (
        <span className={classes.note}>
          {t('doneOn', { day: format.date(step.doneAt ?? step.dueAt) })}
        </span>
      );
    case 'waiting':
      return (
        <span className={classes.note}>{t('dueWaits', { position: step.dueWaitsFor ?? 0 })}</span>
      );
    case 'skipped':
      return <span className={classes.note}>{t('skippedNote')}</span>;
    default:
      return assertNever(timeliness, 'DueNote');
  }
}
