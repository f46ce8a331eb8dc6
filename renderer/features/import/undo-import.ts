import { showDone, showProblem } from '@/app/feedback';
import { translator } from '@/app/i18n/messages';
import { flushJournal, undoBatch } from '@/db/client';
import { importMessages } from './import.messages';

/** Takes one import back as a whole and says what stayed because it was edited since. */
export async function undoImport(batchId: string, file: string): Promise<boolean> {
  const t = translator(importMessages);
  try {
    const { kept } = await undoBatch(batchId);
    await flushJournal();
    showDone(kept.length > 0 ? t('undoneKept', { file, n: kept.length }) : t('undone', { file }));
    return true;
  } catch (error) {
    showProblem(error);
    return false;
  }
}
