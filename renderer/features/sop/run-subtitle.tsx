import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { nextOpenStep } from '@shared/domain/sop/sop-run.rules';
import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { sopMessages } from './sop.messages';
import { useTimeliness } from './use-run';

/** One sentence on where the run stands. */
export function RunSubtitle({ run, steps }: { run: SopRun; steps: readonly SopStep[] }) {
  const t = useMessages(sopMessages);
  const format = useFormat();
  const timeliness = useTimeliness();
  const next = nextOpenStep(steps);
  const day = format.date(run.endedAt ?? run.startedAt);
  switch (run.status) {
    case 'finished':
      return <>{t('subtitleFinished', { day, count: steps.length })}</>;
    case 'ended':
      return <>{t('subtitleEnded', { day, position: next?.position ?? steps.length })}</>;
    case 'running': {
      if (!next) return null;
      const state = timeliness(next);
      const due =
        state === 'waiting'
          ? t('nowWaits')
          : state === 'overdue'
            ? t('nowOverdue')
            : state === 'dueToday'
              ? t('nowDueToday')
              : t('dueOn', { day: format.date(next.dueAt) });
      return <>{t('subtitleRunning', { position: next.position, due })}</>;
    }
    default:
      return assertNever(run.status, 'RunSubtitle');
  }
}
