import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import type { InsightNoteCode } from '@/workers/insights/insights-types';
import { panelMessages } from './panel.messages';

const TOLD = [
  'fit-at-edge',
  'fit-not-converged',
  'money-follows-frequency',
] as const satisfies readonly InsightNoteCode[];

/** What the fit behind the future value is known to be bad at; asked when somebody wants to know. */
export function FitRemark() {
  const t = useMessages(panelMessages);
  const fit = useAnswer('fit', () => dataWorker().insights.ltvFit());
  const told = TOLD.filter((code) => fit?.notes.some((note) => note.code === code));
  return told.map((code) => <span key={code}> {t(`fit.${code}`)}</span>);
}
