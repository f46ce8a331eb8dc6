import { type EntityName, entityNames } from '@shared/domain/registry';
import { personOf, type ScopeWorld } from '@shared/sync/scopes';
import type { AnyRow } from '../../paged/page';
import { PageSet } from '../../paged/page-set';
import { spec } from '../../schema';
import { rowTable, type TableSource } from '../../tables';
import type { WriteTx } from '../../write/write-tx';

const NO_GROUPS: readonly string[] = [];

/** Entities on whose rows others hang. */
const parentEntities = (): EntityName[] => [
  ...new Set(
    entityNames.flatMap((entity) => {
      const { seenBy } = spec(entity);
      return seenBy && 'parent' in seenBy ? [seenBy.of as EntityName] : [];
    }),
  ),
];

/** Adds to the groups of a person. */
function noteStay(groups: Map<string, string[]>, stay: AnyRow): void {
  if (stay.leftAt !== undefined) return;
  const memberId = String(stay.memberId);
  const known = groups.get(memberId);
  if (known) known.push(String(stay.groupId));
  else groups.set(memberId, [String(stay.groupId)]);
}

/** Parents of all rows that hang on others, by entity and id. */
async function readParents(db: TableSource): Promise<Map<EntityName, Map<string, AnyRow>>> {
  const parents = new Map<EntityName, Map<string, AnyRow>>();
  for (const entity of parentEntities()) {
    const rows = (await rowTable(db, entity).toArray()) as AnyRow[];
    parents.set(entity, new Map(rows.map((row) => [row.id, row])));
  }
  return parents;
}

/** Who is in which group, and all parents, as this laptop knows them now. */
export async function readWorld(db: TableSource): Promise<ScopeWorld> {
  const groups = new Map<string, string[]>();
  await new PageSet(db, 'memberships').scan(['memberId', 'groupId', 'leftAt'], (stay) =>
    noteStay(groups, stay),
  );
  const parents = await readParents(db);
  return worldOf(groups, parents);
}

/** So many people are looked up one by one; of more, everybody's stays are read once. */
const FEW_PEOPLE = 200;

/** What has to be known to label these rows. */
export async function worldFor(
  db: TableSource,
  rows: readonly { entity: EntityName; row: AnyRow }[],
): Promise<ScopeWorld> {
  const people = new Set<string>();
  let hasParents = false;
  for (const { entity, row } of rows) {
    const person = personOf(entity, row);
    if (person) people.add(person);
    const { seenBy } = spec(entity);
    hasParents ||= seenBy !== undefined && 'parent' in seenBy;
  }
  if (people.size > FEW_PEOPLE) return readWorld(db);
  const stays = new PageSet(db, 'memberships');
  const groups = new Map<string, string[]>();
  for (const person of people) {
    for (const stay of await stays.byPrefix(`${person}.`)) noteStay(groups, stay);
  }
  return worldOf(groups, hasParents ? await readParents(db) : new Map());
}

/** The same as a transaction has them by now. */
export async function worldWithin(tx: WriteTx): Promise<ScopeWorld> {
  const groups = new Map<string, string[]>();
  await tx
    .pages('memberships')
    .scan(['memberId', 'groupId', 'leftAt'], (stay) => noteStay(groups, stay));
  return worldOf(groups, await readParents(tx.db));
}

const worldOf = (
  groups: ReadonlyMap<string, readonly string[]>,
  parents: ReadonlyMap<EntityName, ReadonlyMap<string, AnyRow>>,
): ScopeWorld => ({
  groupsOf: (memberId) => groups.get(memberId) ?? NO_GROUPS,
  parent: (entity, id) => parents.get(entity)?.get(id),
});
