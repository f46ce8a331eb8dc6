import { hasUnjournaledWork, scheduleBackups } from '@/db/backup-schedule';
import { flushJournal, onJournalProblem } from '@/db/client';
import { forgetErased } from '@/db/forget-erased';
import { scheduleTags } from '@/db/keep-tags';
import { removeOrphanAssets, removeOrphanPictures } from '@/db/orphan-pictures';
import { reportError } from '@/platform/log';
import { followTeam } from '@/sync/team-link';
import { showProblem } from './feedback';
import { followHolidayTables } from './holiday-tables';

/** After the first screen is up, so that the start stays quick. */
const SETTLE_MS = 3000;

/**
 * What goes on while the console is open: copies when work rests, tags by rule, the calendar's facts,
 * and the journal's catching up after a killed session. Returns a function that ends it.
 */
export function startBackground(): () => void {
  const stopListening = onJournalProblem(showProblem);
  const stopBackups = scheduleBackups(showProblem);
  const stopTags = scheduleTags();
  const stopHolidays = followHolidayTables();
  void followTeam();
  const settle = setTimeout(() => void catchUp(), SETTLE_MS);
  return () => {
    clearTimeout(settle);
    stopBackups();
    stopTags();
    stopHolidays();
    stopListening();
  };
}

async function catchUp(): Promise<void> {
  try {
    if (await hasUnjournaledWork()) await flushJournal();
    await forgetErased();
    await removeOrphanPictures();
    await removeOrphanAssets();
  } catch (error) {
    reportError('rejection', error);
  }
}
