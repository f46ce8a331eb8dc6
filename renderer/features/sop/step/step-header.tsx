import type { SopStep } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { wordsMessages } from '@/app/i18n/words.messages';
import { DueNote } from '../due-note';
import { stepMessages } from '../step.messages';
import classes from './step-panel.module.css';

export function StepHeader({ step }: { step: SopStep }) {
  const t = useMessages(stepMessages);
  const words = useMessages(wordsMessages);
  const say = useBilingual();
  const { definition } = step;
  return (
    <header>
      <p className={classes.meta}>
        <span>{t('heading', { position: step.position })}</span>
        <span>{t('owner', { role: words(`ownerRole.${definition.ownerRole}`) })}</span>
        <DueNote step={step} />
        {definition.optional && <span>{t('optional')}</span>}
      </p>
      <h2 className={classes.title}>{say(definition.title)}</h2>
    </header>
  );
}
