import type { PlanAction } from '@shared/domain/import/plan/plan';
import classes from './action-label.module.css';

/** What becomes of a record, in a word behind its mark; the sum of all has no mark. */
export function ActionLabel({ action, text }: { action?: PlanAction; text: string }) {
  return (
    <span className={classes.label}>
      {action && <i className={classes.mark} data-action={action} />}
      {text}
    </span>
  );
}
