import type { EntitySpec } from '@shared/domain/entities/entity-spec';
import { type EntityName, registry } from '@shared/domain/registry';
import { ExpectedError } from '@shared/lib/errors';
import type { SyncPlace } from '@shared/sync/local-port';
import { ALL, mayChange, personOf, type ScopeWorld, scopesOf } from '@shared/sync/scopes';
import { type AnyRow, decodePage } from '../paged/page';
import { storesOf } from '../schema';
import { coldPages, hotPages } from '../tables';
import type { WriteTx } from './write-tx';

/** Whether some of the workspace is not this laptop's to change. */
export const isNarrow = ({ grants }: SyncPlace): boolean =>
  !grants.some(({ scope, canWrite }) => scope === ALL && canWrite);

/**
 * Refuses what a command did if this laptop's seat may not do it: `role-viewer`, `role-too-low`
 * (`what`: the kind of record), `group-not-yours`. The hub would refuse it too, but only later. What
 * never leaves the laptop is always its own.
 */
export async function guardRole(tx: WriteTx, place: SyncPlace): Promise<void> {
  const { created, removed } = tx.notes;
  const changes = tx.notes.changes().map(({ entity }) => entity as EntityName);
  const touched = new Set([...changes, ...created.map(entityOf), ...removed.map(entityOf)]);
  const shared = [...touched].filter((entity) => registry[entity].scope === 'synced');
  if (shared.length === 0) return;
  if (place.role === 'viewer') throw new ExpectedError('role-viewer');
  const leaders = shared.find((entity) => (registry[entity] as EntitySpec).isLeaders);
  if (place.role === 'assistant' && leaders) {
    throw new ExpectedError('role-too-low', { what: leaders });
  }
  if (isNarrow(place)) await guardGroups(tx, place);
}

const entityOf = ({ entity }: { entity: EntityName }) => entity;

async function guardGroups(tx: WriteTx, { grants }: SyncPlace): Promise<void> {
  const check = async (entity: EntityName, row: AnyRow) => {
    if (registry[entity].scope !== 'synced') return;
    const scopes = scopesOf(entity, row, await worldOf(tx, entity, row));
    if (!mayChange(grants, scopes)) throw new ExpectedError('group-not-yours', { what: entity });
  };
  for (const { entity, id, before, after } of tx.notes.touchedRows()) {
    const row = (await tx.read(entity, id)) ?? before ?? after;
    if (row) await check(entity, row);
  }
  for (const { entity, keys } of [...tx.notes.created]) {
    for (const lo of keys) {
      const pair = tx.originalOf(entity, lo);
      const hot = pair?.hot ?? (await hotPages(tx.db, entity).get(lo));
      if (!hot) continue;
      const hasCold = !pair && storesOf(entity).length > 1;
      const cold = hasCold ? await coldPages(tx.db, entity).get(lo) : pair?.cold;
      for (const row of decodePage(hot, cold)) await check(entity, row);
    }
  }
}

/** What has to be known of other records to tell who sees this one. */
async function worldOf(tx: WriteTx, entity: EntityName, row: AnyRow): Promise<ScopeWorld> {
  const groups = new Map<string, string[]>();
  const parents = new Map<string, AnyRow>();
  const look = async (of: EntityName, at: AnyRow): Promise<void> => {
    const person = personOf(of, at);
    if (person && !groups.has(person)) {
      const stays = await tx.findByIdPrefix('memberships', `${person}.`);
      groups.set(
        person,
        stays.filter(({ leftAt }) => leftAt === undefined).map(({ groupId }) => groupId),
      );
    }
    const { seenBy }: EntitySpec = registry[of];
    if (!seenBy || !('parent' in seenBy)) return;
    const parent = await tx.read(seenBy.of as EntityName, String(at[seenBy.parent]));
    if (!parent) return;
    parents.set(`${seenBy.of}/${parent.id}`, parent);
    await look(seenBy.of as EntityName, parent);
  };
  await look(entity, row);
  return {
    groupsOf: (memberId) => groups.get(memberId) ?? [],
    parent: (of, id) => parents.get(`${of}/${id}`),
  };
}
