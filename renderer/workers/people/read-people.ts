import type { ConsoleDb } from '@/db/db';
import type { PageRecord } from '@/db/paged/page';
import { rowTable } from '@/db/tables';
import type { FactSlots } from './fact-slots';
import { FACT_ENTITIES, type FactEntity } from './fact-specs';
import { FactLoader } from './load-facts';
import { MemberRows } from './member-rows';
import { LineTexts } from './order-lines';
import type { PeopleData, PeopleWant } from './people-data';
import { readPages } from './read-pages';

/**
 * Reads what is named aside; what it returns puts them, in one step, in the place of what was
 * there: nobody ever sees half of it.
 */
export async function readPeople(
  db: ConsoleDb,
  data: PeopleData,
  wants: ReadonlySet<PeopleWant>,
): Promise<() => void> {
  // Members first, so that rows come in order of id; their facts are on their way meanwhile.
  const reading = wants.has('members')
    ? readMembers(db, data, wants.has('details'))
    : Promise.resolve(undefined);
  const facts = FACT_ENTITIES.filter((entity) => wants.has(entity)).map(async (entity) => {
    const lines = entity === 'orders' && wants.has('lines') ? new LineTexts() : undefined;
    return { entity, lines, slots: await readFacts(db, data, entity, lines, reading) };
  });
  const grouping = wants.has('groups') ? rowTable(db, 'groups').toArray() : [];
  const [members, groups, read] = await Promise.all([reading, grouping, Promise.all(facts)]);
  return () => {
    if (members) data.members = members;
    for (const group of groups) data.setGroup(String(group.id), String(group.phase));
    for (const { entity, slots, lines } of read) data.replaceFacts(entity, slots, lines);
    for (const want of wants) data.known.add(want);
    data.ensureRows();
    data.forgetKnownDays();
  };
}

async function readMembers(
  db: ConsoleDb,
  { rows, days }: PeopleData,
  withDetails: boolean,
): Promise<MemberRows> {
  const members = new MemberRows(rows, days);
  await readPages(db, 'members', withDetails, (page, cold) => members.addPage(page, cold));
  return members;
}

async function readFacts(
  db: ConsoleDb,
  { rows, specs }: PeopleData,
  entity: FactEntity,
  lines: LineTexts | undefined,
  members: Promise<unknown>,
): Promise<FactSlots> {
  const loader = new FactLoader(specs[entity], rows, lines);
  const take = (page: PageRecord, cold: PageRecord | undefined) => loader.addPage(page, cold);
  await readPages(db, entity, lines !== undefined, take, members);
  return loader.finish();
}
