import { type EntityName, registry } from '@shared/domain/registry';
import type { RowChange } from '@shared/sync/op';
import { consoleDb } from '@/db/db';
import { type Aside, listAside } from '@/db/sync/aside';

/** What was set aside, the newest first. */
export async function readAside(): Promise<Aside[]> {
  const all = await listAside(consoleDb());
  return all.sort((a, b) => b.at - a.at);
}

/** What it changed of what others see too; how this laptop keeps count of it says nothing to anybody. */
export function changesOf(aside: Aside): readonly RowChange[] {
  if (aside.kind === 'refused') return aside.op.changes.filter(isOfTeam);
  return aside.change ? [aside.change] : [];
}

/** Whether the step can be done once more from what is kept of it. */
export const canTryAgain = (aside: Aside): boolean =>
  aside.kind === 'refused' && aside.isTakenBack && !aside.op.hasPayload;

const isOfTeam = ({ entity }: RowChange): boolean =>
  !Object.hasOwn(registry, entity) || registry[entity as EntityName].scope === 'synced';
