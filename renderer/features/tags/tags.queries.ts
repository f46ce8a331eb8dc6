import type { Tag } from '@shared/domain/tags/tag.schema';
import { readDb } from '@/db/read';

const collator = new Intl.Collator('zh-CN');

/** All tags by name. */
export async function readTags(): Promise<Tag[]> {
  const tags = await readDb.rows('tags').all();
  return tags.sort((a, b) => collator.compare(a.name, b.name));
}
