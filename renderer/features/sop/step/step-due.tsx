import { dueRuleOf } from '@shared/domain/sop/due.rules';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { DueNote } from '../due-note';
import { stepMessages } from '../step.messages';

/** When the step is due, within which hours, how its days are counted and what is not known. */
export function StepDue({ step }: { step: SopStep }) {
  const t = useMessages(stepMessages);
  const format = useFormat();
  const { isWorkingDays } = dueRuleOf(step.definition);
  const isOpen = step.state === 'todo' || step.state === 'doing';
  const { dueFromAt, dueAt, dueGuessYear, dueWaitsFor } = step;
  return (
    <>
      <DueNote step={step} />
      {isOpen && dueWaitsFor !== undefined && (
        <span>{t('dueGuess', { day: format.date(dueAt) })}</span>
      )}
      {dueFromAt !== undefined && (
        <span>{t('dueWindow', { from: format.time(dueFromAt), to: format.time(dueAt) })}</span>
      )}
      {isWorkingDays && <span>{t('dueWorkingDays')}</span>}
      {isOpen && dueGuessYear !== undefined && (
        <span>{t('dueNotAnnounced', { year: dueGuessYear })}</span>
      )}
    </>
  );
}
