import { type EntityName, entityNames } from '@shared/domain/registry';
import type { MemberTags } from '@shared/domain/tags/member-tags.schema';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { allTags } from '@shared/domain/tags/tag-library';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { joinId } from '@shared/lib/record-ids';
import { dayOfNumber, startOfDay } from '@shared/lib/time';
import { consoleDb } from './db';
import { PageSet } from './paged/page-set';
import { spec } from './schema';
import { rowTable } from './tables';

/** All live rows of a store as plain objects, however they are stored; for looking in from outside. */
export async function inspectRows(store: string): Promise<unknown[]> {
  const db = consoleDb();
  const isPaged =
    (entityNames as string[]).includes(store) && spec(store as EntityName).storage.kind === 'paged';
  if (!isPaged) return db.table(store).toArray();
  const rows = await new PageSet(db, store as EntityName).rows();
  return store === 'tagAssignments' ? [...rows, ...(await tagsByRule())] : rows;
}

/** What rules give lies packed by member, but is carried like any other tag. */
async function tagsByRule(): Promise<unknown[]> {
  const db = consoleDb();
  const workspace = await rowTable(db, 'workspace').get('workspace');
  const zone = String(workspace?.timeZone ?? DEFAULT_TIME_ZONE);
  const own = (await rowTable(db, 'tags').toArray()) as unknown as Tag[];
  const tagOf = new Map(allTags(own, 'zh').map((tag) => [tag.id, tag]));
  const here = new Set<string>();
  await new PageSet(db, 'members').scan(['id'], ({ id }) => here.add(id));
  const given = (await new PageSet(db, 'memberTags').rows()) as unknown as MemberTags[];
  const startOf = new Map<number, number>();
  // Results follow a moment after the data: somebody who just went carries nothing any more.
  const carried = given.filter(({ id }) => here.has(id));
  return carried.flatMap(({ id: memberId, tags }) =>
    tags.map(({ tagId, day }) => {
      const at = startOf.get(day) ?? startOfDay(dayOfNumber(day), zone);
      startOf.set(day, at);
      const tag = tagOf.get(tagId);
      const reason = tag?.note ?? tag?.name ?? '';
      return { id: joinId(memberId, tagId), memberId, tagId, source: 'rule', at, reason };
    }),
  );
}
