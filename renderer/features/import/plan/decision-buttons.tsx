import { Button, Kbd } from '@mantine/core';
import type { ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import { useMessages } from '@/app/i18n/messages';
import { DECISION_KEYS } from './decision-keys';
import { planMessages } from './plan.messages';
import classes from './plan-row-panel.module.css';

type Props = {
  decision: ConfirmChoice | undefined;
  onDecide: (choice: ConfirmChoice | undefined) => void;
};

/** The three answers to "is this the same person?", each with its key. */
export function DecisionButtons({ decision, onDecide }: Props) {
  const t = useMessages(planMessages);
  return (
    <div className={classes.decide}>
      {DECISION_KEYS.map(({ key, choice }) => {
        const isChosen = decision === choice;
        return (
          <Button
            key={choice}
            size="xs"
            variant={isChosen ? 'filled' : 'default'}
            aria-pressed={isChosen}
            data-testid={`import-decide-${choice}`}
            rightSection={<Kbd size="xs">{key}</Kbd>}
            onClick={() => onDecide(isChosen ? undefined : choice)}
          >
            {t(`choice.${choice}`)}
          </Button>
        );
      })}
    </div>
  );
}
