import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { problemText } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { InlineEdit } from '@/ui/inline-edit';
import { stepMessages } from '../step.messages';
import { assignStep } from '../step-edit.commands';
import { StepDue } from './step-due';
import classes from './step-panel.module.css';

/** Whose step it is, by when, and what it is called. */
export function StepHeader({ run, step }: { run: SopRun; step: SopStep }) {
  const t = useMessages(stepMessages);
  const words = useMessages(wordsMessages);
  const say = useBilingual();
  const { definition } = step;
  const role = words(`ownerRole.${definition.ownerRole}`);
  const assign = async (ownerName: string) => {
    try {
      await execute(assignStep, { runId: run.id, position: step.position, ownerName });
      return undefined;
    } catch (error) {
      return problemText(error);
    }
  };
  return (
    <header>
      <div className={classes.meta}>
        <span>{t('heading', { position: step.position })}</span>
        <span className={classes.owner}>
          {t('ownerIs')}
          {run.status === 'ended' ? (
            (step.ownerName ?? role)
          ) : (
            <InlineEdit
              label={t('ownerLabel')}
              value={step.ownerName ?? ''}
              placeholder={run.ownerName ? t('ownerRole', { role, name: run.ownerName }) : role}
              onSave={assign}
            />
          )}
        </span>
        <StepDue step={step} />
        {definition.rigour === 'critical' && (
          <span className={classes.critical}>{t('critical')}</span>
        )}
        {definition.optional && <span>{t('optional')}</span>}
      </div>
      <h2 className={classes.title}>{say(definition.title)}</h2>
    </header>
  );
}
