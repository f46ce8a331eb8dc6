import { refreshBackups } from '@/platform/backups';
import { showDone, showProblem } from '../feedback';
import { translator } from '../i18n/messages';
import { shellMessages } from './shell.messages';

/** From the menu, wherever one is: a copy now, and word of it. */
export async function backUpAndSay(): Promise<void> {
  try {
    const { backupNow } = await import('@/db/backup');
    await backupNow('manual');
    await refreshBackups();
    showDone(translator(shellMessages)('backedUp'));
  } catch (error) {
    showProblem(error);
  }
}
