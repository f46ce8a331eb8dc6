import { Checkbox } from '@mantine/core';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { execute } from '@/db/client';
import { answerItem } from '../sop.commands';
import { stepMessages } from '../step.messages';
import classes from './step-panel.module.css';

export function StepChecklist({ run, step }: { run: SopRun; step: SopStep }) {
  const t = useMessages(stepMessages);
  const say = useBilingual();
  const { checklist } = step.definition;
  if (checklist.length === 0) return null;
  const ticked = new Set(step.tickedKeys);
  const isClosed = step.state === 'done' || step.state === 'skipped' || run.status === 'ended';
  const tick = (key: string, isTicked: boolean) => {
    const answer = isTicked ? { answer: { result: 'tick' as const } } : {};
    const input = { runId: run.id, position: step.position, key, ...answer };
    execute(answerItem, input).catch(showProblem);
  };
  const done = checklist.filter((item) => ticked.has(item.key)).length;
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
          <li key={item.key}>
            <Checkbox
              size="sm"
              label={say(item.label)}
              checked={ticked.has(item.key)}
              disabled={isClosed}
              onChange={(event) => tick(item.key, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
