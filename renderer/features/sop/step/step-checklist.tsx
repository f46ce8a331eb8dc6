import type { ItemAnswer } from '@shared/domain/sop/checklist.rules';
import { checkStateOf } from '@shared/domain/sop/gate.rules';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { answerItem } from '../sop.commands';
import { stepMessages } from '../step.messages';
import { CheckItem } from './check-item';
import classes from './step-panel.module.css';

/** What is seen to before the step is done, each item in its own kind. */
export function StepChecklist({ run, step }: { run: SopRun; step: SopStep }) {
  const t = useMessages(stepMessages);
  const { checklist } = step.definition;
  if (checklist.length === 0) return null;
  const isClosed = step.state === 'done' || step.state === 'skipped' || run.status === 'ended';
  const answer = (key: string, given: ItemAnswer) => {
    const input = { runId: run.id, position: step.position, key };
    execute(answerItem, given ? { ...input, answer: given } : input).catch(showProblem);
  };
  const done = checklist.filter((item) => {
    const state = checkStateOf(item, step);
    return state === 'seen' || state === 'failedNoted';
  }).length;
  return (
    <section>
      <div className={classes.headingRow}>
        <h3 className={classes.heading}>{t('checklist')}</h3>
        <span className={classes.hint}>
          {t('checklistProgress', { done, total: checklist.length })}
        </span>
      </div>
      <ul className={classes.checklist}>
        {checklist.map((item) => (
          <li key={item.key} id={`check-${item.key}`} tabIndex={-1} className={classes.checkItem}>
            <CheckItem
              item={item}
              step={step}
              isClosed={isClosed}
              onAnswer={(given) => answer(item.key, given)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
