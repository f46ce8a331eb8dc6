import { Button } from '@mantine/core';
import { TRANSFER_STATES } from '@shared/domain/group-life/transfer.schema';
import { transferProgress } from '@shared/domain/group-life/transfer-progress.rules';
import { daysBetween } from '@shared/lib/time';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { Chip } from '@/ui/chip';
import classes from '../transfer.module.css';
import { dropTransferPlan } from '../transfer-plan.commands';
import { planMessages } from './plan.messages';
import type { PlanView } from './plan-view';

type PlanHeadProps = { view: PlanView; onAdd: () => void; onEdit: () => void };

/** When, why and until when; how far it got. */
export function PlanHead({ view, onAdd, onEdit }: PlanHeadProps) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const today = useToday();
  const { plan, group, lines } = view;
  const over = plan.untilDay ? daysBetween(plan.untilDay, today) : 0;
  const day = format.date(plan.createdAt);
  const drop = async () => {
    try {
      await execute(dropTransferPlan, { planId: plan.id });
      showDone(t('dropped', { group: group.name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <div className={classes.stack}>
      <div className={classes.bar}>
        <span className={classes.text}>
          {plan.createdBy ? t('madeBy', { day, by: plan.createdBy }) : t('made', { day })}
          {plan.untilDay && ` · ${t('until', { day: format.day(plan.untilDay) })}`}
        </span>
        {over > 0 && <Chip tone="red">{t('late', { count: over })}</Chip>}
        <span className={classes.push} />
        <Button variant="default" size="xs" data-testid="transfer-add" onClick={onAdd}>
          {t('addPeople')}
        </Button>
        <Button variant="default" size="xs" data-testid="transfer-words" onClick={onEdit}>
          {t('editWords')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          data-testid="transfer-drop"
          onClick={() => void drop()}
        >
          {t('drop')}
        </Button>
      </div>
      {plan.reasons.length > 0 && (
        <ul className={classes.reasons} aria-label={t('reasons')}>
          {plan.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <PlanProgress lines={lines} />
    </div>
  );
}

/** How many people are at which step, as a bar and in words. */
export function PlanProgress({ lines }: Pick<PlanView, 'lines'>) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const { total, byState } = transferProgress(lines.map(({ item }) => item));
  const words = Object.fromEntries(
    Object.entries({ total, ...byState }).map(([key, count]) => [key, format.count(count)]),
  );
  return (
    <div
      data-testid="transfer-progress"
      data-total={total}
      {...Object.fromEntries(TRANSFER_STATES.map((it) => [`data-${it}`, byState[it]]))}
    >
      <p className={classes.text}>{t('progress', words)}</p>
      <div className={classes.progress} aria-hidden>
        {(['moved', 'invited', 'declined', 'refused'] as const).map((state) => (
          <span
            key={state}
            data-state={state}
            style={{ width: `${total === 0 ? 0 : (byState[state] / total) * 100}%` }}
          />
        ))}
      </div>
    </div>
  );
}
