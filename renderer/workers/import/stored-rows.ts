import { foldText } from '@shared/domain/import/cells/text-cell';
import type { RecordKind } from '@shared/domain/import/columns/record-fields';
import type {
  ExistingRecords,
  RecordEntity,
  RecordValues,
  StoredRecord,
} from '@shared/domain/import/records/record';
import { recordKey } from '@shared/domain/import/records/record-key';
import { schemas } from '@shared/domain/schemas';
import type { ConsoleDb } from '@/db/db';
import { PageSet } from '@/db/paged/page-set';
import { spec } from '@/db/schema';
import { rowTable } from '@/db/tables';

const ENTITIES: Record<RecordKind, readonly RecordEntity[]> = {
  funnel: ['funnelCounts', 'funnelEvents'],
  interactions: ['interactions'],
  results: ['contentResults'],
  suppliers: ['supplierReadings'],
  weather: ['weatherDays'],
};

async function visitRows(
  db: ConsoleDb,
  entity: RecordEntity,
  visit: (row: RecordValues & { id: string }) => void,
): Promise<void> {
  if (spec(entity).storage.kind === 'rows') {
    await rowTable(db, entity).each((row) => visit(row as RecordValues & { id: string }));
    return;
  }
  const fields = Object.keys(schemas[entity].shape);
  await new PageSet(db, entity).scan(fields, (row) => visit(row as RecordValues & { id: string }));
}

/** What is stored of a kind, to be found again by what tells one row from another. */
export async function storedRows(db: ConsoleDb, kind: RecordKind): Promise<ExistingRecords> {
  const found = new Map<RecordEntity, Map<string, StoredRecord>>();
  for (const entity of ENTITIES[kind]) {
    const byKey = new Map<string, StoredRecord>();
    await visitRows(db, entity, (row) => {
      const { id, ...values } = row;
      byKey.set(recordKey(entity, values), { id, values });
    });
    found.set(entity, byKey);
  }
  return { find: (entity, key) => found.get(entity)?.get(key) };
}

/** Finds a group by its name, however it is spelled. */
export async function groupFinder(db: ConsoleDb): Promise<(name: string) => string | undefined> {
  const groups = (await rowTable(db, 'groups').toArray()) as { id: string; name: string }[];
  const byName = new Map(groups.map(({ id, name }) => [foldText(name), id]));
  return (name) => byName.get(foldText(name));
}
