import { Button, SegmentedControl } from '@mantine/core';
import { CONFIRM_CHOICES, type ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { PlanFilter } from '@/workers/import/import-types';
import { importWords } from '../import-words.messages';
import { changeConfirmChoice, decideReason } from '../session/decide-records';
import type { Comparison } from '../session/import-session';
import classes from './decision-bar.module.css';
import { planMessages } from './plan.messages';
import { undecidedCount } from './written-count';

const HINTS = {
  skip: 'choiceHintSkip',
  same: 'choiceHintSame',
  new: 'choiceHintNew',
} as const satisfies Record<ConfirmChoice, string>;

type Props = { comparison: Comparison; filter: PlanFilter; isBusy: boolean };

/** What becomes of the records that a person has to decide about: of all, or of one reason's. */
export function DecisionBar({ comparison, filter, isBusy }: Props) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const { choice, summary } = comparison;
  const undecided = undecidedCount(comparison);
  const decided = summary.counts.confirm - undecided;
  return (
    <div className={classes.bars}>
      <div className={classes.bar}>
        <span role="status" data-testid="import-decided" data-count={decided}>
          {decided > 0 && `${t('choiceDecided', { n: format.count(decided) })} `}
          {undecided > 0 &&
            t(decided > 0 ? 'choiceOthers' : 'confirmChoice', { n: format.count(undecided) })}
        </span>
        {undecided > 0 && (
          <>
            <SegmentedControl
              size="xs"
              disabled={isBusy}
              data-testid="import-confirm-choice"
              value={choice}
              data={CONFIRM_CHOICES.map((value) => ({ value, label: t(`choice.${value}`) }))}
              onChange={changeConfirmChoice}
            />
            <small>
              {t(HINTS[choice])} {t('choiceKeys')}
            </small>
          </>
        )}
      </div>
      {filter.kind === 'reason' && filter.group === 'confirm' && (
        <ReasonBar comparison={comparison} filter={filter} isBusy={isBusy} />
      )}
    </div>
  );
}

type ReasonBarProps = Props & { filter: PlanFilter & { kind: 'reason' } };

/** One decision for all records that share the chosen reason. */
function ReasonBar({ comparison, filter, isBusy }: ReasonBarProps) {
  const t = useMessages(planMessages);
  const words = useMessages(importWords);
  const format = useFormat();
  const reason = comparison.summary.reasons.find(
    ({ kind, code }) => kind === 'confirm' && code === filter.code,
  );
  if (!reason) return null;
  const decide = (choice: ConfirmChoice | undefined) =>
    void decideReason(filter, choice).catch(showProblem);
  return (
    <div className={classes.bar} data-testid="import-decide-reason">
      <span>
        {t('choiceForReason', {
          n: format.count(reason.count),
          reason: words(`code.${reason.code}`),
        })}
      </span>
      {(['same', 'new', 'skip'] as const).map((choice) => (
        <Button
          key={choice}
          size="compact-xs"
          variant="default"
          disabled={isBusy}
          data-testid={`import-decide-reason-${choice}`}
          onClick={() => decide(choice)}
        >
          {t(`choice.${choice}`)}
        </Button>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        disabled={isBusy}
        onClick={() => decide(undefined)}
      >
        {t('choiceClear')}
      </Button>
    </div>
  );
}
