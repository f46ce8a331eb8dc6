import { useDebouncedValue } from '@mantine/hooks';
import type { GrowthLevel } from '@shared/domain/growth/growth-settings.schema';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import type { RuleDraft, RuleTrial } from '@/workers/growth/growth-types';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';
import { useLevelName } from './use-growth';

type RuleEffectProps = { draft: RuleDraft; levels: readonly GrowthLevel[] };

const SHOWN_MOVES = 6;

/** Who would change level if these rules were saved now. */
export function RuleEffect({ draft, levels }: RuleEffectProps) {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  const nameOf = useLevelName();
  const [asked] = useDebouncedValue(JSON.stringify(draft), 200);
  const [trial, setTrial] = useState<RuleTrial>();
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .growth.tryOut(JSON.parse(asked) as RuleDraft)
      .then((answer) => isCurrent && setTrial(answer), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  if (!trial) return null;
  const name = (key: string) =>
    nameOf(draft.levels.find((it) => it.key === key) ?? levels.find((it) => it.key === key));
  const n = format.count(trial.members);
  return (
    <div
      className={classes.effect}
      role="status"
      data-testid="growth-effect"
      data-up={trial.up}
      data-down={trial.down}
    >
      <b>{t('effect')}</b>
      <p>
        {trial.up + trial.down === 0
          ? t('effectNone', { n })
          : t('effectMoves', { up: format.count(trial.up), down: format.count(trial.down), n })}
      </p>
      {trial.moves.slice(0, SHOWN_MOVES).map((move) => (
        <p key={`${move.from} ${move.to}`} className={classes.quiet}>
          {t('effectMove', { from: name(move.from), to: name(move.to), n: format.count(move.n) })}
        </p>
      ))}
      {trial.balanceAfter !== trial.balanceBefore && (
        <p className={classes.quiet}>
          {t('effectBalance', {
            before: format.count(trial.balanceBefore),
            after: format.count(trial.balanceAfter),
          })}
        </p>
      )}
    </div>
  );
}
