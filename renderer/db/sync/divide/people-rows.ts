import { type EntityName, entityNames } from '@shared/domain/registry';
import { personOf } from '@shared/sync/scopes';
import { columnValue } from '../../paged/columns';
import { type AnyRow, decodeRow } from '../../paged/page';
import { PageSet } from '../../paged/page-set';
import { spec } from '../../schema';
import { rowTable, type TableSource } from '../../tables';
import type { OwnedEntity, OwnedIdsFinder } from '../../write/owned-ids';

export type PersonsRow = { entity: EntityName; row: AnyRow };

/** Large ones for which an index may be in memory. */
const INDEXED: readonly string[] = ['orders', 'interactions', 'comments'] satisfies OwnedEntity[];
/** Ids that begin with the person's. */
const BY_PREFIX: readonly string[] = ['memberships', 'tagAssignments'] satisfies EntityName[];

/** The entities whose rows are seen by the person to whom they belong, and the field that names them. */
export function personalEntities(): { entity: EntityName; field: string }[] {
  return entityNames.flatMap((entity) => {
    const { scope, seenBy } = spec(entity);
    if (scope !== 'synced' || !seenBy) return [];
    if ('member' in seenBy) return [{ entity, field: seenBy.member }];
    return 'stay' in seenBy ? [{ entity, field: seenBy.of }] : [];
  });
}

/** Everything that belongs to these people and is seen by those who see them. */
export async function rowsOfPeople(
  db: TableSource,
  people: ReadonlySet<string>,
  findOwned: OwnedIdsFinder | undefined,
): Promise<PersonsRow[]> {
  const found: PersonsRow[] = [];
  for (const { entity, field } of personalEntities()) {
    const rows =
      spec(entity).storage.kind === 'rows'
        ? ((await rowTable(db, entity).toArray()) as AnyRow[])
        : await pagedRows(db, entity, field, people, findOwned);
    for (const row of rows) {
      const person = personOf(entity, row);
      if (person && people.has(person)) found.push({ entity, row });
    }
  }
  return found;
}

async function pagedRows(
  db: TableSource,
  entity: EntityName,
  field: string,
  people: ReadonlySet<string>,
  findOwned: OwnedIdsFinder | undefined,
): Promise<AnyRow[]> {
  const pages = new PageSet(db, entity);
  const rows: AnyRow[] = [];
  if (field === 'id') return byIds(pages, [...people]);
  if (BY_PREFIX.includes(entity)) {
    for (const person of people) rows.push(...(await pages.byPrefix(`${person}.`)));
    return rows;
  }
  if (INDEXED.includes(entity)) {
    const owned = findOwned?.(entity as OwnedEntity, [...people]);
    if (owned) return byIds(pages, [...owned.values()].flat());
  }
  await pages.scanPages(true, ({ hot, cold }) => {
    const owner = hot.c[field] ?? cold?.c[field];
    for (let i = 0; owner && i < hot.n; i += 1) {
      if (people.has(String(columnValue(owner, i)))) rows.push(decodeRow(hot, cold, i));
    }
  });
  return rows;
}

async function byIds(pages: PageSet, ids: readonly string[]): Promise<AnyRow[]> {
  const rows: AnyRow[] = [];
  await pages.revise([...ids].sort(), (row) => {
    rows.push(row);
    return undefined;
  });
  return rows;
}
