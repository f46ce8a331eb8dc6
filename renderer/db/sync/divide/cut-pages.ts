import type { EntityName } from '@shared/domain/registry';
import { fieldsOfSight, type ScopeWorld, scopesOf } from '@shared/sync/scopes';
import { columnValue } from '../../paged/columns';
import {
  type AnyRow,
  decodePage,
  encodePage,
  type PagedStorage,
  type PagePair,
} from '../../paged/page';
import { spec } from '../../schema';

const KEY_SEPARATOR = '\n';

export const keyOf = (scopes: readonly string[]): string => scopes.join(KEY_SEPARATOR);
export const scopesOfKey = (key: string): string[] => key.split(KEY_SEPARATOR);

export type CutPage = { key: string; pair: PagePair };

/** The labels of every row of a page, as keys. */
export function keysOfPage(entity: EntityName, pair: PagePair, world: ScopeWorld): string[] {
  const { hot, cold } = pair;
  const columns = fieldsOfSight(entity).map(
    (field) => [field, hot.c[field] ?? cold?.c[field]] as const,
  );
  return Array.from({ length: hot.n }, (_, i) => {
    const row: Record<string, unknown> = {};
    for (const [field, column] of columns) if (column) row[field] = columnValue(column, i);
    return keyOf(scopesOf(entity, row, world));
  });
}

/** A page by who sees its rows; one whose rows all bear the same labels stays as it is stored. */
export function cutPage(entity: EntityName, pair: PagePair, keys: readonly string[]): CutPage[] {
  const kinds = new Set(keys);
  const [only] = kinds;
  if (only === undefined) return [];
  if (kinds.size === 1) return [{ key: only, pair }];
  const rows = decodePage(pair.hot, pair.cold);
  const storage = spec(entity).storage as PagedStorage;
  const byKey = new Map<string, AnyRow[]>();
  rows.forEach((row, i) => {
    const key = keys[i] ?? '';
    const known = byKey.get(key);
    if (known) known.push(row);
    else byKey.set(key, [row]);
  });
  return [...byKey].map(([key, some]) => ({
    key,
    pair: encodePage(storage, some, some[0]?.id ?? ''),
  }));
}

export function idsOfPage({ hot }: PagePair): string[] {
  const { id } = hot.c;
  return id ? Array.from({ length: hot.n }, (_, i) => String(columnValue(id, i))) : [];
}
