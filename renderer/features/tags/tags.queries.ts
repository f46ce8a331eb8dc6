import type { TagChange } from '@shared/domain/tags/member-tags.schema';
import type { SpotCheck } from '@shared/domain/tags/spot-check.schema';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { allTags } from '@shared/domain/tags/tag-library';
import { readDb } from '@/db/read';

/** The library and the workspace's own tags, hidden ones too, in the library's order. */
export async function readTags(language: 'zh' | 'en'): Promise<Tag[]> {
  return allTags(await readDb.rows('tags').all(), language);
}

/** Ids of ready-made tags that were changed here. */
export async function readChangedTagIds(): Promise<ReadonlySet<string>> {
  return new Set((await readDb.rows('tags').all()).map((tag) => tag.id));
}

export function readSpotChecks(): Promise<SpotCheck[]> {
  return readDb.rows('spotChecks').all();
}

/** A draw in the order in which its people were drawn. */
export async function readDraw(drawId: string): Promise<SpotCheck[]> {
  const checks = await readDb.rows('spotChecks').by('drawId', drawId);
  return checks.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const NEWEST_CHANGES = 4096;
const CHANGES_SHOWN = 12;

export type NamedChange = Omit<TagChange, 'isOn'> & { isOn: boolean; name: string | undefined };

/** The newest changes of one tag, of the newest of all tags, with the members' names. */
export async function readTagChanges(tagId: string): Promise<NamedChange[]> {
  const newest = await readDb.firstPage('tagChanges', NEWEST_CHANGES, 'newest');
  const changes = newest.filter((change) => change.tagId === tagId).slice(0, CHANGES_SHOWN);
  const members = await readDb.pagedGetMany(
    'members',
    changes.map((change) => change.memberId),
  );
  return changes.map((change, at) => ({
    ...change,
    isOn: change.isOn === 1,
    name: members[at]?.name,
  }));
}

export function readChecksOf(tagId: string): Promise<SpotCheck[]> {
  return readDb.rows('spotChecks').by('tagId', tagId);
}

/** What one looks at to judge a tag: the record and what was bought. */
export async function readPerson(memberId: string) {
  const [member, stats] = await Promise.all([
    readDb.pagedGet('members', memberId),
    readDb.pagedGet('memberStats', memberId),
  ]);
  return { member, stats };
}
