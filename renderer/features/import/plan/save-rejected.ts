import { REJECT_CODES } from '@shared/domain/import/plan/problems';
import { showDone, showProblem } from '@/app/feedback';
import { translator } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import { bridge } from '@/platform/bridge';
import { importWords } from '../import-words.messages';
import { planMessages } from './plan.messages';

/** Saves the rows that cannot be taken, with reasons, as a sheet to mend and import again. */
export async function saveRejected(fileName: string): Promise<void> {
  const t = translator(planMessages);
  const words = translator(importWords);
  const ofCode = Object.fromEntries(REJECT_CODES.map((code) => [code, words(`code.${code}`)]));
  try {
    const bytes = await dataWorker().imports.rejectedSheet({
      reason: t('rejectedReason'),
      rowNumber: t('rejectedRow'),
      ofCode,
    });
    const bare = fileName.replace(/\.[^.]+$/, '');
    const { saved, name } = await bridge.saveFile(t('rejectedFile', { file: bare }), bytes);
    if (saved) showDone(t('rejectedSaved', { name: name ?? bare }));
  } catch (error) {
    showProblem(error);
  }
}
