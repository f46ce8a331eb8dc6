import type { Erasure } from '@shared/domain/members/erasure.schema';
import { bridge } from '@/platform/bridge';
import { reportError } from '@/platform/log';
import { consoleDb } from './db';
import { rowTable } from './tables';

/**
 * Whoever was erased stays erased, whichever copy the data come from: the list beside the backups is
 * compared with what the database knows, each learns what it lacks, and people whom an older copy
 * brought back go again. Before anything is shown.
 */
export async function reapplyErasures(listed: Promise<Erasure[]>): Promise<void> {
  try {
    const outside = await listed;
    const known = (await rowTable(consoleDb(), 'erasures').toArray()) as unknown as Erasure[];
    const lacking = (list: readonly Erasure[], ids: readonly Erasure[]) =>
      list.filter(({ id }) => !ids.some((other) => other.id === id));
    const missingOutside = lacking(known, outside);
    if (missingOutside.length > 0) await bridge.keepErasures(missingOutside);
    const erasures = lacking(outside, known);
    if (erasures.length === 0) return;
    // Nearly no start needs the writer so early.
    const { dataWorker } = await import('./client');
    const done = await dataWorker().run('members.eraseAgain', { erasures });
    const { pictures } = done as { pictures: string[] };
    for (const id of pictures) await bridge.removePicture(id);
  } catch (error) {
    // The next start tries again; a console that does not open would help nobody.
    reportError('rejection', error);
  }
}
