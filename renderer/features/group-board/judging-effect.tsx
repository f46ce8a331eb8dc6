import { useDebouncedValue } from '@mantine/hooks';
import type { GroupLifeSettings } from '@shared/domain/group-life/life-settings.schema';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import type { StandingCounts } from '@/workers/group-life/life-types';
import { judgingMessages } from './judging.messages';
import classes from './judging.module.css';

type JudgingEffectProps = { before: GroupLifeSettings; after: GroupLifeSettings };

/** How many groups would have another light, wakefulness or proposal. */
export function JudgingEffect({ before, after }: JudgingEffectProps) {
  const t = useMessages(judgingMessages);
  const format = useFormat();
  const was = useTrial(before);
  const is = useTrial(after);
  if (!was || !is) return null;
  const lines = [
    ...(['red', 'yellow', 'green', 'grey'] as const).map(
      (light) => [t(`light.${light}`), was.lights[light], is.lights[light]] as const,
    ),
    ...(['asleep', 'drowsy', 'awake', 'noData'] as const).map(
      (state) => [t(`state.${state}`), was.states[state], is.states[state]] as const,
    ),
    [t('proposals'), was.proposals, is.proposals] as const,
  ].filter(([, one, other]) => one !== other);
  return (
    <div
      className={classes.effect}
      role="status"
      data-testid="judging-effect"
      data-changes={lines.length}
      data-red={is.lights.red}
    >
      <b>{t('effect')}</b>
      {lines.length === 0 && <p>{t('effectNone')}</p>}
      {lines.map(([what, one, other]) => (
        <p key={what}>
          {t('effectLine', { what, before: format.count(one), after: format.count(other) })}
        </p>
      ))}
    </div>
  );
}

function useTrial(settings: GroupLifeSettings): StandingCounts | undefined {
  const [asked] = useDebouncedValue(JSON.stringify(settings), 200);
  const [counts, setCounts] = useState<StandingCounts>();
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .groupLife.trial({ nowMs: Date.now(), settings: JSON.parse(asked) as GroupLifeSettings })
      .then((answer) => isCurrent && setCounts(answer), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  return counts;
}
