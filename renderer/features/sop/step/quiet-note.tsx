import { isQuiet, nextAllowedAt } from '@shared/domain/sop/quiet.rules';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { IconMoon } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { stepMessages } from '../step.messages';
import { useNow, useTimeZone } from '../use-run';
import classes from './step-panel.module.css';

/** Within the flow's quiet hours: nothing to people now, and from when on again. */
export function QuietNote({ run }: { run: SopRun }) {
  const t = useMessages(stepMessages);
  const format = useFormat();
  const now = useNow();
  const timeZone = useTimeZone();
  const { quietHours } = run;
  if (!quietHours || !isQuiet(now, quietHours, timeZone)) return null;
  const when = format.relativeTime(nextAllowedAt(now, quietHours, timeZone), now);
  return (
    <p className={classes.quietHours} role="status">
      <IconMoon size={16} aria-hidden />
      {t('quietNow', { from: quietHours.from, to: quietHours.to, when })}
    </p>
  );
}
