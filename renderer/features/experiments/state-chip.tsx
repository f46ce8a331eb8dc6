import type { Experiment } from '@shared/domain/experiments/experiment.schema';
import { useMessages } from '@/app/i18n/messages';
import { Chip } from '@/ui/chip';
import { experimentsMessages } from './experiments.messages';

const TONES = {
  winner: 'green',
  noDifference: 'plain',
  notEnough: 'yellow',
  invalid: 'red',
  stoppedEarly: 'plain',
} as const;

/** Where an experiment stands, or what came of it. */
export function StateChip({ experiment, nowMs }: { experiment: Experiment; nowMs: number }) {
  const t = useMessages(experimentsMessages);
  const { verdict, state, endsAt } = experiment;
  if (verdict) {
    return (
      <Chip tone={TONES[verdict.kind]}>
        {t(`verdict.${verdict.kind}`, { arm: verdict.armKey ?? '' })}
      </Chip>
    );
  }
  if (state === 'running' && endsAt !== undefined && nowMs >= endsAt) {
    return <Chip tone="yellow">{t('state.waiting')}</Chip>;
  }
  return <Chip tone={state === 'running' ? 'teal' : 'plain'}>{t(`state.${state}`)}</Chip>;
}
