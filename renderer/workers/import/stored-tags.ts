import type { Tag } from '@shared/domain/tags/tag.schema';
import { allTags } from '@shared/domain/tags/tag-library';
import type { ConsoleDb } from '@/db/db';
import { PageSet } from '@/db/paged/page-set';
import { rowTable } from '@/db/tables';

/** The names of a member's tags, by the member's id. */
export type TagNames = (memberId: string) => ReadonlySet<string>;

const NO_TAGS: ReadonlySet<string> = new Set();
export const NO_TAG_NAMES: TagNames = () => NO_TAGS;

/** Everybody's tags. Members with the same tags share one set: there are few combinations. */
export async function storedTags(db: ConsoleDb): Promise<TagNames> {
  const tags = (await rowTable(db, 'tags').toArray()) as unknown as Tag[];
  const names = new Map(allTags(tags, 'zh').map((tag) => [tag.id, tag.name]));
  const shared = new Map<string, ReadonlySet<string>>();
  const byMember = new Map<string, ReadonlySet<string>>();
  let current = '';
  let own: string[] = [];

  function close(): void {
    if (own.length === 0) return;
    const before = byMember.get(current) ?? NO_TAGS;
    const all = [...before, ...own].sort();
    const key = all.join('\n');
    const set = shared.get(key) ?? new Set(all);
    shared.set(key, set);
    byMember.set(current, set);
    own = [];
  }

  // A member's assignments lie side by side: their ids begin with the member's.
  await new PageSet(db, 'tagAssignments').scan(['memberId', 'tagId'], (row) => {
    const memberId = String(row.memberId);
    if (memberId !== current) {
      close();
      current = memberId;
    }
    const name = names.get(String(row.tagId));
    if (name !== undefined) own.push(name);
  });
  close();
  return (memberId) => byMember.get(memberId) ?? NO_TAGS;
}
