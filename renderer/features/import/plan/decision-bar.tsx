import { SegmentedControl } from '@mantine/core';
import { CONFIRM_CHOICES, type ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { PlanFilter } from '@/workers/import/import-types';
import type { Comparison } from '../session/import-session';
import { changeConfirmChoice } from '../session/plan-file';
import classes from './decision-bar.module.css';
import { planMessages } from './plan.messages';

const HINTS = {
  skip: 'choiceHintSkip',
  same: 'choiceHintSame',
  new: 'choiceHintNew',
} as const satisfies Record<ConfirmChoice, string>;

type Props = { comparison: Comparison; filter: PlanFilter; isBusy: boolean };

/** What becomes of the records that a person has to decide about: of all of them. */
export function DecisionBar({ comparison, isBusy }: Props) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const { choice, summary } = comparison;
  return (
    <div className={classes.bar}>
      <span>{t('confirmChoice', { n: format.count(summary.counts.confirm) })}</span>
      <SegmentedControl
        size="xs"
        disabled={isBusy}
        data-testid="import-confirm-choice"
        value={choice}
        data={CONFIRM_CHOICES.map((value) => ({ value, label: t(`choice.${value}`) }))}
        onChange={changeConfirmChoice}
      />
      <small>{t(HINTS[choice])}</small>
    </div>
  );
}
