import type { Tag } from '@shared/domain/tags/tag.schema';
import { useMemo } from 'react';
import { useLive } from '@/db/use-live';
import { readTags } from './tags.queries';

/** All tags by name, and a way from an id to its tag; empty until they are read. */
export function useTags(): { tags: readonly Tag[]; tagOf: (id: string) => Tag | undefined } {
  const tags = useLive(readTags, []);
  return useMemo(() => {
    const byId = new Map((tags ?? []).map((tag) => [tag.id, tag]));
    return { tags: tags ?? [], tagOf: (id: string) => byId.get(id) };
  }, [tags]);
}
