import { checklistText } from '@shared/domain/calendar/checklist-text.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { nearestSlot } from '@shared/domain/calendar/slot.rules';
import { SLOT_SETTINGS_ID } from '@shared/domain/calendar/slot-defaults';
import { readSlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import type { Slot } from '@shared/domain/calendar/slots';
import { type GroupOfName, groupFinder } from '@shared/domain/groups/group-name.rules';
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
import { idByDistinctName } from '@shared/lib/distinct-names';
import type { ConsoleDb } from '@/db/db';
import { PageSet } from '@/db/paged/page-set';
import { spec } from '@/db/schema';
import { rowTable } from '@/db/tables';
import columns from '../../../resources/columns/default-columns.json';

const ENTITIES: Record<RecordKind, readonly RecordEntity[]> = {
  funnel: ['funnelCounts', 'funnelEvents'],
  interactions: ['interactions'],
  results: ['contentResults'],
  content: ['contentItems'],
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

/** An item as a file tells it: lists are one text, moments whole seconds. */
function flatItem(row: RecordValues & { id: string }): RecordValues & { id: string } {
  const { groupIds, assetIds, checklist, sentAt } = row as unknown as Partial<ContentItem>;
  return {
    ...row,
    groupIds: [...(groupIds ?? [])].sort().join(' '),
    assetIds: assetIds?.join(' '),
    checklist: checklist && checklistText(checklist),
    sentAt: sentAt === undefined ? undefined : Math.floor(sentAt / 1000) * 1000,
  };
}

/** What is stored of a kind, to be found again by what tells one row from another. */
export async function storedRows(db: ConsoleDb, kind: RecordKind): Promise<ExistingRecords> {
  const found = new Map<RecordEntity, Map<string, StoredRecord>>();
  for (const entity of ENTITIES[kind]) {
    const byKey = new Map<string, StoredRecord>();
    await visitRows(db, entity, (row) => {
      const { id, ...values } = entity === 'contentItems' ? flatItem(row) : row;
      byKey.set(recordKey(entity, values), { id, values });
    });
    found.set(entity, byKey);
  }
  return { find: (entity, key) => found.get(entity)?.get(key) };
}

/** Finds a column of the calendar by its name in either language, one's own editions first. */
export async function columnFinder(db: ConsoleDb): Promise<(name: string) => string | undefined> {
  const stored = (await rowTable(db, 'contentColumns').toArray()) as { id: string; name: string }[];
  const byName = new Map<string, string>();
  for (const { id, name } of columns) {
    byName.set(foldText(name.zh), id);
    byName.set(foldText(name.en), id);
  }
  for (const { id, name } of stored) byName.set(foldText(name), id);
  return (name) => byName.get(foldText(name));
}

/** Finds a group by its name, however it is spelled. */
export async function storedGroupFinder(db: ConsoleDb): Promise<(name: string) => GroupOfName> {
  return groupFinder((await rowTable(db, 'groups').toArray()) as { id: string; name: string }[]);
}

/** Finds a character or a file of the asset box by the name that an export gives it. */
export async function namedRowFinder(
  db: ConsoleDb,
  entity: 'characters' | 'assets',
): Promise<(name: string) => string | undefined> {
  return idByDistinctName((await rowTable(db, entity).toArray()) as { id: string; name: string }[]);
}

/** The slot to which a time belongs by the workspace's hours. */
export async function slotFinder(db: ConsoleDb): Promise<(time: string) => Slot> {
  const row = (await rowTable(db, 'modelSettings').get(SLOT_SETTINGS_ID)) as
    | { settings?: unknown }
    | undefined;
  const settings = readSlotSettings(row?.settings);
  return (time) => nearestSlot(settings, time);
}
