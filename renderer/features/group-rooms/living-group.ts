import { ExpectedError } from '@shared/lib/errors';
import type { Tx } from '@/db/command';

/**
 * A dissolved group is only read: whatever would still be written about it is refused until it is
 * opened again. A group that is not there is the caller's to speak of. Touches `groups`.
 */
export async function refuseDissolved(tx: Tx, groupId: string | undefined): Promise<void> {
  const group = groupId === undefined ? undefined : await tx.get('groups', groupId);
  if (group?.phase === 'dissolved') throw new ExpectedError('group-dissolved');
}
