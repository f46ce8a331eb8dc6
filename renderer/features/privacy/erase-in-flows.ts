import { exceptionsWithout } from '@shared/domain/groups/exceptions.rules';
import type { Member } from '@shared/domain/members/member.schema';
import { listsWithout } from '@shared/domain/members/people-lists.rules';
import { detailWithout } from '@shared/domain/members/story-texts.rules';
import type { Tx } from '@/db/command';

/**
 * Takes people out of what flows keep: the copies of texts stay counted but name nobody, rescue tasks
 * lose them (and go when nobody else is in them), a run's story no longer names them, and no group
 * says any more why they were let in.
 */
export async function removeFromFlows(
  tx: Tx,
  ids: ReadonlySet<string>,
  people: readonly Member[],
): Promise<void> {
  for (const use of await tx.all('scriptUses')) {
    if (ids.has(use.memberId ?? '')) await tx.update('scriptUses', use.id, { memberId: undefined });
  }
  for (const task of await tx.all('rescueTasks')) {
    const lists = listsWithout(task, ids);
    if (!lists) continue;
    if (lists.memberCount === 0) await tx.remove('rescueTasks', task.id);
    else await tx.update('rescueTasks', task.id, lists);
  }
  for (const group of await tx.all('groups')) {
    const exceptions = exceptionsWithout(group.exceptions, ids);
    if (exceptions) await tx.update('groups', group.id, { exceptions });
  }
  for (const line of await tx.all('runEvents')) {
    const detail = detailWithout(line.detail, people);
    if (detail) await tx.update('runEvents', line.id, { detail });
  }
}
