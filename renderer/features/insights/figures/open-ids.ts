import { showDone, showProblem } from '@/app/feedback';
import { translator } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { showPeople, takeSnapshot } from '@/features/segments';
import { insightsMessages } from '../insights.messages';

/**
 * Opens people whom no rule can find again, because they are told by how things were: they are kept
 * as a snapshot first.
 */
export async function openIds(title: string, ids: Promise<string[]>): Promise<void> {
  try {
    const memberIds = await ids;
    if (memberIds.length === 0) return;
    const { snapshotId } = await execute(takeSnapshot, { name: title.slice(0, 100), memberIds });
    showPeople({ title, rule: { kind: 'snapshot', snapshotId } });
    showDone(translator(insightsMessages)('snapshotSaved', { name: title }), { undo: true });
  } catch (error) {
    showProblem(error);
  }
}
