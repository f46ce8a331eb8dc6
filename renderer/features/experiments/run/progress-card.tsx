import type { Experiment, ExperimentUnit } from '@shared/domain/experiments/experiment.schema';
import { unitsInPlay } from '@shared/domain/experiments/verdict.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import classes from '../experiments.module.css';
import { runMessages } from './run.messages';

const HOUR_MS = 3_600_000;

type ProgressCardProps = {
  experiment: Experiment;
  units: readonly ExperimentUnit[];
  nowMs: number;
};

/** How far it is, against the preset; nothing about who is ahead. */
export function ProgressCard({ experiment, units, nowMs }: ProgressCardProps) {
  const t = useMessages(runMessages);
  const format = useFormat();
  const { hours, endsAt = 0, minPeople } = experiment;
  const passed = Math.min(hours, Math.max(0, Math.floor((nowMs - endsAt) / HOUR_MS) + hours));
  const seen = unitsInPlay(experiment, units).reduce((sum, { exposed = 0 }) => sum + exposed, 0);
  const bar = (share: number, label: string) => (
    <div>
      <p className={classes.say}>{label}</p>
      <div className={classes.bar} aria-hidden>
        <span style={{ width: `${Math.min(100, Math.round(share * 100))}%` }} />
      </div>
    </div>
  );
  return (
    <Card title={t('progress')}>
      <div className={classes.stack} data-testid="experiment-progress" data-seen={seen}>
        {bar(passed / hours, t('progressHours', { passed, all: hours }))}
        {bar(
          seen / minPeople,
          t('progressPeople', { seen: format.count(seen), wanted: format.count(minPeople) }),
        )}
        <p className={classes.quiet}>{t(nowMs >= endsAt ? 'overLead' : 'noPeek')}</p>
      </div>
    </Card>
  );
}
