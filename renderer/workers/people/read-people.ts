import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import type { FactSlots } from './fact-slots';
import { FACT_ENTITIES, type FactEntity } from './fact-specs';
import { FactLoader } from './load-facts';
import { MemberRows } from './member-rows';
import { LineTexts } from './order-lines';
import type { PeopleData, PeoplePart } from './people-data';
import { readPages } from './read-pages';

/**
 * Reads the named parts aside; what it returns puts them, in one step, in the place of what was
 * there: nobody ever sees half of it.
 */
export async function readPeople(
  db: ConsoleDb,
  data: PeopleData,
  parts: ReadonlySet<PeoplePart>,
  withLines: boolean,
): Promise<() => void> {
  const members = parts.has('members') ? await readMembers(db, data) : undefined;
  const groups = parts.has('groups') ? await rowTable(db, 'groups').toArray() : [];
  const read: [FactEntity, FactSlots, LineTexts | undefined][] = [];
  for (const entity of FACT_ENTITIES) {
    if (!parts.has(entity)) continue;
    const lines = entity === 'orders' && withLines ? new LineTexts() : undefined;
    read.push([entity, await readFacts(db, data, entity, lines), lines]);
  }
  return () => {
    if (members) data.members = members;
    for (const group of groups) data.setGroup(String(group.id), String(group.phase));
    for (const [entity, slots, lines] of read) data.replaceFacts(entity, slots, lines);
    data.ensureRows();
    data.findKnownDays();
  };
}

async function readMembers(db: ConsoleDb, { rows, days }: PeopleData): Promise<MemberRows> {
  const members = new MemberRows(rows, days);
  await readPages(db, 'members', true, (page, cold) => members.addPage(page, cold));
  return members;
}

async function readFacts(
  db: ConsoleDb,
  { rows, specs }: PeopleData,
  entity: FactEntity,
  lines: LineTexts | undefined,
): Promise<FactSlots> {
  const loader = new FactLoader(specs[entity], rows, lines);
  await readPages(db, entity, lines !== undefined, (page, cold) => loader.addPage(page, cold));
  return loader.finish();
}
