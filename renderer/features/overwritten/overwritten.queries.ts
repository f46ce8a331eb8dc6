import { type EntityName, entityNames } from '@shared/domain/registry';
import type { OverwrittenValue } from '@shared/domain/sync/overwritten.schema';
import { consoleDb } from '@/db/db';
import { readDb } from '@/db/read';
import { spec } from '@/db/schema';

export type Wanted = 'open' | 'settled';

/** More than anybody looks through; older ones come up as newer ones are settled. */
export const MOST_SHOWN = 2000;

/** Lost values, newest first, that nobody has looked at, or those that are settled. */
export function readOverwritten(wanted: Wanted): Promise<OverwrittenValue[]> {
  return consoleDb()
    .table<OverwrittenValue, string>('overwritten')
    .orderBy('at')
    .reverse()
    .filter(({ settledAt }) => (settledAt === undefined) === (wanted === 'open'))
    .limit(MOST_SHOWN)
    .toArray();
}

export type AnyRecord = { id: string } & Record<string, unknown>;

const isEntity = (name: string): name is EntityName => entityNames.some((it) => it === name);

/** A record of any kind as it is here now; null where it is not (any more). */
export async function readRecord(entity: string, id: string): Promise<AnyRecord | null> {
  if (!isEntity(entity)) return null;
  const row =
    spec(entity).storage.kind === 'rows'
      ? await readDb.rows(entity).get(id)
      : await readDb.pagedGet(entity, id);
  return (row as AnyRecord | undefined) ?? null;
}

/** What people call a record: its own name, or those of the person and the group that it joins. */
export async function readRecordName(entity: string, id: string): Promise<string | undefined> {
  const row = await readRecord(entity, id);
  if (!row) return undefined;
  for (const field of ['name', 'title', 'keyword', 'externalNo'] as const) {
    const text = row[field];
    if (typeof text === 'string' && text !== '') return text;
  }
  const [member, group] = await Promise.all([
    typeof row.memberId === 'string' ? readDb.pagedGet('members', row.memberId) : undefined,
    typeof row.groupId === 'string' ? readDb.rows('groups').get(row.groupId) : undefined,
  ]);
  const names = [member?.name, group?.name].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(' · ') : undefined;
}
