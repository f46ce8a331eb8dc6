import { Button } from '@mantine/core';
import type { ChangeEffect } from '@shared/domain/sop/review-changes.rules';
import type { StepDefinition } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { changeMessages } from '../change.messages';
import classes from '../reviews.module.css';
import { DiffText } from './diff-text';

type EffectLineProps = {
  effect: ChangeEffect;
  steps: readonly StepDefinition[];
  onRemove?: () => void;
};

/** One change: where, what it was, what it becomes; or why it does not fit. */
export function EffectLine({ effect, steps, onRemove }: EffectLineProps) {
  const t = useMessages(changeMessages);
  const say = useBilingual();
  const { change } = effect;
  const step = steps[change.step - 1];
  return (
    <li className={classes.effect} data-testid="review-effect" data-state={effect.kind}>
      <div className={classes.effectHead}>
        <span>
          <b>{t('stepName', { position: change.step, title: step ? say(step.title) : '' })}</b>{' '}
          {t(`effect_${change.kind}`)}
        </span>
        {onRemove && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onRemove}>
            {t('remove')}
          </Button>
        )}
      </div>
      {effect.kind === 'done' ? (
        <DiffText before={effect.before ?? ''} after={effect.after ?? ''} />
      ) : (
        <p className={classes.refused}>
          {t(`refused.${effect.reason}`, { position: change.step })}
        </p>
      )}
    </li>
  );
}
