import type { PageRecord } from '@/db/paged/page';
import { coldPages, hotPages, rowTable, type TableSource } from '@/db/tables';
import type { FactSlots } from './fact-slots';
import { FACT_ENTITIES, type FactEntity } from './fact-specs';
import { FactLoader } from './load-facts';
import { MemberRows } from './member-rows';
import { LineTexts } from './order-lines';
import type { PeopleData, PeoplePart } from './people-data';
import { readPages } from './read-pages';

const HOT = { pagesAtOnce: 8, asksAtOnce: 6 };
const COLD = { pagesAtOnce: 4, asksAtOnce: 3 };

/**
 * Reads the named parts within one transaction and then, in one step, puts them in the place of what
 * was there: nobody ever sees half of it.
 */
export async function readPeople(
  within: TableSource,
  data: PeopleData,
  parts: ReadonlySet<PeoplePart>,
  withLines: boolean,
): Promise<void> {
  const members = parts.has('members') ? await readMembers(within, data) : undefined;
  const groups = parts.has('groups') ? await rowTable(within, 'groups').toArray() : [];
  const read: [FactEntity, FactSlots, LineTexts | undefined][] = [];
  for (const entity of FACT_ENTITIES) {
    if (!parts.has(entity)) continue;
    const lines = entity === 'orders' && withLines ? new LineTexts() : undefined;
    read.push([entity, await readFacts(within, data, entity, lines), lines]);
  }
  if (members) data.members = members;
  for (const group of groups) data.setGroup(String(group.id), String(group.phase));
  for (const [entity, slots, lines] of read) data.replaceFacts(entity, slots, lines);
  data.ensureRows();
  data.findKnownDays();
}

async function readMembers(within: TableSource, { rows, days }: PeopleData): Promise<MemberRows> {
  const members = new MemberRows(rows, days);
  const cold = new Map<string, PageRecord>();
  await readPages(coldPages(within, 'members'), HOT, (page) => cold.set(page.lo, page));
  await readPages(hotPages(within, 'members'), HOT, (page) => {
    members.addPage(page, cold.get(page.lo));
  });
  return members;
}

async function readFacts(
  within: TableSource,
  { rows, specs }: PeopleData,
  entity: FactEntity,
  lines: LineTexts | undefined,
): Promise<FactSlots> {
  const loader = new FactLoader(specs[entity], rows, lines);
  const hot: PageRecord[] = [];
  await readPages(hotPages(within, entity), HOT, (page) => {
    if (lines) hot.push(page);
    else loader.addPage(page);
  });
  if (lines) {
    let next = 0;
    await readPages(coldPages(within, entity), COLD, (page) => {
      const own = hot[next];
      next += 1;
      if (own) loader.addPage(own, page);
    });
  }
  return loader.finish();
}
